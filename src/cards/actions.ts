/** What can be pressed on a card; the id travels through every platform's buttons. */

export const ACTIONS = [
  'claim',
  'dismiss',
  'change_severity',
  'reassign',
  'history',
  'resolve',
  'release',
  'take_over',
  'reopen',
  'snooze',
  'wake',
  'remind_me',
  'log_contact',
  'promise',
  'still_on_it',
  'more_actions',
] as const;
export type ActionId = (typeof ACTIONS)[number];

export const ACTION_NAMES: Readonly<Record<ActionId, string>> = {
  claim: 'Claim',
  dismiss: 'Not an issue',
  change_severity: 'Change severity',
  reassign: 'Reassign',
  history: 'History',
  resolve: 'Resolve',
  release: 'Release',
  take_over: 'Take over',
  reopen: 'Reopen',
  snooze: 'Snooze',
  wake: 'Wake now',
  remind_me: 'Remind me',
  log_contact: 'Log contact',
  promise: 'Promise a call-back',
  still_on_it: 'Still on it',
  more_actions: 'More…',
};

/** The button under a summary: it is of no alert, so it is no action. */
export const SHARE_NAME = 'Share in this channel';

/** Actions that ask something before they act. */
export const ACTIONS_WITH_FORM = [
  'dismiss',
  'change_severity',
  'reassign',
  'resolve',
  'take_over',
  'snooze',
  'remind_me',
  'log_contact',
  'promise',
] as const;
export type FormActionId = (typeof ACTIONS_WITH_FORM)[number];

export function asksFirst(action: ActionId): action is FormActionId {
  return (ACTIONS_WITH_FORM as readonly ActionId[]).includes(action);
}

export function isAction(id: string): id is ActionId {
  return (ACTIONS as readonly string[]).includes(id);
}
