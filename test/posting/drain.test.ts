import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPosting } from '../../src/posting/create-posting.js';
import { DatabaseAway } from '../../src/use-cases/failures.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, type World } from '../world.js';
import { createMemoryPlatform } from './memory-platform.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.database.close());

it('draining ends within seconds though the database stays away and results cannot be written', async () => {
  const platform = createMemoryPlatform();
  const posting = createPosting({
    transaction: world.database.transaction,
    redoable: () => Promise.reject(new DatabaseAway('away')),
    platforms: [platform],
    fallback: () => undefined,
    report: () => Promise.resolve(undefined),
    channelName: (platform, channel) => `${platform} channel ${channel}`,
    clock: world.clock,
    newId: world.newId,
    log: quietLog,
    timing: { leaseMs: 20_000, settleMs: 30_000, unlimited: false },
    notice: () => Promise.resolve(),
    count: () => undefined,
    wake: () => undefined,
    changed: () => undefined,
    mark: () => undefined,
  });
  await world.hear({ customer: { id: 'maria', name: 'Maria' } });
  await world.triageAll();
  await posting.run(100);
  const began = performance.now();
  await posting.drain();
  expect(platform.shown.size).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(8_000);
});
