/** A moment as Slack shows it in the reader's own zone: https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
import type { Inline } from '../../../cards/text.js';

type Time = Extract<Inline, { kind: 'time' }>;

const FORMATS: Readonly<Record<Time['as'], string>> = {
  clock: '{date_short_pretty} {time}',
  relative: '{ago}',
  day: '{date}',
  near_day: '{date_short_pretty}',
};

/** Slack takes no moment before 1970. */
export function unixSeconds(at: Date): number {
  return Math.max(0, Math.floor(at.getTime() / 1000));
}

export function dateFormat(time: Time): string {
  return FORMATS[time.as];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** For clients that cannot format, and for notifications: "20 Nov 10:40 UTC". */
export function timeFallback({ at, as }: Time): string {
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''}`;
  if (as === 'near_day') return `on ${day}`;
  return as === 'day' ? day : `${day} ${at.toISOString().slice(11, 16)} UTC`;
}
