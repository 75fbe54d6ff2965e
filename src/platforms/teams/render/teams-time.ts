/**
 * Moments in the reader's own zone. Teams formats them by function in a TextBlock, not in a RichTextBlock
 * (https://github.com/MicrosoftDocs/msteams-docs/issues/4489), and knows nothing relative.
 */
import type { Inline, Line } from '../../../cards/text.js';

type Time = Extract<Inline, { kind: 'time' }>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The client's own formatting, exact to the second: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-function-rules */
export function timeFunction({ at, as }: Time): string {
  const moment = `${at.toISOString().slice(0, 19)}Z`;
  const day = `{{DATE(${moment}, SHORT)}}`;
  if (as === 'near_day') return `on ${day}`;
  return as === 'day' ? day : `${day}, {{TIME(${moment})}}`;
}

/** For notifications and plain words, which have no functions: "20 Nov 10:40 UTC", or in a zone that is known. */
export function timeInWords({ at, as }: Time, given?: string): string {
  const timeZone = isZone(given) ? given : 'UTC';
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const day = `${part('day')} ${part('month')}`;
  if (as === 'day') return day;
  if (as === 'near_day') return `on ${day}`;
  return `${day} ${part('hour')}:${part('minute')}${timeZone === 'UTC' ? ' UTC' : ''}`;
}

/** A client may name one that nobody here knows. */
function isZone(name: string | undefined): name is string {
  if (name === undefined) return false;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** "in 40 min", "3 h ago", "2 days ago". */
function agoInWords(at: Date, now: Date): string {
  const awayMs = at.getTime() - now.getTime();
  const size = Math.abs(awayMs);
  if (size < MINUTE_MS) return awayMs >= 0 ? 'in less than a minute' : 'just now';
  const amount = inUnits(size);
  return awayMs > 0 ? `in ${amount}` : `${amount} ago`;
}

function inUnits(sizeMs: number): string {
  if (sizeMs < HOUR_MS) return `${Math.floor(sizeMs / MINUTE_MS)} min`;
  if (sizeMs < DAY_MS) return `${Math.floor(sizeMs / HOUR_MS)} h`;
  const days = Math.floor(sizeMs / DAY_MS);
  return days === 1 ? '1 day' : `${days} days`;
}

/**
 * `line` without relative times, which would go stale on a card that stays: in words where it is read right `now`; else left
 * out where they stand in brackets behind the time itself, and said as a time where they stand alone.
 */
export function settled(line: Line, now?: Date): Line {
  if (now) return line.map((part) => (isRelative(part) ? words(agoInWords(part.at, now)) : part));
  const parts: Inline[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const part = line[at];
    if (!part) continue;
    const before = parts.at(-1);
    const after = line[at + 1];
    if (isRelative(part) && before?.kind === 'text' && after?.kind === 'text') {
      const opened = /^(?<words>[^]*) \($/u.exec(before.text)?.groups?.['words'];
      if (opened !== undefined && after.text.startsWith(')')) {
        parts.splice(-1, 1, words(opened + after.text.slice(1)));
        at += 1;
        continue;
      }
    }
    parts.push(isRelative(part) ? { ...part, as: 'clock' } : part);
  }
  return parts;
}

function isRelative(part: Inline): part is Time {
  return part.kind === 'time' && part.as === 'relative';
}

function words(text: string): Inline {
  return { kind: 'text', text };
}
