/** Takes the next messages to send: those that are due, for which every bucket has a token; all in one transaction. */
import { alertCard } from '../cards/alert-card.js';
import { eventLine } from '../cards/event-line.js';
import { handedLine } from '../cards/handed-line.js';
import { postMortemLine } from '../cards/post-mortem/post-mortem-line.js';
import { postMortemReport } from '../cards/post-mortem/post-mortem-report.js';
import { reminderNote } from '../cards/reminder-note.js';
import { rollUpNote } from '../cards/roll-up-note.js';
import type { AlertView, EventView, ReminderView } from '../domain/alert-view.js';
import type { PostMortemEventView, PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import type { RolledAlert } from './backlog-store.js';
import { type BucketState, takeTokens } from './buckets.js';
import type { Call, Content, Platform, Target } from './platform.js';
import type { Due, PostingStore } from './posting-store.js';

export interface Leased {
  readonly due: Due;
  readonly platform: Platform;
  readonly token: string;
  /** The revision of the alert, post-mortem or roll-up that the content shows. */
  readonly revision: number;
  /** Absent: there is nothing to show, or it is a report. */
  readonly call?: Call;
  /** Counted after the lease, because that may take longer than locks should be held. */
  readonly report?: { readonly id: string; readonly part: 'report' | 'detail'; readonly target: Target };
}

export interface LeaseOptions {
  readonly platforms: readonly Platform[];
  readonly now: Date;
  readonly until: Date;
  readonly token: string;
  readonly limit: number;
  /** Only where a benchmark asks for it. */
  readonly unlimited: boolean;
  /**
   * By bucket: how many of the unpressing were refused since it last granted anything. Kept from batch to batch, so that a long backlog
   * is spread over the time it takes and not looked at again and again.
   */
  readonly refused: Map<string, number>;
}

export interface LeasedBatch {
  /** What they show is still on its way with the answer to the commit. */
  readonly leased: Promise<readonly Leased[]>;
  readonly count: number;
  /** Whether more may be due. */
  readonly more: boolean;
  /** When the next delayed one may go. */
  readonly nextAt?: Date;
}

const NONE: LeasedBatch = { leased: Promise.resolve([]), count: 0, more: false };

/** At most `limit` messages marked as being sent. */
export async function leaseBatch(store: PostingStore, options: LeaseOptions): Promise<LeasedBatch> {
  const { platforms, now, limit, token, until } = options;
  const byName = new Map(platforms.map((platform) => [platform.name, platform]));
  const due = await store.due([...byName.keys()], now, limit);
  if (due.length === 0) return NONE;
  const { granted, delays, spent } = options.unlimited
    ? { granted: due, delays: [], spent: [] }
    : await takeBatch(store, due, byName, options);
  if (spent.length > 0) store.saveBuckets(spent);
  if (delays.length > 0) store.delay(delays);
  if (granted.length > 0) store.lease({ ids: granted.map(({ id }) => id), token, until, now });
  const leased = withContent(store, granted, byName, token);
  // Where it fails the transaction does, and nobody asks for it.
  leased.catch(() => undefined);
  const nextAt = delays.reduce<Date | undefined>(
    (least, { until: at }) => (least && least < at ? least : at),
    undefined,
  );
  return { leased, count: granted.length, more: due.length === limit, ...(nextAt && { nextAt }) };
}

async function withContent(
  store: PostingStore,
  granted: readonly Due[],
  platforms: ReadonlyMap<string, Platform>,
  token: string,
): Promise<readonly Leased[]> {
  if (granted.length === 0) return [];
  const alerts = granted.flatMap(({ alert }) => alert ?? []);
  const eventIds = granted.flatMap(({ eventId }) => eventId ?? []);
  const bundleIds = granted.flatMap(({ bundleId }) => bundleId ?? []);
  const postMortems = granted.flatMap(({ postMortem }) => postMortem ?? []);
  const postMortemEvents = granted.flatMap(({ postMortemEvent }) => postMortemEvent ?? []);
  const rollUps = granted.flatMap(({ role, id }) => (role === 'roll_up' ? [id] : []));
  const [views, events, reminders, papers, paperEvents, rolled] = await Promise.all([
    alerts.length > 0 ? store.views([...new Set(alerts)]) : new Map<number, AlertView>(),
    eventIds.length > 0 ? store.events(eventIds) : new Map<string, EventView>(),
    bundleIds.length > 0 ? store.reminders(bundleIds) : new Map<string, readonly ReminderView[]>(),
    postMortems.length > 0 ? store.postMortems([...new Set(postMortems)]) : new Map<number, PostMortemView>(),
    postMortemEvents.length > 0
      ? store.postMortemEvents(postMortemEvents)
      : new Map<string, PostMortemEventView>(),
    rollUps.length > 0 ? store.rolledAlerts(rollUps) : new Map<string, readonly RolledAlert[]>(),
  ]);
  return granted.flatMap((due): Leased[] => {
    const platform = platforms.get(due.platform);
    if (!platform) return [];
    if (due.report !== undefined)
      return [
        {
          due,
          platform,
          token,
          revision: 1,
          report: {
            id: due.report,
            part: due.role === 'detail' ? 'detail' : 'report',
            target: targetOf(due),
          },
        },
      ];
    if (due.role === 'roll_up') {
      const content = rollUpContent(due, platform, rolled.get(due.id) ?? []);
      const call = content && { ...targetOf(due), content };
      return [{ due, platform, token, revision: due.wantedRevision, ...(call && { call }) }];
    }
    if (due.postMortem !== undefined) {
      const paper = papers.get(due.postMortem);
      const told = due.postMortemEvent === undefined ? undefined : paperEvents.get(due.postMortemEvent);
      const content = paper && postMortemContent(due, paper, told);
      const call = content && { ...targetOf(due), content };
      const revision = paper?.postMortem.revision ?? 1;
      return [{ due, platform, token, revision, ...(call && { call }) }];
    }
    const view = due.alert === undefined ? undefined : views.get(due.alert);
    const event = due.eventId === undefined ? undefined : events.get(due.eventId);
    const reminded = due.bundleId === undefined ? undefined : reminders.get(due.bundleId);
    const content = reminded ? reminderContent(due, reminded) : view && contentOf(due, view, event);
    const call = content && { ...targetOf(due), content };
    return [{ due, platform, token, revision: view?.alert.revision ?? 1, ...(call && { call }) }];
  });
}

async function takeBatch(
  store: PostingStore,
  due: readonly Due[],
  platforms: ReadonlyMap<string, Platform>,
  { now, refused }: Pick<LeaseOptions, 'now' | 'refused'>,
): Promise<{ granted: Due[]; delays: { id: string; until: Date }[]; spent: BucketState[] }> {
  const uses = new Map(
    due.map((each) => [each.id, platforms.get(each.platform)?.buckets(targetOf(each)) ?? []]),
  );
  const keys = [...new Set([...uses.values()].flatMap((each) => each.map(({ key }) => key)))].sort();
  const states = new Map<string, BucketState>(keys.length > 0 ? await store.lockBuckets(keys) : []);
  const touched = new Map<string, BucketState>();
  const granted: Due[] = [];
  const delays: { id: string; until: Date }[] = [];
  /** What presses waits behind what presses only. */
  const pressing = new Map<string, number>();
  for (const each of due) {
    const wanted = uses.get(each.id) ?? [];
    const taken = takeTokens(wanted, states, now);
    if (taken.granted) {
      for (const bucket of taken.buckets) {
        states.set(bucket.key, bucket);
        touched.set(bucket.key, bucket);
        refused.delete(bucket.key);
      }
      granted.push(each);
      continue;
    }
    const { key, perSecond } = taken.by;
    // Later ones are spread out behind the earlier that the same bucket refused, so that they are not looked at in vain.
    const line = each.priority > 1 ? refused : pressing;
    const ahead = line.get(key) ?? 0;
    line.set(key, ahead + 1);
    const spread = perSecond > 0 ? (ahead / perSecond) * 1000 : 0;
    delays.push({ id: each.id, until: new Date(taken.until.getTime() + spread) });
  }
  return { granted, delays, spent: [...touched.values()].sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

/** Whether it goes to one person rather than to a channel. */
export function isDirect({ role, toPerson }: Pick<Due, 'role' | 'toPerson'>): boolean {
  return role === 'direct' || role === 'reminder' || toPerson === true;
}

export function targetOf(message: Omit<Due, 'attempt' | 'priority' | 'wantedRevision'>): Target {
  return {
    messageId: message.id,
    channel: message.channel,
    direct: isDirect(message),
    ...(message.reference !== undefined && { edit: message.reference }),
    ...(message.rootReference !== undefined && { thread: message.rootReference }),
  };
}

function contentOf({ role }: Due, view: AlertView, event: EventView | undefined): Content | undefined {
  if (role === 'card') return { kind: 'card', card: alertCard(view) };
  if (!event) return undefined;
  if (role === 'direct') return { kind: 'line', line: handedLine(event), card: alertCard(view) };
  const words = eventLine(event, view);
  return words && { kind: 'line', line: words };
}

/** Nothing where every alert got a card of its own before the roll-up could be posted. */
function rollUpContent(due: Due, platform: Platform, rolled: readonly RolledAlert[]): Content | undefined {
  if (due.reference === undefined && !rolled.some(({ waits }) => waits)) return undefined;
  const alerts = rolled.map(({ view, waits, card }) => {
    const link = card === undefined ? undefined : platform.linkTo?.(card);
    return { view, waits, ...(link !== undefined && { link }) };
  });
  return { kind: 'note', note: rollUpNote(alerts) };
}

function postMortemContent(
  { role }: Due,
  view: PostMortemView,
  event: PostMortemEventView | undefined,
): Content | undefined {
  if (role === 'card') return { kind: 'report', report: postMortemReport(view) };
  const words = event && postMortemLine(event, view);
  return words && { kind: 'line', line: words };
}

/** Nothing where all of it was done before it could be sent. */
function reminderContent({ channel }: Due, reminders: readonly ReminderView[]): Content | undefined {
  const note = reminderNote(reminders, channel);
  return note && { kind: 'note', note };
}
