/** Twenty thousand hostile requests, half of them correctly signed, at every door there is. EARSHOT_SEED says which. */
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import type { TeamsStory } from '../stories/teams-story.js';
import { pause, until } from '../stories/until.js';
import { isAtRest } from './at-rest.js';
import { beginAttack, distribution, expectUnharmed } from './attack.js';
import { readSeed } from './seeded.js';

const WARM_UP = 3_000;
const REQUESTS = 20_000;
const MOST_GROWTH_MIB = 50;
const LIMIT_MS = 30 * 60_000;
const MIB = 1_048_576;
const COLLECT = fileURLToPath(new URL('collect-on-signal.mjs', import.meta.url));

it.skipIf(inject('serverUrl') === null)(
  `${REQUESTS} hostile requests: no crash, no 5xx, memory grows by less than ${MOST_GROWTH_MIB} MiB`,
  async () => {
    const seed = readSeed();
    console.info(`seed ${seed}: EARSHOT_SEED=${seed} npm run test:chaos -- hostile`);
    const attack = await beginAttack(['--expose-gc', '--import', COLLECT]);
    await attack.send(seed + 1, WARM_UP);
    const before = await restingMib(attack.story);
    const answers = await attack.send(seed, REQUESTS);
    const after = await restingMib(attack.story);
    console.table(distribution(answers));
    console.info(
      `resident after a collection: ${before} MiB warmed up, ${after} MiB after ${REQUESTS} requests more`,
    );
    expect(answers.filter(({ request }) => request.signed)).toHaveLength(REQUESTS / 2);
    await expectUnharmed(attack, answers);
    expect(after - before).toBeLessThan(MOST_GROWTH_MIB);
    await attack.story.product().stop();
    attack.close();
  },
  LIMIT_MS,
);

/** What the process holds when it has done everything and thrown away what it needs no more. */
async function restingMib({ product, database }: TeamsStory): Promise<number> {
  await until('everything is at rest', () => isAtRest(database.url!), 5 * 60_000);
  for (let times = 0; times < 3; times += 1) {
    process.kill(product().pid, 'SIGUSR2');
    await pause(500);
  }
  const metrics = await (await fetch(`${product().deskAddress}/metrics`)).text();
  return Math.round(Number(/^process_resident_memory_bytes (\S+)$/mu.exec(metrics)?.[1]) / MIB);
}
