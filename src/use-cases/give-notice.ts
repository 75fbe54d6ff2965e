/** Notices: what somebody who runs Earshot should know or mend, shown on the desk until it is mended. */
import type { Clock, Transaction } from './transaction.js';

export interface NoticeStore {
  /** Saying the same again does not make it newer. */
  setNotice(key: string, text: string, at: Date): Promise<void>;
  clearNotice(key: string): Promise<boolean>;
}

export interface NoticeDeps {
  readonly transaction: Transaction<NoticeStore>;
  readonly clock: Clock;
}

export async function giveNotice(
  { transaction, clock }: NoticeDeps,
  key: string,
  text: string,
): Promise<void> {
  await transaction((store) => store.setNotice(key, text, clock()));
}

export async function clearNotice({ transaction }: NoticeDeps, key: string): Promise<void> {
  await transaction((store) => store.clearNotice(key));
}
