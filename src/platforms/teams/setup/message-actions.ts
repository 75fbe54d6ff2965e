/**
 * What stands in the menu beside a message, each with its reason; a dialog of ours opens:
 * https://learn.microsoft.com/microsoft-365/extensibility/schema/root-compose-extensions-commands
 */
import { TELLING_ACTIONS, TELLING_NAMES, TELLING_REASONS } from '../../../cards/actions.js';

export const MESSAGE_ACTIONS = TELLING_ACTIONS.map((action) => ({
  id: action,
  type: 'action' as const,
  title: TELLING_NAMES[action],
  description: TELLING_REASONS[action],
  context: ['message'] as const,
  fetchTask: true,
}));
