/** The flags of a reading, by the words that the built-in rules watch for: said once, so that a card and a rule never disagree. */
import type { Rule } from '../../domain/policy.js';
import type { FlagName, FlagWording } from '../../domain/reading.js';
import { ASKED_AGAIN_RULES } from './asked-again.js';
import { LEAVING_RULES } from './leaving.js';
import { LEGAL_RULES } from './legal.js';
import { MONEY_RULES } from './money.js';
import { SAFETY_RULES } from './safety.js';
import { STAFF_RULES } from './staff.js';

export const BUILT_IN_FLAGS: readonly FlagWording[] = [
  ...wordings('safety', SAFETY_RULES),
  ...wordings(
    'legal',
    LEGAL_RULES.filter(({ theme }) => theme === 'legal'),
  ),
  ...wordings('rude staff', STAFF_RULES),
  ...wordings('churn', LEAVING_RULES),
  ...wordings(
    'refund',
    MONEY_RULES.filter(({ theme }) => theme === 'refunds'),
  ),
  ...wordings('repeated contact', ASKED_AGAIN_RULES),
];

function wordings(flag: FlagName, rules: readonly Rule[]): readonly FlagWording[] {
  return rules.flatMap(({ when: { says, saysExcept } }) =>
    says ? [{ flag, says, ...(saysExcept && { saysExcept }) }] : [],
  );
}
