import { expect, it } from 'vitest';
import { beginAttack, distribution, expectUnharmed } from '../chaos/attack.js';
import { readSeed } from '../chaos/seeded.js';

const REQUESTS = 600;
const LIMIT_MS = 120_000;

it(
  `${REQUESTS} hostile requests at every door, half of them signed, harm nothing`,
  async () => {
    const seed = readSeed();
    console.info(`seed ${seed}: EARSHOT_SEED=${seed} npx vitest run test/stories/hostile-requests`);
    const attack = await beginAttack();
    const answers = await attack.send(seed, REQUESTS);
    console.table(distribution(answers));
    expect(answers).toHaveLength(REQUESTS);
    expect(answers.filter(({ request }) => request.signed)).toHaveLength(REQUESTS / 2);
    await expectUnharmed(attack, answers);
    await attack.story.product().stop();
    attack.close();
  },
  LIMIT_MS,
);
