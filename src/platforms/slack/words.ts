/** What is said on Slack only; everything else is said alike on every platform and stands in cards/. */
import { type AskingActionId, TELLING_NAMES, type TellingActionId } from '../../cards/actions.js';
import type { Note } from '../../cards/note.js';
import { line, strong } from '../../cards/text.js';
import { alertName } from '../../domain/alert.js';

export function doneNote(alert: number | undefined): Note {
  return { lines: [line(alert === undefined ? 'Done.' : `Done: the card of ${alertName(alert)} shows it.`)] };
}

/** To somebody who ticks off an alert of theirs: only a press of a button lets Slack open a form. */
export function tickedOffNote(alert: number): Note {
  return {
    lines: [line(`Is ${alertName(alert)} settled? Resolve it here, with what came of it.`)],
    buttons: [{ action: 'resolve', alert }],
  };
}

/** To somebody who reacts on a roll-up. */
export const SEVERAL_NOTE: Note = {
  lines: [
    line('This message names several alerts, so I cannot tell which you mean. Press Claim beside one.'),
  ],
};

export function formTooLateNote(alert: number, action: AskingActionId): Note {
  return {
    lines: [line('Slack did not let me open the form in time. Nothing changed; press again:')],
    buttons: [{ action, alert }],
  };
}

export function shortcutTooLateNote(action: TellingActionId): Note {
  return {
    lines: [
      line(
        'Slack did not let me open the form in time. Nothing changed: choose ',
        strong(TELLING_NAMES[action]),
        ' once more.',
      ),
    ],
  };
}

export const LOADING_NOTE: Note = { lines: [line('One moment: fetching what is needed.')] };

export const CHOOSE_A_MEMBER =
  'Choose a member of your own workspace: guests, bots and people of others cannot act.';

/** A note's words where only a sentence fits. */
export function noteInWords({ lines }: Note): string {
  return lines
    .map((each) => each.map((part) => ('text' in part ? part.text : '')).join(''))
    .join(' ')
    .trim();
}
