/** What stands in the menu beside a message, each with its reason: https://docs.slack.dev/reference/app-manifest */
import { TELLING_ACTIONS, TELLING_NAMES, TELLING_REASONS } from '../../../cards/actions.js';

export const SHORTCUTS = TELLING_ACTIONS.map((action) => ({
  name: TELLING_NAMES[action],
  type: 'message' as const,
  callback_id: action,
  description: TELLING_REASONS[action],
}));
