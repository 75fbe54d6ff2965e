import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import { typedDay } from '../../domain/typed-day.js';
import { type Day, dayAt } from '../../domain/zoned-time.js';
import { ACTION_TEXT_MAX_LENGTH, ADDRESS_MAX_LENGTH, TYPED_TIME_MAX_LENGTH } from '../form-limits.js';
import { readAddress } from '../read-address.js';
import { type Answer, gather, readOptionalText, readText } from '../read-answer.js';
import { capital } from '../sentence.js';
import type { PostMortemForm, PostMortemReading } from './post-mortem-form.js';

const ID_MAX_LENGTH = 100;
export const DAY_EXAMPLES = '“Friday”, “24 Nov”, “in 2 weeks” or 2026-12-01';

/** Asks what will be changed, by whom, by when, and whom it takes besides. */
export const addItemForm: PostMortemForm = {
  ask: (view, { partners }) => ({
    action: 'add_item',
    alert: view.postMortem.leadAlert,
    title: `Action for ${postMortemName(view.postMortem.number)}`,
    intro: 'The owner is reminded two days before, on the day, and then every week until it is done.',
    submit: 'Add the action',
    fields: [
      {
        kind: 'text',
        name: 'text',
        label: 'What will be changed',
        required: true,
        multiline: false,
        maxLength: ACTION_TEXT_MAX_LENGTH,
      },
      { kind: 'person', name: 'owner', label: 'Who does it (you, where nobody is named)', required: false },
      {
        kind: 'text',
        name: 'due',
        label: 'By when',
        required: true,
        multiline: false,
        maxLength: TYPED_TIME_MAX_LENGTH,
        hint: `For example ${DAY_EXAMPLES}.`,
      },
      ...(partners.length === 0
        ? []
        : [
            {
              kind: 'choice' as const,
              name: 'partner',
              label: 'Whom it takes besides',
              required: false,
              options: partners.map((value) => ({ value, label: capital(value) })),
            },
          ]),
      {
        kind: 'text',
        name: 'tracker',
        label: 'Link to a tracker',
        required: false,
        multiline: false,
        maxLength: ADDRESS_MAX_LENGTH,
        hint: 'https://tracker.example.com/1234',
      },
    ],
  }),
  read: (answers, reading) => {
    const { partner: chosen } = answers;
    const read = gather({
      text: readText(answers['text'], ACTION_TEXT_MAX_LENGTH, 'Say what will be changed.'),
      owner: readOptionalText(answers['owner'], ID_MAX_LENGTH),
      due: readDue(answers['due'], reading),
      tracker: readAddress(answers['tracker']),
    });
    if ('faults' in read) return read;
    const { text, owner, due, tracker } = read.values;
    const partner = reading.partners.find((each) => each === chosen);
    return {
      wish: {
        verb: 'add_item',
        text,
        dueOn: due,
        ...(owner !== undefined && { ownerId: owner }),
        ...(partner !== undefined && { partner }),
        ...(tracker !== undefined && { tracker }),
      },
    };
  },
};

export function readDue(given: string | undefined, reading: PostMortemReading): Answer<Day> {
  const day = given === undefined ? undefined : typedDay(given, reading);
  if (day === undefined) return { fault: `I cannot read this as a day. Try ${DAY_EXAMPLES}.` };
  if (day < dayAt(reading.now, reading.timeZone)) return { fault: 'This day is past. Choose one to come.' };
  return { value: day };
}
