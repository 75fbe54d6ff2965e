/** Brings the cards of the demo's past to the desk at the times at which they were wanted. */
import type { Silence } from '../domain/follow-up/silence.js';
import type { Platform } from '../posting/platform.js';
import { createPosting } from '../posting/create-posting.js';
import type { Store } from '../storage/store.js';
import type { Log } from '../use-cases/log.js';
import { createReportReader } from '../use-cases/report-reader.js';
import type { Clock, NewId, Transaction } from '../use-cases/transaction.js';

export interface PastPostingDeps {
  readonly transaction: Transaction<Store>;
  readonly desk: Platform;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** Of what reports tell. */
  readonly silence: Silence;
}

export interface PastPosting {
  /** Posts what is due. */
  readonly round: () => Promise<void>;
  /** A line goes after the one before it: round by round until nothing is left. */
  readonly everything: () => Promise<void>;
}

const AT_ONCE = 100;
/** Nothing is away in the past: no call is unclear, no lease is outlived. */
const TIMING = { leaseMs: 20_000, settleMs: 31_000, unlimited: true };

export function createPastPosting({ transaction, desk, silence, ...rest }: PastPostingDeps): PastPosting {
  let posted = 0;
  const posting = createPosting({
    ...rest,
    transaction,
    redoable: transaction,
    platforms: [desk],
    fallback: nothing,
    report: createReportReader({ transaction, clock: rest.clock, silence }),
    timing: TIMING,
    channelName: (_platform, channel) => channel,
    notice: () => Promise.resolve(),
    count(outcome) {
      if (outcome === 'posted') posted += 1;
    },
    wake: nothing,
    changed: nothing,
    mark: nothing,
  });
  const round = async (): Promise<void> => {
    await posting.run(AT_ONCE);
    await posting.drain();
  };
  return {
    round,
    async everything() {
      for (let before = -1; before !== posted;) {
        before = posted;
        await round();
      }
    },
  };
}

function nothing(): undefined {
  return undefined;
}
