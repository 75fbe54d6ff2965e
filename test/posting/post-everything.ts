import { createPosting } from '../../src/posting/create-posting.js';
import { quietLog } from '../quiet-log.js';
import type { World } from '../world.js';
import type { MemoryPlatform } from './memory-platform.js';

/** Posts until nothing waits, as fast as it goes. */
export async function postEverything(world: World, platform: MemoryPlatform): Promise<void> {
  let woken = true;
  const posting = createPosting({
    transaction: world.database.transaction,
    redoable: world.database.redoable,
    platforms: [{ ...platform, buckets: () => [] }],
    fallback: () => 'lobby',
    channelName: (_, channel) => channel,
    report: () => Promise.resolve(undefined),
    clock: world.clock,
    newId: world.newId,
    log: quietLog,
    timing: { leaseMs: 20_000, settleMs: 30_000, unlimited: true },
    notice: () => Promise.resolve(),
    count: () => undefined,
    wake: () => (woken = true),
    changed: () => undefined,
    mark: () => undefined,
  });
  for (let round = 0; round < 10 && woken; round += 1) {
    woken = false;
    await posting.run(100);
    await posting.drain();
  }
}
