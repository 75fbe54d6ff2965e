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
  'post_mortem',
  'show_post_mortem',
  'write_section',
  'rewrite_section',
  'add_item',
  'finish_item',
  'change_item',
  'send_to_review',
  'complete_post_mortem',
  'reopen_post_mortem',
  'unlink_alert',
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
  post_mortem: 'Post-mortem',
  show_post_mortem: 'Back to the post-mortem',
  write_section: 'Write',
  rewrite_section: 'Rewrite',
  add_item: 'Add an action',
  finish_item: 'Tick off an action',
  change_item: 'Change an action',
  send_to_review: 'Send to review',
  complete_post_mortem: 'Complete',
  reopen_post_mortem: 'Reopen',
  unlink_alert: 'Take an alert out',
  more_actions: 'More…',
};

/** The button under a summary: it is of no alert, so it is no action. */
export const SHARE_NAME = 'Share in this channel';

/** Actions on an alert that ask something before they act. */
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

/** What can be done with the post-mortem of an alert; the button carries the number of the alert. */
export const POST_MORTEM_ACTIONS = [
  'post_mortem',
  'show_post_mortem',
  'write_section',
  'rewrite_section',
  'add_item',
  'finish_item',
  'change_item',
  'send_to_review',
  'complete_post_mortem',
  'reopen_post_mortem',
  'unlink_alert',
] as const satisfies readonly ActionId[];
export type PostMortemActionId = (typeof POST_MORTEM_ACTIONS)[number];

/** Those of them that ask something first. */
export const POST_MORTEM_ACTIONS_WITH_FORM = [
  'write_section',
  'rewrite_section',
  'add_item',
  'finish_item',
  'change_item',
  'send_to_review',
  'reopen_post_mortem',
  'unlink_alert',
] as const satisfies readonly PostMortemActionId[];
export type PostMortemFormActionId = (typeof POST_MORTEM_ACTIONS_WITH_FORM)[number];

/** All actions that ask something first. */
export type AskingActionId = FormActionId | PostMortemFormActionId;

export function asksFirst(action: ActionId): action is AskingActionId {
  return [...ACTIONS_WITH_FORM, ...POST_MORTEM_ACTIONS_WITH_FORM].some((asking) => asking === action);
}

/** What somebody tells us who has no card before them: from a message, by a command, or on the desk. */
export const TELLING_ACTIONS = ['report_voice', 'add_note'] as const;
export type TellingActionId = (typeof TELLING_ACTIONS)[number];

/** As they stand in the menu of a message; Slack takes 24 characters: https://docs.slack.dev/reference/app-manifest */
export const TELLING_NAMES: Readonly<Record<TellingActionId, string>> = {
  report_voice: 'Report customer voice',
  add_note: 'Add to post-mortem',
};

/** Why each stands there, for the manifests. */
export const TELLING_REASONS: Readonly<Record<TellingActionId, string>> = {
  report_voice: 'Tells Earshot what a customer said, with the message’s words and link.',
  add_note: 'Keeps the message as a note in a post-mortem, with its author and link.',
};

export function isTelling(id: string): id is TellingActionId {
  return (TELLING_ACTIONS as readonly string[]).includes(id);
}

/** Whether it is about the alert's post-mortem rather than the alert. */
export function isOfPostMortem<Action extends ActionId>(
  action: Action,
): action is Extract<Action, PostMortemActionId> {
  return (POST_MORTEM_ACTIONS as readonly ActionId[]).includes(action);
}

export function isPostMortemForm(action: ActionId): action is PostMortemFormActionId {
  return POST_MORTEM_ACTIONS_WITH_FORM.some((asking) => asking === action);
}

export function isAction(id: string): id is ActionId {
  return (ACTIONS as readonly string[]).includes(id);
}
