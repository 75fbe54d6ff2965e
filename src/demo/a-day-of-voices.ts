/** The day that the demo hears, oldest first. Company, people and words are invented. */
import { GOOD_NEWS } from './voices/good-news.js';
import { HOSTILE } from './voices/hostile.js';
import { IN_PUBLIC } from './voices/in-public.js';
import { LOW_SCORES, REFUND_FOR_A_DENTIST } from './voices/low-scores.js';
import { MATTERS_FOR_PEOPLE } from './voices/matters-for-people.js';
import {
  RUTH_IN_THE_MORNING,
  THREE_TIMES_THE_SAME_REFUND,
  TWICE_IN_ONE_TICKET,
} from './voices/one-matter.js';
import { OTHER_LANGUAGES, SPANISH_NEIGHBOUR } from './voices/other-languages.js';
import type { Voice } from './voice.js';

export { STILL_TO_COME } from './voices/still-to-come.js';

/** A sender that got no answer in time sends the same call again. */
const CALL_SENT_AGAIN: Voice = { ...REFUND_FOR_A_DENTIST, sentMinutesAgo: 418 };

/** A sender's nightly run exports an answer that it has sent before. */
const ENTRY_SENT_AGAIN: Voice = {
  ...SPANISH_NEIGHBOUR,
  deliveryId: `${SPANISH_NEIGHBOUR.deliveryId}-exported`,
  sentMinutesAgo: 266,
};

/** What was said until now, in the order in which it is sent. */
export const DAY_SO_FAR: readonly Voice[] = [
  ...LOW_SCORES,
  ...MATTERS_FOR_PEOPLE,
  ...THREE_TIMES_THE_SAME_REFUND,
  ...TWICE_IN_ONE_TICKET,
  RUTH_IN_THE_MORNING,
  ...IN_PUBLIC,
  ...OTHER_LANGUAGES,
  HOSTILE,
  ...GOOD_NEWS,
  CALL_SENT_AGAIN,
  ENTRY_SENT_AGAIN,
].toSorted((a, b) => sentAgo(b) - sentAgo(a));

function sentAgo({ minutesAgo, sentMinutesAgo = minutesAgo }: Voice): number {
  return sentMinutesAgo;
}
