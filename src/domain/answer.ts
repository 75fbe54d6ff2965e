/** One answer or post, however often it is said: a rating whose comment follows, a score that is changed, a text that is edited. */
import { isContact } from './contacts.js';
import { normalise, type Score } from './score.js';
import type { Signal } from './signal.js';

/** As it stands after it was last said. */
export interface Answer {
  /** The signal that said it first, and stands for it wherever answers are counted. */
  readonly root: string;
  /** The signal that said it last. */
  readonly newest: string;
  /** When it was last said. */
  readonly occurredAt: Date;
  readonly score?: Score | undefined;
  readonly text?: string | undefined;
  /** How often it was said. */
  readonly times: number;
  /** The alert that it is part of. */
  readonly alert?: number | undefined;
}

/** What an answer says otherwise than before; neither score nor words: only what stands around them. */
export interface Amendment {
  readonly before: Answer;
  /** How often it was said, this time with it. */
  readonly times: number;
  /** Present where it has another score now; `was` where it had one. */
  readonly rated?: { readonly was?: Score };
  readonly words?: 'added' | 'changed';
}

/** Whether a later signal may say the same answer again. */
export function isAnswer(signal: Signal): boolean {
  return signal.externalId !== undefined && isContact(signal);
}

/** Two questions of one survey are two answers, although the sender gives them one id. */
export function mayBeOneAnswer(answer: Pick<Answer, 'score'>, { score }: Pick<Signal, 'score'>): boolean {
  return answer.score === undefined || score === undefined || answer.score.metric === score.metric;
}

/** `now` against `before`, which is the same answer. */
export function amendmentOf(before: Answer, now: Answer): Amendment {
  return { before, times: now.times, ...rating(before.score, now.score), ...wording(before.text, now.text) };
}

function rating(was: Score | undefined, score: Score | undefined): Pick<Amendment, 'rated'> {
  if (score === undefined) return {};
  if (was === undefined) return { rated: {} };
  return normalise(was) === normalise(score) ? {} : { rated: { was } };
}

function wording(before: string | undefined, text: string | undefined): Pick<Amendment, 'words'> {
  if (text === undefined || text === before) return {};
  return { words: before === undefined ? 'added' : 'changed' };
}

/** Whether the customer thinks better of it than before, or worse. */
export function turned(
  { rated }: Pick<Amendment, 'rated'>,
  { score }: Pick<Signal, 'score'>,
): 'better' | 'worse' | undefined {
  if (!rated?.was || !score) return undefined;
  return normalise(score) > normalise(rated.was) ? 'better' : 'worse';
}
