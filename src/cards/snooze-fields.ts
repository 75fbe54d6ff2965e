/** For how long, as both “Snooze” and “Remind me” ask it. */
import { minutesFrom } from '../domain/minutes-from.js';
import type { Answers, Form } from './form.js';
import type { ReadForm, Reading } from './form-kind.js';
import { TYPED_TIME_MAX_LENGTH } from './form-limits.js';
import { gather, readChoice } from './read-answer.js';
import { readTime, TIME_EXAMPLES } from './read-time.js';
import { zoneWords } from './zone-words.js';

const SPANS = ['1h', '4h', '1d', 'until'] as const;
const MINUTES = { '1h': 60, '4h': 240, '1d': 1_440 } as const;
const NAMES: Readonly<Record<(typeof SPANS)[number], string>> = {
  '1h': '1 hour',
  '4h': '4 hours',
  '1d': '1 day',
  until: 'Until a time',
};

export function snoozeFields(timeZone: string): Form['fields'] {
  return [
    {
      kind: 'choice',
      name: 'span',
      label: 'For how long',
      required: true,
      options: SPANS.map((value) => ({ value, label: NAMES[value] })),
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
  if (span.value !== 'until') {
    return { change: { verb: 'snooze', until: minutesFrom(reading.now, MINUTES[span.value]) } };
  }
  const read = gather({
    until: readTime(answers['until'], `Say until when. Examples: ${TIME_EXAMPLES}.`, reading),
  });
  return 'faults' in read ? read : { change: { verb: 'snooze', until: read.values.until } };
}
