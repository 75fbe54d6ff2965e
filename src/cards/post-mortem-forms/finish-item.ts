import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import type { Field } from '../form.js';
import { known } from '../known.js';
import { gather, readText } from '../read-answer.js';
import type { PostMortemForm } from './post-mortem-form.js';

/** Shown in a list: https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const OPTION_CHARS = 75;
const MOST_OPTIONS = 50;
const ID_MAX_LENGTH = 100;

/** Asks which action is done. */
export const finishItemForm: PostMortemForm = {
  ask: (view) => ({
    action: 'finish_item',
    alert: view.postMortem.leadAlert,
    title: `Done in ${postMortemName(view.postMortem.number)}`,
    submit: 'Tick it off',
    fields: [itemChoice(view, 'Which action is done')],
  }),
  read: (answers) => {
    const read = gather({ item: readText(answers['item'], ID_MAX_LENGTH, 'Choose the action.') });
    return 'faults' in read ? read : { wish: { verb: 'finish_item', ...read.values } };
  },
};

/** The actions that are still to be done, to choose from. */
export function itemChoice(view: PostMortemView, label: string): Extract<Field, { kind: 'choice' }> {
  return {
    kind: 'choice',
    name: 'item',
    label,
    required: true,
    options: view.items
      .filter(({ item }) => item.doneAt === undefined)
      .slice(0, MOST_OPTIONS)
      .map(({ item }) => ({ value: item.id, label: known(item.text, OPTION_CHARS) ?? 'An action' })),
  };
}
