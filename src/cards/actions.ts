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
};

/** Actions that ask something before they act. */
export const ACTIONS_WITH_FORM = ['dismiss', 'change_severity', 'reassign', 'resolve', 'take_over'] as const;
export type FormActionId = (typeof ACTIONS_WITH_FORM)[number];

export function asksFirst(action: ActionId): action is FormActionId {
  return (ACTIONS_WITH_FORM as readonly ActionId[]).includes(action);
}

export function isAction(id: string): id is ActionId {
  return (ACTIONS as readonly string[]).includes(id);
}
