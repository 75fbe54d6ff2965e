/**
 * Some days, or a year, of alerts, staff and a clock that is moved from what is due to what is due; processes die in the middle, stay away
 * for hours and come back.
 */
import type { Policy } from '../../src/domain/policy.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import type { ChangeResult } from '../../src/use-cases/change-alert.js';
import { type Chance, createChance } from '../chaos/seeded.js';
import { createWorld, type World } from '../world.js';
import { type Act, DAY_MS, HOUR_MS, MINUTE_MS, planFor, SLOT_MS } from './plan.js';

export interface Simulated {
  readonly world: World;
  /** When the clock attended to alerts, in order. */
  readonly ticks: readonly Date[];
  readonly restarts: number;
  readonly deaths: number;
  readonly refused: number;
  /** How many of each crowd got the alert that all of them claimed at once. */
  readonly winners: readonly number[];
}

interface SimulateOptions {
  readonly days: number;
  readonly alertsPerDay: number;
  readonly seed: number;
  /** Gives the tick another process: a fresh connection to the same database. */
  readonly restart?: (world: World) => Promise<World['database']['transaction']>;
  /** Is told each day. */
  readonly dayIsOver?: (day: number) => void;
}

/** Deadlines of their own: what is expected is not read from the product's. */
export const GIVEN_MINUTES = {
  critical: { respondMinutes: 15, resolveMinutes: 240 },
  high: { respondMinutes: 60, resolveMinutes: 1_440 },
  normal: { respondMinutes: 240, resolveMinutes: 4_320 },
  low: { respondMinutes: 1_440, resolveMinutes: 10_080 },
} as const;
export const SILENT_MINUTES = { critical: 120, high: 480, normal: 1_440, low: 4_320 } as const;

const POLICY: Policy = {
  rules: (['critical', 'high', 'normal', 'low'] as const).map((severity) => ({
    name: severity,
    when: { says: [severity] },
    severity,
    theme: 'refunds',
    reason: 'says so',
  })),
  thresholds: { csat: 2, nps: 6, ces: 3, stars: 2, thumbs: 0 },
  routes: [],
  teams: [{ name: 'support', channels: { desk: 'support' }, members: [] }],
  defaultTeam: 'support',
  fallbackTeam: 'support',
  deadlines: GIVEN_MINUTES,
  tierDeadlines: {},
  silentAfterMinutes: SILENT_MINUTES,
};

const PEOPLE = 12;
/** The chance of a tick to die before its commit, and of a slot to be followed by hours without a process. */
const DIES = 0.01;
const GOES_AWAY = 0.002;

export async function simulate({
  days,
  alertsPerDay,
  seed,
  restart,
  dayIsOver,
}: SimulateOptions): Promise<Simulated> {
  const world = await createWorld(POLICY);
  // Each has chances of its own, so that who wins a race changes nothing about anything else: the same seed is the same time again.
  const [slots, ticking, alerts] = [createChance(seed), createChance(seed + 1), createChance(seed + 2)];
  const staff: string[] = [];
  for (let each = 0; each < PEOPLE; each += 1) staff.push(await world.staff(`Person ${each}`));
  const run = { ticks: [] as Date[], restarts: 0, deaths: 0, refused: 0, winners: [] as number[] };
  const owners = new Map<number, string>();
  const todo = new Map<number, Task[]>();
  let { transaction } = world.database;
  let number = 0;
  let said = false;

  const tickOnce = (dies: boolean): Promise<void> =>
    attendAlerts({
      ...world,
      transaction: dies
        ? (work) =>
            transaction(async (store) => {
              await work(store);
              throw new Dead();
            })
        : transaction,
      platforms: ['desk'],
      timeZone: 'UTC',
      changed: () => {
        said = true;
      },
    });
  const tick = async (): Promise<void> => {
    if (ticking.happens(DIES)) {
      await tickOnce(true).catch((error: unknown) => {
        if (!(error instanceof Dead)) throw error;
      });
      run.deaths += 1;
    }
    await (ticking.happens(0.02) ? Promise.all([tickOnce(false), tickOnce(false)]) : tickOnce(false));
    run.ticks.push(world.clock());
    if (said) await everythingPosted(world);
    said = false;
  };
  const passTo = (at: number): void => {
    world.pass(Math.max(0, at - world.clock().getTime()));
  };
  /** Ticks on the minute, up to `until`, wherever something is due. */
  const tickUpTo = async (until: number): Promise<void> => {
    for (;;) {
      const due = await nextDue(world);
      if (due === undefined) return;
      const at = Math.max(Math.ceil(due / MINUTE_MS) * MINUTE_MS, world.clock().getTime());
      if (at >= until) return;
      passTo(at);
      await tick();
      if (run.ticks.length > 10_000_000) throw new Error('the clock stands still');
    }
  };

  const act = async ({ alert, who, change, chance }: Task): Promise<void> => {
    const actors = who === 'crowd' ? staff.slice(0, 3) : [actorFor(who, owners.get(alert), staff, chance)];
    const made = actors.map(() => change(world.clock(), chance.pick(staff)));
    const results = await Promise.all(actors.map((actor, index) => world.change(alert, actor, made[index]!)));
    if (who === 'crowd') run.winners.push(results.filter(({ outcome }) => outcome === 'changed').length);
    for (const result of results) {
      if (result.outcome === 'refused') run.refused += 1;
      remember(owners, alert, result);
    }
  };
  const open = async (count: number): Promise<void> => {
    if (count === 0) return;
    await world.hear(
      ...Array.from({ length: count }, (_, index) => ({
        customer: { id: `customer ${number + index + 1}` },
        text: `${alerts.pick(['critical', 'high', 'normal', 'normal', 'low'])} refund`,
      })),
    );
    await world.triageAll();
    for (let index = 0; index < count; index += 1) {
      number += 1;
      const chance = createChance(alerts.between(0, 2 ** 31));
      for (const planned of planFor(chance, world.clock())) {
        const slot = planned.at.getTime();
        todo.set(slot, [...(todo.get(slot) ?? []), { ...planned, alert: number, chance }]);
      }
    }
  };

  const start = world.clock().getTime();
  const perSlot = (alertsPerDay * SLOT_MS) / DAY_MS;
  const lastPlanned = (): number => Math.max(start + days * DAY_MS, ...todo.keys());
  for (let slot = start; slot <= lastPlanned() + 2 * DAY_MS; slot += SLOT_MS) {
    await tickUpTo(slot);
    passTo(slot);
    if ((slot - start) % DAY_MS === 0) dayIsOver?.((slot - start) / DAY_MS);
    if (slot < start + days * DAY_MS) {
      const share = perSlot * 2 * slots.fraction();
      await open(Math.floor(share) + (slots.happens(share % 1) ? 1 : 0));
    }
    const acts = todo.get(slot) ?? [];
    todo.delete(slot);
    // What was to be done while nothing ran is done one after the other once it runs again.
    await Promise.all(acts.map(act));
    if (slots.happens(GOES_AWAY)) {
      run.restarts += 1;
      passTo(slot + slots.between(1, 30) * HOUR_MS);
      if (restart) transaction = await restart(world);
      await tick();
      const away = world.clock().getTime();
      world.pass(MINUTE_MS);
      // Senders send again what was not taken.
      const unheard = Math.min(away, start + days * DAY_MS) - slot;
      await open(Math.max(0, Math.round((unheard / SLOT_MS) * perSlot)));
      for (let missed = slot + SLOT_MS; missed <= away; missed += SLOT_MS) {
        for (const late of todo.get(missed) ?? []) await act(late);
        todo.delete(missed);
      }
      slot = Math.floor((away - start) / SLOT_MS) * SLOT_MS + start;
    }
  }
  return { world, ...run };
}

type Task = Act & { readonly alert: number; readonly chance: Chance };

class Dead extends Error {}

function actorFor(
  who: Act['who'],
  owner: string | undefined,
  staff: readonly string[],
  chance: Chance,
): string {
  return who === 'owner' && owner !== undefined ? owner : chance.pick(staff);
}

function remember(owners: Map<number, string>, alert: number, result: ChangeResult): void {
  if (result.outcome !== 'changed') return;
  const { ownerId } = result.view.alert;
  if (ownerId === undefined) owners.delete(alert);
  else owners.set(alert, ownerId);
}

async function nextDue({ database }: World): Promise<number | undefined> {
  const { rows } = await database.pool.query<{ due: Date | null }>(
    'select attend_at as due from alerts where attend_at is not null order by attend_at limit 1',
  );
  return rows[0]?.due?.getTime();
}

/** As the posting loop leaves it. */
async function everythingPosted({ database }: World): Promise<void> {
  await database.pool.query(
    `update messages set state = 'posted', reference = coalesce(reference, id::text), posted_revision = wanted_revision
     where state = 'wanted' and not_before < 'infinity'`,
  );
}
