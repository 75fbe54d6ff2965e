import type { Policy, Rule } from '../../domain/policy.js';
import { ASKED_AGAIN_RULES } from './asked-again.js';
import { DELIVERY_RULES } from './delivery.js';
import { HARSH_RULES } from './harsh-words.js';
import { KIND_RULES } from './kinds.js';
import { LEAVING_RULES } from './leaving.js';
import { LEGAL_RULES } from './legal.js';
import { MONEY_RULES } from './money.js';
import { PRIVACY_RULES } from './privacy.js';
import { readerRules } from './readers.js';
import { SAFETY_RULES } from './safety.js';
import { SERVICE_RULES } from './service.js';
import { STAFF_RULES } from './staff.js';
import { valuedAccountRules } from './valued-accounts.js';

const ABOUT_PEOPLE = [...SAFETY_RULES, ...PRIVACY_RULES, ...LEGAL_RULES];
const ABOUT_SERVICE = [...STAFF_RULES, ...MONEY_RULES, ...SERVICE_RULES, ...DELIVERY_RULES];
const ABOUT_TEMPER = [...LEAVING_RULES, ...ASKED_AGAIN_RULES, ...HARSH_RULES];

/**
 * The rules that hold without any configuration. The first that names a theme gives it: what could hurt people, then what the sender
 * says has happened, then what went wrong, that the customer is leaving only where nothing says why, and last what it merely mentions.
 */
export function builtInRules(thresholds: Policy['thresholds']): readonly Rule[] {
  const wentWrong = ABOUT_SERVICE.filter(({ severity }) => severity !== undefined);
  const merelyMentioned = ABOUT_SERVICE.filter(({ severity }) => severity === undefined);
  return [
    ...valuedAccountRules(thresholds),
    ...readerRules([...ABOUT_PEOPLE, ...wentWrong, ...ABOUT_TEMPER]),
    ...ABOUT_PEOPLE,
    ...KIND_RULES,
    ...wentWrong,
    ...ABOUT_TEMPER,
    ...merelyMentioned,
  ];
}
