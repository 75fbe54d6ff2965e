import { USUAL_SCALES, type Score } from '../../domain/score.js';
import type { ZendeskSettings } from './settings.js';

/** `none`: the customer was asked and has not answered. */
type Rating = Score | 'none' | 'unknown';

const GOOD: Score = { metric: 'thumbs', value: 1, scale: USUAL_SCALES.thumbs };
const BAD: Score = { metric: 'thumbs', value: 0, scale: USUAL_SCALES.thumbs };

/**
 * A placeholder renders in the requester's language ("Good, I'm satisfied"). The first word tells, whatever follows it: English,
 * German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian; other languages are for the settings.
 */
const GOOD_WORDS = new Set(
  'good gut bon bonne bien buena bueno buono buona bom boa goed bra god godt'.split(' '),
);
const BAD_WORDS = new Set(
  'bad schlecht mauvais mauvaise mal mala malo cattivo cattiva ruim mau má slecht dålig dårlig dårligt'.split(
    ' ',
  ),
);
const NO_RATING = new Set(['', 'offered', 'unoffered', 'unrated']);

/** The rating in an event (GOOD), in the API (good) or as a trigger's placeholder writes it; a number is of the newer 1 to 5 survey. */
export function readRating(value: unknown, settings: ZendeskSettings): Rating {
  if (typeof value === 'number') return starRating(value);
  if (value === undefined || value === null) return 'none';
  if (typeof value !== 'string') return 'unknown';
  const phrase = value.trim().toLowerCase();
  if (NO_RATING.has(phrase)) return 'none';
  if (/^[1-5]$/u.test(phrase)) return starRating(Number(phrase));
  if (listed(phrase, settings.good_phrases)) return GOOD;
  if (listed(phrase, settings.bad_phrases)) return BAD;
  const [first = ''] = phrase.split(/[^\p{L}]/u);
  if (GOOD_WORDS.has(first)) return GOOD;
  return BAD_WORDS.has(first) ? BAD : 'unknown';
}

function starRating(value: number): Rating {
  const { min, max } = USUAL_SCALES.csat;
  return value >= min && value <= max ? { metric: 'csat', value, scale: USUAL_SCALES.csat } : 'unknown';
}

function listed(phrase: string, phrases: readonly string[]): boolean {
  return phrases.some((each) => each.toLowerCase() === phrase);
}
