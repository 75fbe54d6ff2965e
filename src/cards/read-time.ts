/** Reads a time that somebody typed in a form; it must be to come, and within a year. */
import { typedTime, type ReadingTime } from '../domain/typed-time.js';
import { known } from './known.js';
import type { Answer } from './read-answer.js';

const YEAR_MS = 366 * 86_400_000;

export const TIME_EXAMPLES = '15:00, tomorrow 9:30, Mon 9:00, 24 Nov 15:00';

/** `missing`: the fault where there is none. */
export function readTime(given: string | undefined, missing: string, reading: ReadingTime): Answer<Date> {
  const typed = known(given, 60);
  if (given === undefined || typed === undefined) return { fault: missing };
  const at = typedTime(given, reading);
  if (at === undefined) return { fault: `I cannot read “${typed}” as a time. Examples: ${TIME_EXAMPLES}.` };
  if (at <= reading.now) return { fault: `“${typed}” is past. Examples: ${TIME_EXAMPLES}.` };
  if (at.getTime() > reading.now.getTime() + YEAR_MS)
    return { fault: `“${typed}” is more than a year away.` };
  return { value: at };
}

/** A time that may be left out. */
export function readOptionalTime(given: string | undefined, reading: ReadingTime): Answer<Date | undefined> {
  return known(given, 1) === undefined ? { value: undefined } : readTime(given, '', reading);
}
