/**
 * What stands in the menu beside a message, each with its reason; a dialog of ours opens:
 * https://learn.microsoft.com/microsoft-365/extensibility/schema/root-compose-extensions-commands
 */
import { TELLING_ACTIONS, TELLING_NAMES, type TellingActionId } from '../../../cards/actions.js';

const REASONS: Readonly<Record<TellingActionId, string>> = {
  report_voice: 'Tells Earshot what a customer said, with the message’s words and link.',
  add_note: 'Keeps the message as a note in a post-mortem, with its author and link.',
};

export const MESSAGE_ACTIONS = TELLING_ACTIONS.map((action) => ({
  id: action,
  type: 'action' as const,
  title: TELLING_NAMES[action],
  description: REASONS[action],
  context: ['message'] as const,
  fetchTask: true,
}));
