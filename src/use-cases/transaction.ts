/** What every use case is handed: a way to run its work in one database transaction, the time, new ids. */

/**
 * Runs `work` in one transaction and commits; rolls back when it throws. Serialisation failures and deadlocks are tried again.
 * Throws DatabaseAway where the database cannot be reached; after any failure but an unconfirmed commit nothing has changed.
 */
export type Transaction<Store> = <Result>(
  work: (store: Store) => Promise<Result> | Result,
) => Promise<Result>;

export type Clock = () => Date;

/** A new unique id (UUID version 7: sorted by time). */
export type NewId = () => string;
