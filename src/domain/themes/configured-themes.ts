import type { Policy } from '../policy.js';

/** Every theme that a rule or the taxonomy names, as it is written there. */
export function configuredThemes({ rules, reading }: Pick<Policy, 'rules' | 'reading'>): readonly string[] {
  const named = rules.flatMap(({ theme }) => theme ?? []);
  return [...new Set([...named, ...(reading?.themes.map(({ theme }) => theme) ?? [])])];
}
