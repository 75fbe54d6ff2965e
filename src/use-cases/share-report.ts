/** A summary that somebody may show to others: kept when it is asked for, posted once when they say so. */
import type { Question } from '../domain/figures/summary.js';
import type { PlatformName } from '../domain/policy.js';
import type { Narrator } from './narrative/narrate.js';
import type { Clock, Transaction } from './transaction.js';

/** A channel that a message can be posted in. */
export interface Place {
  readonly platform: PlatformName;
  /** As posting knows it: the id on Slack and Teams, the name on the desk. */
  readonly channel: string;
}

export interface AskedReport {
  readonly id: string;
  readonly question: Question;
  readonly askedBy: string;
  readonly place: Place;
}

export type Shared =
  | { readonly outcome: 'shared'; readonly at: Date }
  | { readonly outcome: 'shared_before'; readonly at: Date }
  /** Forgotten, or asked by somebody else. */
  | { readonly outcome: 'not_found' };

export interface ReportStore {
  keepReport(report: AskedReport): void;
  /** Wants it posted where it was asked, once whoever presses how often; only who asked may. */
  shareReport(share: {
    readonly id: string;
    readonly by: string;
    readonly at: Date;
    /** When it is posted, at the latest; absent: at once. */
    readonly postAt?: Date;
  }): Promise<Shared>;
}

/** Throws DatabaseAway. */
export async function shareReport(
  deps: {
    readonly transaction: Transaction<ReportStore>;
    readonly clock: Clock;
    readonly wanted: () => void;
    readonly narrator?: Pick<Narrator, 'waitMs' | 'report'>;
  },
  { id, by }: { readonly id: string; readonly by: string },
): Promise<Shared> {
  const { narrator } = deps;
  const at = deps.clock();
  const shared = await deps.transaction((store) =>
    store.shareReport({
      id,
      by,
      at,
      ...(narrator && { postAt: new Date(at.getTime() + narrator.waitMs) }),
    }),
  );
  if (shared.outcome === 'shared') {
    deps.wanted();
    void narrator?.report(id);
  }
  return shared;
}
