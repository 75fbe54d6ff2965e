/** Holds what was said over a simulated time against what was to be said, worked out from the events alone. */
import type { AlertEvent } from '../../src/domain/alert-event.js';
import type { PromiseOutcome } from '../../src/domain/follow-up/promise.js';
import type { ReminderKind } from '../../src/domain/follow-up/reminder.js';
import { grouped } from './grouped.js';
import { type Due, dueWhile, type Recorded, replay, resolveBy, respondBy, type Span } from './replay.js';
import { promisesOf } from './promises-of.js';
import type { Simulated } from './simulate.js';

export interface Findings {
  readonly faults: readonly string[];
  readonly alerts: number;
  readonly events: number;
  readonly reminders: number;
  /** Of those that were to be said: told, or told by a later one of the same alert. */
  readonly due: number;
  readonly breaches: number;
  readonly promises: Readonly<Record<PromiseOutcome | 'moved' | 'open', number>>;
  readonly mostInABundle: number;
}

interface ReminderRow {
  readonly alert: string;
  readonly staff_id: string;
  readonly what: ReminderKind;
  readonly due_at: Date;
  readonly at: Date;
  readonly bundle_id: string | null;
}

interface EventRow {
  readonly id: string;
  readonly alert: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly kind: AlertEvent['kind'];
  readonly data: object;
}

export async function verify({ world, ticks, winners }: Simulated): Promise<Findings> {
  const { pool } = world.database;
  const faults: string[] = [];
  const { rows: events } = await pool.query<EventRow>('select * from alert_events order by alert, id');
  const { rows: reminders } = await pool.query<ReminderRow>('select * from reminders order by alert, id');
  const told = grouped(reminders, ({ alert }) => alert);
  const clock = ticks.map((tick) => tick.getTime());
  const counted = { due: 0, breaches: 0, kept: 0, late: 0, broken: 0, moved: 0, open: 0 };
  const ended = new Map<string, Span>();

  const byAlert = grouped(events, ({ alert }) => alert);
  for (const [alert, rows] of byAlert) {
    const fault = (words: string): void => void faults.push(`CX-${alert}: ${words}`);
    const recorded = rows.map(({ at, actor_id: actor, kind, data }): Recorded => {
      const event = { kind, ...data } as AlertEvent;
      return { at: at.getTime(), actor: actor ?? undefined, event };
    });
    try {
      const spans = replay(recorded);
      ended.set(alert, spans.at(-1)!);
      counted.due += checkReminders(spans, told.get(alert) ?? [], clock, fault);
      counted.breaches += checkBreaches(spans, recorded, clock, fault);
      for (const outcome of promisesOf(recorded, fault)) counted[outcome] += 1;
    } catch (error) {
      fault(error instanceof Error ? error.message : String(error));
    }
  }
  await checkOwners(world, ended, faults);
  await checkLines(world, faults);
  const mostInABundle = await checkBundles(world, reminders, faults);
  for (const each of winners) if (each !== 1) faults.push(`of a crowd ${each} became the owner`);
  const { due, breaches, ...promises } = counted;
  return {
    faults,
    alerts: byAlert.size,
    events: events.length,
    reminders: reminders.length,
    due,
    breaches,
    promises,
    mostInABundle,
  };
}

/** None lost, none twice, none without a reason. Answers how many were due. */
function checkReminders(
  spans: readonly Span[],
  told: readonly ReminderRow[],
  clock: readonly number[],
  fault: (words: string) => void,
): number {
  let count = 0;
  for (const { stand, end } of spans) {
    const moments = dueWhile(stand);
    for (const due of moments) {
      const tick = firstFrom(clock, due.at);
      if (due.at <= stand.since || tick === undefined || !lasts(end, tick)) continue;
      count += 1;
      const said = told.filter(({ at, staff_id: to }) => at.getTime() === tick && to === stand.owner);
      if (said.length === 0) fault(`${inWords(due)} was never said`);
      if (said.length > 1) fault(`${inWords(due)} came with ${said.length} at once`);
      const latest = Math.max(...moments.filter(({ at }) => at <= tick).map(({ at }) => at));
      const fits = (row: ReminderRow): boolean =>
        moments.some((each) => each.at === latest && isAbout(each, row));
      if (said[0] && !fits(said[0])) fault(`instead of ${inWords(due)} came ${said[0].what}`);
    }
  }
  for (const row of told) {
    const span = spans.find(
      ({ stand, end }) => stand.since <= row.at.getTime() && lasts(end, row.at.getTime()),
    );
    const reason =
      span?.stand.owner === row.staff_id &&
      dueWhile(span.stand).some((due) => due.at <= row.at.getTime() && isAbout(due, row));
    if (!reason) fault(`${row.what} at ${row.at.toISOString()} was said for no reason`);
  }
  const same = grouped(
    told,
    ({ staff_id: to, what, due_at: about }) => `${to} ${what} ${about.toISOString()}`,
  );
  for (const [which, rows] of same) {
    const [{ what } = { what: 'woken' }] = rows;
    const most = what === 'promise_soon' ? 2 : what === 'silent' ? 5 : 1;
    if (rows.length > most) fault(`${which} was said ${rows.length} times`);
  }
  return count;
}

/** That nobody claimed it in time, or that it was not resolved in time: once in each life, at the first look at it awake. */
function checkBreaches(
  spans: readonly Span[],
  recorded: readonly Recorded[],
  clock: readonly number[],
  fault: (words: string) => void,
): number {
  const expected = new Map<string, number>();
  for (const { stand, end } of spans) {
    const awake = Math.max(stand.since, stand.snoozed ?? 0);
    const misses = [
      ...(stand.state === 'open' ? [['respond', respondBy(stand)] as const] : []),
      ...(stand.state === 'closed' ? [] : [['resolve', resolveBy(stand)] as const]),
    ];
    for (const [deadline, by] of misses) {
      const tick = firstFrom(clock, Math.max(by, awake));
      const key = `${deadline} ${stand.life}`;
      if (tick !== undefined && lasts(end, tick) && !expected.has(key)) expected.set(key, tick);
    }
  }
  let life = 1;
  const heard = new Map<string, number>();
  for (const { at, event } of recorded) {
    if (event.kind === 'reopened') life += 1;
    if (event.kind !== 'deadline_missed') continue;
    const key = `${event.deadline} ${life}`;
    if (heard.has(key)) fault(`the breach “${key}” was heard twice`);
    heard.set(key, at);
  }
  for (const [key, tick] of expected) if (heard.get(key) !== tick) fault(`the breach “${key}” was not heard`);
  for (const key of heard.keys()) if (!expected.has(key)) fault(`the breach “${key}” was none`);
  return heard.size;
}

async function checkOwners(
  { database }: Simulated['world'],
  ended: ReadonlyMap<string, Span>,
  faults: string[],
): Promise<void> {
  const { rows } = await database.pool.query<{ number: string; state: string; owner_id: string | null }>(
    'select number, state, owner_id from alerts',
  );
  for (const { number, state, owner_id: owner } of rows) {
    const stand = ended.get(number)?.stand;
    const stands: readonly (string | undefined)[] =
      stand?.state === 'closed' ? ['resolved', 'dismissed'] : [stand?.state];
    if (!stands.includes(state) || (state === 'claimed' && owner !== stand?.owner))
      faults.push(`CX-${number}: it is ${state}, and by its events ${String(stand?.state)}`);
  }
}

/** Each breach is one line in the one thread that there is. */
async function checkLines({ database }: Simulated['world'], faults: string[]): Promise<void> {
  const { rows } = await database.pool.query<{ alert: string; lines: number }>(
    `select e.alert, count(m.id)::int as lines from alert_events e left join messages m on m.event_id = e.id and m.role = 'line'
     where e.kind = 'deadline_missed' group by e.id, e.alert having count(m.id) <> 1`,
  );
  for (const { alert, lines } of rows) faults.push(`CX-${alert}: a breach has ${lines} lines`);
}

/** What one person is told at one moment is one message. Answers the most that one held. */
async function checkBundles(
  { database }: Simulated['world'],
  reminders: readonly ReminderRow[],
  faults: string[],
): Promise<number> {
  const together = grouped(reminders, ({ staff_id: to, at }) => `${to} ${at.toISOString()}`);
  const bundles = new Set<string>();
  for (const [who, rows] of together) {
    const ids = new Set(rows.map(({ bundle_id: id }) => id));
    const [id] = ids;
    if (ids.size !== 1 || id === null || id === undefined) faults.push(`${who}: ${ids.size} bundles`);
    else if (bundles.has(id)) faults.push(`${who}: a bundle of another moment`);
    else bundles.add(id);
  }
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::int as count from messages where role = 'reminder'`,
  );
  if (rows[0]?.count !== bundles.size) faults.push(`${rows[0]?.count} messages for ${bundles.size} bundles`);
  return Math.max(0, ...[...together.values()].map(({ length }) => length));
}

function isAbout(due: Due, row: ReminderRow): boolean {
  return due.what === row.what && due.about === row.due_at.getTime();
}

/** Whether it still stood so when the clock looked: what the clock itself said then comes after. */
function lasts(end: Recorded | undefined, tick: number): boolean {
  return end === undefined || end.at > tick || (end.at === tick && end.actor === undefined);
}

/** The first moment from `at` on, of an ordered list. */
function firstFrom(moments: readonly number[], at: number): number | undefined {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return moments[low];
}

function inWords({ what, at }: Due): string {
  return `${what} of ${new Date(at).toISOString()}`;
}
