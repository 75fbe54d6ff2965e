/** Whether a configured channel can be worked in, and the one line that says what to mend where it cannot. */
import { recordAt, textAt } from '../../wire/record.js';
import { answerInWords, type SlackCall } from '../call/slack-call.js';
import type { Directory } from '../directory.js';

export type Checked =
  | { readonly kind: 'ok' }
  | { readonly kind: 'mend'; readonly line: string }
  /** Slack could not be asked. */
  | { readonly kind: 'later'; readonly why: string };

export interface CheckDeps {
  readonly call: SlackCall;
  readonly directory: Directory;
  /** The bot's name, for /invite. */
  readonly botName: () => string;
}

/** A channel that is configured, and for what. */
export interface ConfiguredChannel {
  /** As configured: an id or a #name. */
  readonly channel: string;
  readonly of: 'team' | 'digest';
  /** Of the team or the digest. */
  readonly name: string;
}

/** `channel` as configured: an id or a #name. https://docs.slack.dev/reference/objects/conversation-object */
export async function checkChannel(
  deps: CheckDeps,
  { channel, of, name: ofName }: ConfiguredChannel,
): Promise<Checked> {
  const whose = `${of} ${ofName}`;
  const invite = `/invite @${deps.botName()}`;
  const place = await deps.directory.find(channel);
  if (place.kind === 'later') return place;
  if (place.kind === 'none') {
    return mend(
      `I cannot find ${channel} on Slack (${whose}). If it is private, invite the bot there: ${invite}. If not, correct it in earshot.yaml.`,
    );
  }
  const answer = await deps.call('conversations.info', { channel: place.id });
  if (answer.kind === 'error' && answer.code === 'channel_not_found') {
    return mend(
      `Slack does not show me ${channel} (${whose}): it is gone, or private. Invite the bot there: ${invite}. If it is gone, give the ${of} another channel in earshot.yaml.`,
    );
  }
  if (answer.kind !== 'ok') return { kind: 'later', why: answerInWords(answer) };
  const found = recordAt(answer.body, 'channel');
  const name = found['name'] === undefined ? channel : `#${textAt(found, 'name')}`;
  if (found['is_archived'] === true) {
    return mend(
      `${name} is archived (${whose}). Unarchive it, or give the ${of} another channel in earshot.yaml.`,
    );
  }
  if (found['is_member'] !== true) return mend(`Invite the bot: ${invite} in ${name} (${whose}).`);
  if (found['is_ext_shared'] === true || found['is_pending_ext_shared'] === true) {
    return mend(
      `${name} (${whose}) is shared with another organisation, whose people read customers' words there. Give the ${of} a channel of its own.`,
    );
  }
  return { kind: 'ok' };
}

function mend(line: string): Checked {
  return { kind: 'mend', line };
}
