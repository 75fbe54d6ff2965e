import type { Clock, Transaction } from './transaction.js';

export interface RetryMessageStore {
  /** Puts a message that was given up or is unconfirmed back to work, with the lines that waited for it. */
  retryMessage(messageId: string, now: Date): Promise<boolean>;
}

export interface RetryMessageDeps {
  readonly transaction: Transaction<RetryMessageStore>;
  readonly clock: Clock;
  readonly wake: () => void;
}

/** False where the message is no longer given up. Throws DatabaseAway. */
export async function retryMessage(
  { transaction, clock, wake }: RetryMessageDeps,
  messageId: string,
): Promise<boolean> {
  const retried = await transaction((store) => store.retryMessage(messageId, clock()));
  if (retried) wake();
  return retried;
}
