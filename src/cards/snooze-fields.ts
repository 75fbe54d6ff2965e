/** For how long, as both “Snooze” and “Remind me” ask it. */
import { minutesFrom } from '../domain/minutes-from.js';
import { dayAt } from '../domain/zoned-time.js';
import type { Answers, Form } from './form.js';
import type { NextHours, ReadForm, Reading } from './form-kind.js';
import { TYPED_TIME_MAX_LENGTH } from './form-limits.js';
import { gather, readChoice } from './read-answer.js';
import { readTime, TIME_EXAMPLES } from './read-time.js';
import { shortDay } from './day-words.js';
import { clockIn, zoneWords } from './zone-words.js';

const SPANS = ['1h', '4h', 'hours', '1d', 'until'] as const;
const MINUTES = { '1h': 60, '4h': 240, '1d': 1_440 } as const;
const NAMES: Readonly<Record<(typeof SPANS)[number], string>> = {
  '1h': '1 hour',
  '4h': '4 hours',
  hours: 'Until next working hours',
  '1d': '1 day',
  until: 'Until a time',
};

export function snoozeFields(timeZone: string, nextHours?: NextHours): Form['fields'] {
  return [
    {
      kind: 'choice',
      name: 'span',
      label: 'For how long',
      required: true,
      options: SPANS.map((value) => ({
        value,
        label: value === 'hours' && nextHours ? `${NAMES.hours}: ${hoursWords(nextHours)}` : NAMES[value],
      })),
      initial: '1h',
    },
    {
      kind: 'text',
      name: 'until',
      label: 'Until when',
      required: false,
      multiline: false,
      maxLength: TYPED_TIME_MAX_LENGTH,
      hint: `Only for “Until a time”, in ${zoneWords(timeZone)}: ${TIME_EXAMPLES}.`,
    },
  ];
}

export function readSnooze(answers: Answers, reading: Reading): ReadForm {
  const span = readChoice(answers['span'], SPANS, 'Choose for how long.');
  if ('fault' in span) return { faults: { span: span.fault } };
  if (span.value === 'hours') {
    const until = reading.nextHours?.at;
    return until ? { change: { verb: 'snooze', until } } : { faults: { span: 'Choose for how long.' } };
  }
  if (span.value !== 'until') {
    return { change: { verb: 'snooze', until: minutesFrom(reading.now, MINUTES[span.value]) } };
  }
  const read = gather({
    until: readTime(answers['until'], `Say until when. Examples: ${TIME_EXAMPLES}.`, reading),
  });
  return 'faults' in read ? read : { change: { verb: 'snooze', until: read.values.until } };
}

/** "Mon 23 Nov, 09:00 Berlin time". */
function hoursWords({ at, timeZone }: NextHours): string {
  return `${shortDay(dayAt(at, timeZone))}, ${clockIn(at, timeZone)}`;
}
