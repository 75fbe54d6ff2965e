import type { KnowStaffStore } from './know-staff.js';
import type { Clock, Transaction } from './transaction.js';

/** Somebody new is seldom named by a customer on their first morning; an organisation may have thousands. */
const KEPT_MS = 10 * 60_000;

/** Everybody who is known, who left as well: a customer still names them. Read anew now and then: questions to a model come faster than people. Throws DatabaseAway. */
export function createStaffNames({
  transaction,
  clock,
}: {
  readonly transaction: Transaction<Pick<KnowStaffStore, 'staffNames'>>;
  readonly clock: Clock;
}): () => Promise<readonly string[]> {
  let known: { readonly names: readonly string[]; readonly until: number } | undefined;
  return async () => {
    const now = clock().getTime();
    if (known && now < known.until) return known.names;
    known = { names: await transaction((store) => store.staffNames()), until: now + KEPT_MS };
    return known.names;
  };
}
