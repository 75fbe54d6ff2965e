/** What posting works with, and how patient it is. */
import type { PlatformName } from '../domain/policy.js';
import type { ToldReport } from '../domain/told-report.js';
import type { Log } from '../use-cases/log.js';
import type { Clock, NewId, Transaction } from '../use-cases/transaction.js';
import type { Platform } from './platform.js';
import type { PostingStore } from './posting-store.js';

export interface PostingDeps {
  readonly transaction: Transaction<PostingStore>;
  /** For results: one that is lost leaves its message to be looked for and found. The lease before a call is never redoable. */
  readonly redoable: Transaction<PostingStore>;
  readonly platforms: readonly Platform[];
  /** Where the cards of a platform go whose own channel is gone. */
  readonly fallback: (platform: PlatformName) => string | undefined;
  /** A channel as people know it, within a sentence. */
  readonly channelName: (platform: PlatformName, channel: string) => string;
  /** A channel for which more cards wait than this gets roll-ups; undefined: none does. */
  readonly rollUpOver?: number;
  /** What a report tells; undefined where it is none any more. Throws DatabaseAway. */
  readonly report: (id: string) => Promise<ToldReport | undefined>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly timing: PostingTiming;
  readonly notice: (key: string, text: string) => Promise<void>;
  readonly count: (what: PostingCount, platform: PlatformName) => void;
  /** There are messages to run for. */
  readonly wake: () => void;
  /** Called after results were committed: what people see of messages has changed. */
  readonly changed: () => void;
  /** The places in the code where tests stop the process. */
  readonly mark: (point: 'before-call' | 'after-call' | 'before-result-commit') => void;
}

export type PostingCount =
  'posted' | 'later' | 'unknown' | 'refused' | 'moved' | 'adopted' | 'resent' | 'unconfirmed' | 'twice';

export interface PostingTiming {
  /** How long a lease holds: longer than a call may take. */
  readonly leaseMs: number;
  /** How long after an unsure call a message may still appear. */
  readonly settleMs: number;
  readonly unlimited: boolean;
}
