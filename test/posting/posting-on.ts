import { createPosting, type Posting } from '../../src/posting/create-posting.js';
import type { PostingDeps } from '../../src/posting/posting-deps.js';
import { readReport } from '../../src/use-cases/read-report.js';
import { quietLog } from '../quiet-log.js';
import type { World } from '../world.js';
import type { MemoryPlatform } from './memory-platform.js';

export const SETTLE_MS = 30_000;
export const LEASE_MS = 20_000;

/** A process that posts on a platform in memory. */
export function postingOn(
  { database, clock, newId }: World,
  platform: MemoryPlatform,
  given: Partial<PostingDeps> = {},
): Posting {
  return createPosting({
    transaction: database.transaction,
    redoable: database.redoable,
    platforms: [platform],
    fallback: () => 'lobby',
    report: (id) => database.transaction((store) => readReport(store, id, clock(), {})),
    channelName: (name, channel) => `${name} channel ${channel}`,
    clock,
    newId,
    log: quietLog,
    timing: { leaseMs: LEASE_MS, settleMs: SETTLE_MS, unlimited: false },
    notice: () => Promise.resolve(),
    count: () => undefined,
    wake: () => undefined,
    changed: () => undefined,
    mark: () => undefined,
    ...given,
  });
}
