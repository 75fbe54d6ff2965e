import type { Rule } from '../../domain/policy.js';
import { COMPLAINING, NOT_COMPLAINING } from './harsh-words.js';

const MANY_READERS = 10_000;
const VERY_MANY_READERS = 100_000;

/** Complaints in public, by how many read them. `watched` are the words of the other rules. */
export function readerRules(watched: readonly Rule[]): readonly Rule[] {
  const says = [...new Set([...COMPLAINING, ...watched.flatMap(({ when }) => when.says ?? [])])];
  const saysExcept = [
    ...new Set([...NOT_COMPLAINING, ...watched.flatMap(({ when }) => when.saysExcept ?? [])]),
  ];
  return [
    readers('public: very many readers', 'critical', VERY_MANY_READERS),
    readers('public: many readers', 'high', MANY_READERS),
  ];

  function readers(name: string, severity: 'critical' | 'high', reachAtLeast: number): Rule {
    return {
      name,
      when: { kind: ['mention', 'review'], reachAtLeast, says, saysExcept },
      severity,
      reason: 'says {said} to {reach} readers',
    };
  }
}
