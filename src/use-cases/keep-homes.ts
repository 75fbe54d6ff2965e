/**
 * The page of their own on which a person sees what is theirs: shown when they open it, and again while they may be looking whenever
 * something of theirs has changed. What it is to show is read from the alerts each time, so several changes are one, the newest state
 * wins, and nothing is owed that a crash could lose.
 */
import type { AlertView } from '../domain/alert-view.js';
import type { PlatformName } from '../domain/policy.js';
import type { ReadAlertsStore } from './read-alerts.js';
import type { Clock, Transaction } from './transaction.js';

export interface HomeStore {
  /** Somebody opened theirs, where `mark` is what the platform says of what stands there, or pressed a button on it. */
  openHome(home: OpenedHome & { readonly platform: PlatformName; readonly at: Date }): Promise<void>;
  /**
   * At most `limit` homes of members, opened since, that show something else than what is theirs, the one opened last first. Nobody
   * else is given them until `until`.
   */
  takeStaleHomes(asked: {
    readonly platform: PlatformName;
    readonly openedSince: Date;
    readonly now: Date;
    readonly until: Date;
    readonly limit: number;
  }): Promise<readonly StaleHome[]>;
  /** What stands there now, not to be shown again before `again`; nothing is written where it was shown meanwhile with another mark. */
  homeShown(
    home: StaleHome & {
      readonly platform: PlatformName;
      readonly newMark: string | undefined;
      readonly again: Date;
    },
  ): Promise<void>;
  /** It is not known what stands there: it is shown again, over whatever that is. */
  homeUnsure(home: {
    readonly platform: PlatformName;
    readonly userId: string;
    readonly again: Date;
  }): Promise<void>;
}

export interface OpenedHome {
  readonly userId: string;
  readonly staffId: string;
  readonly mark?: string;
}

export interface StaleHome extends OpenedHome {
  /** What it is to show, as a digest. */
  readonly shows: string;
}

/** Shows it; `mark` guards against covering a newer one. */
export type PublishHome = (
  home: { readonly userId: string; readonly mark?: string },
  mine: { readonly views: readonly AlertView[]; readonly total: number },
) => Promise<Published>;

export type Published =
  | { readonly outcome: 'shown'; readonly mark: string | undefined }
  /** Something else stands there than the mark says, or it is not known whether this does. */
  | { readonly outcome: 'unsure' }
  | { readonly outcome: 'later'; readonly afterMs?: number }
  /** It will not be taken as it is. */
  | { readonly outcome: 'refused' };

export interface KeepHomesDeps {
  readonly platform: PlatformName;
  readonly transaction: Transaction<HomeStore & Pick<ReadAlertsStore, 'listAlerts'>>;
  readonly clock: Clock;
  readonly publish: PublishHome;
  /** Whether the platform takes calls. */
  readonly ready: () => boolean;
  /** How many the platform takes in a minute of this process. */
  readonly perMinute: number;
}

/** Longer than a call takes: so long nobody else shows it. */
const LEASE_MS = 5_000;
/** Between two showings to one person; who watches sees the latest that much later. */
const LEAST_BETWEEN_MS = 2_000;
/** Whoever comes back later opens it anew. */
const LOOKED_AT_MS = 7 * 86_400_000;
const AT_ONCE = 10;
/** Two blocks each of the 100 of a Slack view; who has more than twenty needs a list. */
const MOST_SHOWN = 20;
const IDLE_MS = 5_000;
const MINUTE_MS = 60_000;

/** One round; answers how many milliseconds nothing need be done unless somebody says so. Throws DatabaseAway. */
export function createHomesRound(deps: KeepHomesDeps): () => Promise<number> {
  const { platform, transaction, clock, publish, ready, perMinute } = deps;
  let tried: readonly number[] = [];
  let pausedUntil = 0;
  let lastShown = Number.NEGATIVE_INFINITY;
  return async () => {
    if (!ready()) return IDLE_MS;
    const now = clock();
    const nowMs = now.getTime();
    if (pausedUntil > nowMs) return pausedUntil - nowMs;
    tried = tried.filter((at) => at > nowMs - MINUTE_MS);
    const limit = Math.min(AT_ONCE, perMinute - tried.length);
    if (limit <= 0) return IDLE_MS;
    const homes = await takeHomes(transaction, { platform, now, limit });
    tried = [...tried, ...homes.map(() => nowMs)];
    for (const { home, mine } of homes) {
      const published = await publish(home, mine);
      if (published.outcome === 'later') {
        pausedUntil = clock().getTime() + (published.afterMs ?? LEASE_MS);
        break;
      }
      lastShown = clock().getTime();
      const again = new Date(lastShown + LEAST_BETWEEN_MS);
      await transaction((store) => record(store, { ...home, platform, again }, published));
    }
    if (homes.length === limit) return 0;
    // What changes right after a showing waits for the next one.
    return clock().getTime() - lastShown < LEAST_BETWEEN_MS ? LEAST_BETWEEN_MS : IDLE_MS;
  };
}

async function takeHomes(
  transaction: KeepHomesDeps['transaction'],
  asked: { readonly platform: PlatformName; readonly now: Date; readonly limit: number },
) {
  const { now } = asked;
  return transaction(async (store) => {
    const homes = await store.takeStaleHomes({
      ...asked,
      openedSince: new Date(now.getTime() - LOOKED_AT_MS),
      until: new Date(now.getTime() + LEASE_MS),
    });
    return Promise.all(
      homes.map(async (home) => {
        const filter = { show: 'mine', staffId: home.staffId, order: 'due' } as const;
        return { home, mine: await store.listAlerts(filter, MOST_SHOWN) };
      }),
    );
  });
}

/** What will not be taken is not offered again before it has changed. */
async function record(
  store: HomeStore,
  home: StaleHome & { readonly platform: PlatformName; readonly again: Date },
  published: Exclude<Published, { outcome: 'later' }>,
): Promise<void> {
  switch (published.outcome) {
    case 'unsure':
      return store.homeUnsure(home);
    case 'refused':
      return store.homeShown({ ...home, newMark: home.mark });
    case 'shown':
      return store.homeShown({ ...home, newMark: published.mark });
  }
}
