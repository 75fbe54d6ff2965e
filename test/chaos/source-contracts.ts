/** How every kind of sender signs, taken from the suite that each keeps: who is added later is attacked as well. */
import { vi } from 'vitest';
import { ALL_SOURCES } from '../../src/sources/all-sources.js';
import type { describeSource } from '../contracts/source-contract.js';

export type SourceContract = Parameters<typeof describeSource>[0];

const { found } = vi.hoisted(() => ({ found: [] as SourceContract[] }));
vi.mock('../contracts/source-contract.js', () => ({
  describeSource: (contract: SourceContract) => void found.push(contract),
}));

/** One for each type, in their order. Throws where a type has no suite. */
export async function readSourceContracts(): Promise<readonly SourceContract[]> {
  for (const { type } of ALL_SOURCES) await import(`../sources/${type}.contract.test.ts`);
  return ALL_SOURCES.map(({ type }) => {
    const contract = found.find((each) => each.type.type === type);
    if (!contract) throw new Error(`test/sources/${type}.contract.test.ts does not describe ${type}`);
    return contract;
  });
}
