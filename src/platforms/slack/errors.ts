/**
 * What Slack's error codes mean for a message. The codes are those of https://docs.slack.dev/reference/methods/chat.postMessage,
 * …/chat.update and …/conversations.open; a code that is on none of these pages is tried again later.
 */

type ErrorClass =
  /** Passes by itself; nothing was posted. */
  | 'later'
  /** Some of it may have been done. */
  | 'unknown'
  /** This channel cannot be posted to. */
  | 'channel_gone'
  /** Nothing at all can be done until somebody mends the installation. */
  | 'platform_stopped'
  /** The content is not taken: a plainer one may be. */
  | 'content'
  /** The message to edit is gone, or can no longer be edited; or the one whose thread it was. */
  | 'lost'
  /** This message will never be taken. */
  | 'refused';

/** Somebody deleted the message that a reply goes to: https://github.com/slackapi/bolt-js/issues/2307 */
export const THREAD_GONE = 'thread_not_found';

const CODES: Readonly<Record<ErrorClass, readonly string[]>> = {
  later: [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'service_unavailable',
    'request_timeout',
    'update_failed',
    'streaming_state_conflict',
    'external_channel_migrating',
    'org_login_required',
    'team_added_to_org',
  ],
  unknown: ['fatal_error', 'internal_error'],
  channel_gone: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'is_inactive',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'no_permission',
    'access_denied',
    'team_not_found',
  ],
  platform_stopped: [
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'missing_scope',
    'not_allowed_token_type',
    'two_factor_setup_required',
    'team_access_not_granted',
    'accesslimited',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'method_deprecated',
    'deprecated_endpoint',
  ],
  content: [
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_attachments',
    'invalid_arguments',
    'block_mismatch',
    'msg_too_long',
    'msg_blocks_too_long',
    'no_text',
    'too_many_attachments',
    'too_many_contact_cards',
    'markdown_text_conflict',
    'slack_connect_file_link_sharing_blocked',
    'metadata_too_large',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_must_be_sent_from_app',
  ],
  lost: ['message_not_found', 'cant_update_message', 'edit_window_closed', THREAD_GONE],
  refused: [
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'cannot_reply_to_message',
    'messages_tab_disabled',
    'cannot_dm_bot',
    'user_disabled',
    'user_not_found',
    'user_not_visible',
    'as_user_not_supported',
    'cant_broadcast_message',
    'no_dual_broadcast_content_update',
    'duplicate_channel_not_found',
    'duplicate_message_not_found',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_post_type',
    'missing_post_type',
  ],
};

const CLASS_OF: ReadonlyMap<string, ErrorClass> = new Map(
  (Object.keys(CODES) as ErrorClass[]).flatMap((kind) => CODES[kind].map((code) => [code, kind] as const)),
);

export function errorClass(code: string): ErrorClass {
  return CLASS_OF.get(code) ?? 'later';
}

const TOKEN_FAULTS: readonly string[] = [
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
];

/** Whether Slack refuses the token itself, whatever was asked. */
export function isTokenFault(code: string): boolean {
  return TOKEN_FAULTS.includes(code);
}

/** Whether Slack does not take the blocks of a message, as where it does not know one of them. Nothing was posted. */
export function isBlocksFault(code: string): boolean {
  return code === 'invalid_blocks' || code === 'invalid_blocks_format';
}

/** Whether the fault is in what travels with a message for us to find it by. */
export function isMetadataFault(code: string): boolean {
  return code.includes('metadata');
}

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  channel_not_found: 'it is not there, or it is private and the bot is not in it: invite it there',
  not_in_channel: 'the bot is not in it: invite it there',
  is_archived: 'it is archived',
  is_inactive: 'it is archived or frozen',
  restricted_action: 'a workspace setting keeps the bot from posting there',
  restricted_action_read_only_channel: 'it is read-only',
  restricted_action_thread_only_channel: 'it takes replies only',
};

/** Why a channel cannot be posted to, in words for people; Slack's code where there are none. */
export function channelFaultInWords(code: string): string {
  return CHANNEL_WORDS[code] ?? code;
}

const STOPPED_WORDS: Readonly<Record<string, string>> = {
  not_authed: 'Slack got no token; check SLACK_BOT_TOKEN',
  invalid_auth: 'Slack does not accept SLACK_BOT_TOKEN; copy it again from the app’s OAuth page',
  account_inactive: 'the app was removed from the workspace; install it again',
  token_revoked: 'the token was revoked; install the app again and set SLACK_BOT_TOKEN',
  token_expired: 'the token has expired; switch token rotation off in the app and set SLACK_BOT_TOKEN',
  not_allowed_token_type: 'SLACK_BOT_TOKEN is no bot token; it begins with xoxb-',
  ekm_access_denied: 'the workspace’s administrators have suspended posting',
};

/** Why nothing can be done on Slack, and what mends it. */
export function stoppedInWords(code: string, needs?: string): string {
  if (code === 'missing_scope') {
    return `the app lacks the scope ${needs ?? 'that this needs'}; add it and install the app again`;
  }
  return STOPPED_WORDS[code] ?? `Slack refuses every call with ${code}`;
}
