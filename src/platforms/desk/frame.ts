/** What stands around every page: who reads, the channels with their counts, what wants mending. Read in the page's own transaction. */
import type { Staff } from '../../domain/staff.js';
import type { DeskChannel } from '../../use-cases/read-desk.js';
import type { DeskPeople, DeskStore, PlatformState } from './desk-deps.js';

export interface Frame {
  readonly reader: Staff;
  /** Everybody who may act, by name; only where the page lets one choose. */
  readonly staff: readonly Staff[];
  readonly channels: readonly DeskChannel[];
  readonly open: number;
  readonly mine: number;
  /** Parked platforms, notices, messages given up: worth a mark beside Delivery. */
  readonly troubles: number;
}

const DEAD_COUNTED_MAX = 100;

export interface FrameOf {
  readonly people: DeskPeople;
  /** The staff id that the reader picked in the demo. */
  readonly wanted: string | undefined;
  readonly platforms: readonly PlatformState[];
  /** Configured channels. */
  readonly channels: readonly string[];
  /** Whether the page has a list of people to choose from. */
  readonly choosesPeople: boolean;
}

/** Undefined where there is nobody who may act. */
export async function readFrame(store: DeskStore, of: FrameOf): Promise<Frame | undefined> {
  const reader = await findReader(store, of.people, of.wanted);
  if (!reader) return undefined;
  const dead = await store.deadMessages(DEAD_COUNTED_MAX);
  const notices = await store.notices();
  return {
    reader,
    staff: of.choosesPeople ? await store.listStaff() : [],
    channels: withConfigured(await store.deskChannels(), of.channels),
    open: (await store.listAlerts({ show: 'all' }, 1)).total,
    mine: (await store.listAlerts({ show: 'mine', staffId: reader.id }, 1)).total,
    troubles: dead.length + notices.length + of.platforms.filter(({ state }) => state === 'parked').length,
  };
}

function withConfigured(
  posted: readonly DeskChannel[],
  configured: readonly string[],
): readonly DeskChannel[] {
  const known = new Set(posted.map(({ name }) => name));
  const quiet = [...new Set(configured)].filter((name) => !known.has(name));
  return [...posted, ...quiet.map((name) => ({ name, open: 0, unclaimed: 0 }))].sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
}

export async function findReader(
  store: DeskStore,
  people: DeskPeople,
  wanted: string | undefined,
): Promise<Staff | undefined> {
  if (people.kind === 'operator') return store.findStaff(people.staffId);
  const staff = await store.listStaff();
  return staff.find(({ id }) => id === wanted) ?? staff[0];
}
