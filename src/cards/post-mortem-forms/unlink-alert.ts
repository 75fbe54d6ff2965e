import { alertName, alertNumber } from '../../domain/alert.js';
import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import { headline } from '../headline.js';
import { shorten } from '../../domain/plain-text.js';
import { gather, readText } from '../read-answer.js';
import type { PostMortemForm } from './post-mortem-form.js';

/** Shown in a list: https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const OPTION_CHARS = 75;
const MOST_OPTIONS = 50;
const NAME_MAX_LENGTH = 20;

/** Asks which alert is no part of it after all. The one that it was opened for stays. */
export const unlinkAlertForm: PostMortemForm = {
  ask: (view) => ({
    action: 'unlink_alert',
    alert: view.postMortem.leadAlert,
    title: `Take out of ${postMortemName(view.postMortem.number)}`,
    intro: `Its thread says so. ${alertName(view.postMortem.leadAlert)}, which it was opened for, stays.`,
    submit: 'Take it out',
    fields: [
      {
        kind: 'choice',
        name: 'linked',
        label: 'Which alert',
        required: true,
        options: view.alerts
          .filter(({ alert }) => alert.number !== view.postMortem.leadAlert)
          .slice(0, MOST_OPTIONS)
          .map((linked) => ({
            value: alertName(linked.alert.number),
            label: shorten(`${alertName(linked.alert.number)} · ${headline(linked)}`, OPTION_CHARS),
          })),
      },
    ],
  }),
  read: (answers) => {
    const read = gather({ linked: readText(answers['linked'], NAME_MAX_LENGTH, 'Choose the alert.') });
    if ('faults' in read) return read;
    const alert = alertNumber(read.values.linked);
    return alert === undefined
      ? { faults: { linked: 'Choose the alert.' } }
      : { wish: { verb: 'unlink', alert } };
  },
};
