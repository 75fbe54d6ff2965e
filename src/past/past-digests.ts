/** The last digest of each audience in the demo's past, sent at its time: whoever starts the demo finds one. */
import type { ZonedAudience } from '../domain/digest/audience.js';
import { latestRun } from '../domain/digest/schedule.js';
import { sendDigests, type SendDigestsDeps } from '../use-cases/send-digests.js';

export interface PastDigests {
  /** When the next is to be sent; undefined: all are. */
  readonly next: () => Date | undefined;
  /** Sends those whose time it is. */
  readonly send: () => Promise<void>;
}

const MINUTE_MS = 60_000;

export function createPastDigests(
  audiences: readonly ZonedAudience[],
  until: Date,
  deps: Omit<SendDigestsDeps, 'audiences'>,
): PastDigests {
  const runs = audiences
    .map((audience) => ({ audience, at: latestRun(audience, until).at }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());

  return {
    next: () => runs[0]?.at,
    async send() {
      const at = deps.clock();
      const due = runs.filter((run) => run.at <= at).map(({ audience }) => audience);
      runs.splice(0, due.length);
      // A minute before it is noted when it is due: nothing is sent of days before somebody was there to read.
      await sendDigests({ ...deps, audiences: due, clock: () => new Date(at.getTime() - MINUTE_MS) });
      await sendDigests({ ...deps, audiences: due });
    },
  };
}
