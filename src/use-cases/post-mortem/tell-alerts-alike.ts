/** Open alerts alike hear, each once in its thread, that an open post-mortem looks at the same. */
import type { Clock, NewId, Transaction } from '../transaction.js';

export interface AlikeAlert {
  readonly postMortem: number;
  readonly alert: number;
}

export interface TellAlikeStore {
  /** Open alerts of the theme of an open post-mortem that are part of none and were not told; at most so many of each, the newest. */
  alertsAlike(limit: number): Promise<readonly AlikeAlert[]>;
  /** Those that another process told meanwhile are left alone. Answers how many lines there are to post. */
  tellAlike(alike: readonly (AlikeAlert & { readonly eventId: string })[], at: Date): Promise<number>;
}

/** As many as its page lists. */
const MOST_EACH = 30;

export async function tellAlertsAlike({
  transaction,
  clock,
  newId,
  wanted,
}: {
  readonly transaction: Transaction<TellAlikeStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Called after the commit: there are lines to post. */
  readonly wanted: () => void;
}): Promise<void> {
  const told = await transaction((store) => tellAlike(store, { at: clock(), newId }));
  if (told > 0) wanted();
}

/** Answers how many lines there are to post. */
export async function tellAlike(
  store: TellAlikeStore,
  { at, newId }: { readonly at: Date; readonly newId: NewId },
): Promise<number> {
  const alike = await store.alertsAlike(MOST_EACH);
  if (alike.length === 0) return 0;
  return store.tellAlike(
    alike.map((each) => ({ ...each, eventId: newId() })),
    at,
  );
}
