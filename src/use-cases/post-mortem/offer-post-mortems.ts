/** Suggests a post-mortem where a theme has become many alerts of one team, once a week at most. */
import type { Clock, Transaction } from '../transaction.js';

export interface OfferPostMortemsStore {
  /**
   * For every theme and team with `atLeast` alerts since `since`, that was not offered since and has no post-mortem that is open or was opened since:
   * a line in the thread of the newest of them. Two processes offer it once. Answers how many.
   */
  offerPostMortems(offer: {
    readonly since: Date;
    readonly atLeast: number;
    readonly now: Date;
  }): Promise<number>;
}

const WEEK_MS = 7 * 86_400_000;

export async function offerPostMortems({
  transaction,
  clock,
  offerAfter,
  wanted,
}: {
  readonly transaction: Transaction<OfferPostMortemsStore>;
  readonly clock: Clock;
  /** Undefined: never. */
  readonly offerAfter: number | undefined;
  /** Called after the commit: there are lines to post. */
  readonly wanted: () => void;
}): Promise<void> {
  if (offerAfter === undefined) return;
  const now = clock();
  const since = new Date(now.getTime() - WEEK_MS);
  const offered = await transaction((store) => store.offerPostMortems({ since, atLeast: offerAfter, now }));
  if (offered > 0) wanted();
}
