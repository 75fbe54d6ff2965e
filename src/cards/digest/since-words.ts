import type { DigestQuestion } from '../../domain/digest/digest-question.js';
import { dayAt, startOfDay } from '../../domain/zoned-time.js';
import { longWeekday } from '../day-words.js';
import { momentWords } from '../moment-words.js';

/** Since the digest before: "since Thursday", "since Thu 19 Nov, 17:30". */
export function sinceWords({ newsSince, timeZone, asOf }: DigestQuestion): string {
  const day = dayAt(newsSince, timeZone);
  if (startOfDay(day, timeZone).getTime() === newsSince.getTime()) return `since ${longWeekday(day)}`;
  return `since ${momentWords(newsSince, { now: asOf, timeZone })}`;
}
