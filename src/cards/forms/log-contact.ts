import { alertName } from '../../domain/alert.js';
import { CONTACT_CHANNELS, CONTACT_RESULTS } from '../../domain/follow-up/contact.js';
import { CONTACT_CHANNEL_NAMES, CONTACT_RESULT_NAMES } from '../contact-words.js';
import type { FormKind } from '../form-kind.js';
import { CLOSING_NOTE_MAX_LENGTH, TYPED_TIME_MAX_LENGTH } from '../form-limits.js';
import { headline } from '../headline.js';
import { gather, readChoice, readOptionalText } from '../read-answer.js';
import { readOptionalTime, TIME_EXAMPLES } from '../read-time.js';
import { sentence } from '../sentence.js';
import { zoneWords } from '../zone-words.js';

/** Asks how the customer was tried, what came of it and when to try next. */
export const logContactForm: FormKind = {
  ask: (view, timeZone) => ({
    action: 'log_contact',
    alert: view.alert.number,
    title: `Contact for ${alertName(view.alert.number)}`,
    intro: sentence(headline(view)),
    submit: 'Log contact',
    fields: [
      {
        kind: 'choice',
        name: 'channel',
        label: 'How',
        required: true,
        options: CONTACT_CHANNELS.map((value) => ({ value, label: CONTACT_CHANNEL_NAMES[value] })),
        initial: 'call',
      },
      {
        kind: 'choice',
        name: 'result',
        label: 'What came of it',
        required: true,
        options: CONTACT_RESULTS.map((value) => ({ value, label: CONTACT_RESULT_NAMES[value] })),
      },
      {
        kind: 'text',
        name: 'note',
        label: 'Note',
        required: false,
        multiline: true,
        maxLength: CLOSING_NOTE_MAX_LENGTH,
        hint: 'Shown in the thread: “will look for the receipt”.',
      },
      {
        kind: 'text',
        name: 'next',
        label: 'Next contact',
        required: false,
        multiline: false,
        maxLength: TYPED_TIME_MAX_LENGTH,
        hint: `You are reminded then, in ${zoneWords(timeZone)}: ${TIME_EXAMPLES}.`,
      },
    ],
  }),
  read: (answers, reading) => {
    const read = gather({
      channel: readChoice(answers['channel'], CONTACT_CHANNELS, 'Choose how.'),
      result: readChoice(answers['result'], CONTACT_RESULTS, 'Choose what came of it.'),
      note: readOptionalText(answers['note'], CLOSING_NOTE_MAX_LENGTH),
      next: readOptionalTime(answers['next'], reading),
    });
    if ('faults' in read) return read;
    const { channel, result, note, next } = read.values;
    return {
      change: {
        verb: 'log_contact',
        channel,
        result,
        ...(note !== undefined && { note }),
        ...(next && { next }),
      },
    };
  },
};
