/** What stands in the menu beside a message, each with its reason: https://docs.slack.dev/reference/app-manifest */
import { TELLING_ACTIONS, TELLING_NAMES, type TellingActionId } from '../../../cards/actions.js';

const REASONS: Readonly<Record<TellingActionId, string>> = {
  report_voice: 'Tells Earshot what a customer said, with the message’s words and link.',
  add_note: 'Keeps the message as a note in a post-mortem, with its author and link.',
};

export const SHORTCUTS = TELLING_ACTIONS.map((action) => ({
  name: TELLING_NAMES[action],
  type: 'message' as const,
  callback_id: action,
  description: REASONS[action],
}));
