import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { Day } from '../../domain/zoned-time.js';
import { TYPED_TIME_MAX_LENGTH } from '../form-limits.js';
import { type Answer, gather, readOptionalText, readText } from '../read-answer.js';
import { DAY_EXAMPLES, readDue } from './add-item.js';
import { itemChoice } from './finish-item.js';
import type { PostMortemForm, PostMortemReading } from './post-mortem-form.js';

const ID_MAX_LENGTH = 100;

/** Asks which action, who does it from now on, and by when. */
export const changeItemForm: PostMortemForm = {
  ask: (view) => ({
    action: 'change_item',
    alert: view.postMortem.leadAlert,
    title: `Change in ${postMortemName(view.postMortem.number)}`,
    intro: 'What you leave empty stays as it is. The owner is reminded by the new day.',
    submit: 'Change',
    fields: [
      itemChoice(view, 'Which action'),
      { kind: 'person', name: 'owner', label: 'Who does it from now on', required: false },
      {
        kind: 'text',
        name: 'due',
        label: 'By when',
        required: false,
        multiline: false,
        maxLength: TYPED_TIME_MAX_LENGTH,
        hint: `For example ${DAY_EXAMPLES}.`,
      },
    ],
  }),
  read: (answers, reading) => {
    const read = gather({
      item: readText(answers['item'], ID_MAX_LENGTH, 'Choose the action.'),
      owner: readOptionalText(answers['owner'], ID_MAX_LENGTH),
      due: readOptionalDue(answers['due'], reading),
    });
    if ('faults' in read) return read;
    const { item, owner, due: dueOn } = read.values;
    if (owner === undefined && dueOn === undefined)
      return { faults: { due: 'Say who does it from now on, or by when.' } };
    return {
      wish: {
        verb: 'change_item',
        item,
        ...(owner !== undefined && { ownerId: owner }),
        ...(dueOn !== undefined && { dueOn }),
      },
    };
  },
};

function readOptionalDue(given: string | undefined, reading: PostMortemReading): Answer<Day | undefined> {
  return given === undefined || given.trim() === '' ? { value: undefined } : readDue(given, reading);
}
