import { describe, expect, it } from 'vitest';
import type { Sent } from '../../../src/posting/platform.js';
import { failedSend, isContentFault } from '../../../src/platforms/slack/call/outcome.js';
import type { SlackAnswer } from '../../../src/platforms/slack/call/slack-call.js';

type Outcome = Sent['outcome'] | 'in plain words';

/** Every error that https://docs.slack.dev/reference/methods/chat.postMessage names, and what it means for a message. */
const POST: Readonly<Record<string, Outcome>> = {
  access_denied: 'channel_gone',
  accesslimited: 'platform_stopped',
  account_inactive: 'platform_stopped',
  as_user_not_supported: 'refused',
  cannot_reply_to_message: 'refused',
  channel_not_found: 'channel_gone',
  deprecated_endpoint: 'platform_stopped',
  duplicate_channel_not_found: 'refused',
  duplicate_message_not_found: 'refused',
  ekm_access_denied: 'platform_stopped',
  enterprise_is_restricted: 'platform_stopped',
  fatal_error: 'unknown',
  internal_error: 'unknown',
  invalid_arg_name: 'refused',
  invalid_arguments: 'in plain words',
  invalid_array_arg: 'refused',
  invalid_attachments: 'in plain words',
  invalid_auth: 'platform_stopped',
  invalid_blocks: 'in plain words',
  invalid_blocks_format: 'in plain words',
  invalid_charset: 'refused',
  invalid_form_data: 'refused',
  invalid_metadata_format: 'in plain words',
  invalid_metadata_schema: 'in plain words',
  invalid_post_type: 'refused',
  is_archived: 'channel_gone',
  markdown_text_conflict: 'in plain words',
  message_limit_exceeded: 'later',
  messages_tab_disabled: 'refused',
  metadata_must_be_sent_from_app: 'in plain words',
  metadata_too_large: 'in plain words',
  method_deprecated: 'platform_stopped',
  missing_post_type: 'refused',
  missing_scope: 'platform_stopped',
  msg_blocks_too_long: 'in plain words',
  msg_too_long: 'in plain words',
  no_permission: 'channel_gone',
  no_text: 'in plain words',
  not_allowed_token_type: 'platform_stopped',
  not_authed: 'platform_stopped',
  not_in_channel: 'channel_gone',
  org_login_required: 'later',
  rate_limited: 'later',
  ratelimited: 'later',
  request_timeout: 'later',
  restricted_action: 'channel_gone',
  restricted_action_non_threadable_channel: 'refused',
  restricted_action_read_only_channel: 'channel_gone',
  restricted_action_thread_locked: 'refused',
  restricted_action_thread_only_channel: 'channel_gone',
  service_unavailable: 'later',
  slack_connect_file_link_sharing_blocked: 'in plain words',
  team_access_not_granted: 'platform_stopped',
  team_added_to_org: 'later',
  team_not_found: 'channel_gone',
  token_expired: 'platform_stopped',
  token_revoked: 'platform_stopped',
  too_many_attachments: 'in plain words',
  too_many_contact_cards: 'in plain words',
  two_factor_setup_required: 'platform_stopped',
};

/** What https://docs.slack.dev/reference/methods/chat.update names besides, or what is another thing for an edit. */
const EDIT: Readonly<Record<string, Outcome>> = {
  ...POST,
  block_mismatch: 'in plain words',
  cant_broadcast_message: 'refused',
  cant_update_message: 'lost',
  edit_window_closed: 'lost',
  external_channel_migrating: 'later',
  fatal_error: 'later',
  internal_error: 'later',
  is_inactive: 'channel_gone',
  message_not_found: 'lost',
  no_dual_broadcast_content_update: 'refused',
  streaming_state_conflict: 'later',
  update_failed: 'later',
};

function outcomeOf(code: string, kind: 'post' | 'edit'): Outcome {
  const answer: SlackAnswer = { kind: 'error', code };
  return isContentFault(answer) ? 'in plain words' : failedSend(answer, kind, () => ['bucket']).outcome;
}

describe('an error of Slack’s', () => {
  it.each(Object.entries(POST))('%s to a post means: %s', (code, outcome) => {
    expect(outcomeOf(code, 'post')).toBe(outcome);
  });

  it.each(Object.entries(EDIT))('%s to an edit means: %s', (code, outcome) => {
    expect(outcomeOf(code, 'edit')).toBe(outcome);
  });

  it('that nobody documented is tried again rather than lost', () => {
    expect(outcomeOf('brand_new_error', 'post')).toBe('later');
  });

  it('says what to mend', () => {
    const why = (code: string, needs?: string) => {
      const sent = failedSend({ kind: 'error', code, ...(needs && { needs }) }, 'post', () => []);
      return 'why' in sent ? sent.why : '';
    };
    expect(why('missing_scope', 'chat:write')).toBe(
      'the app lacks the scope chat:write; add it and install the app again',
    );
    expect(why('invalid_auth')).toMatch(/SLACK_BOT_TOKEN/u);
    expect(why('is_archived')).toBe('it is archived');
  });
});

describe('an answer without a verdict', () => {
  const failed = (answer: Exclude<SlackAnswer, { kind: 'ok' }>, kind: 'post' | 'edit') =>
    failedSend(answer, kind, (afterMs) => [`closed for ${afterMs}`]);

  it('429 closes its bucket for as long as Slack says', () => {
    expect(failed({ kind: 'http', status: 429, retryAfterMs: 3_000 }, 'post')).toEqual({
      outcome: 'later',
      why: 'HTTP 429',
      afterMs: 3_000,
      closes: ['closed for 3000'],
    });
  });

  it('429 without a time closes it all the same', () => {
    expect(failed({ kind: 'http', status: 429 }, 'edit')).toMatchObject({
      outcome: 'later',
      afterMs: 5_000,
      closes: ['closed for 5000'],
    });
  });

  it('5xx may have posted, and may simply be edited again', () => {
    expect(failed({ kind: 'http', status: 500 }, 'post').outcome).toBe('unknown');
    expect(failed({ kind: 'http', status: 503 }, 'edit').outcome).toBe('later');
  });

  it('4xx posted nothing', () => {
    expect(failed({ kind: 'http', status: 403 }, 'post').outcome).toBe('later');
  });

  it('a refused connection posted nothing, a broken one may have', () => {
    expect(failed({ kind: 'not_sent', why: 'ECONNREFUSED' }, 'post').outcome).toBe('later');
    expect(failed({ kind: 'unknown', why: 'ECONNRESET' }, 'post').outcome).toBe('unknown');
    expect(failed({ kind: 'unknown', why: 'ECONNRESET' }, 'edit').outcome).toBe('unknown');
  });
});
