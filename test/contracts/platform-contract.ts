/** What posting counts on of every platform, tried against its counterpart. */
import { describe } from 'vitest';
import type { Ground, PlatformContract } from './platform-ground.js';
import { tryMessages } from './try-messages.js';
import { tryOthersWords } from './try-others-words.js';
import { tryOutcomes } from './try-outcomes.js';

export function describePlatform<G extends Ground>(contract: PlatformContract<G>): void {
  describe(`the platform ${contract.name}`, () => {
    tryMessages(contract);
    tryOthersWords(contract);
    tryOutcomes(contract);
  });
}
