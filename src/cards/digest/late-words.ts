import type { Need, NeedingAlert } from '../../domain/figures/summary.js';
import type { DigestQuestion } from '../../domain/digest/digest-question.js';
import { momentWords } from '../moment-words.js';

const WORDS: Readonly<Record<Need, string>> = {
  unclaimed: 'an answer was due',
  breached: 'it was to be resolved by',
  silent: 'last heard of',
};

/** "an answer was due Tue 17 Nov, 10:40". */
export function lateWords({ need, since }: NeedingAlert, { asOf, timeZone }: DigestQuestion): string {
  return `${WORDS[need]} ${momentWords(since, { now: asOf, timeZone })}`;
}
