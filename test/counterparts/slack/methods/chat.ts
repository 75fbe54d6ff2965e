import { missingField, refuse, type Answer } from '../answer.js';
import { textArg, yesArg, type Call, type Method } from '../call.js';
import { readContent, type Content } from '../content.js';
import { isHidden } from '../conversation.js';
import type { SlackMessage } from '../message.js';
import type { SlackChannel } from '../workspace.js';
import type { World } from '../world.js';

const writes = { scopes: ['chat:write'], token: 'bot', json: true } as const;

export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': { ...writes, run: postMessage },
  'chat.update': { ...writes, run: update },
  'chat.delete': { ...writes, run: remove },
  'chat.postEphemeral': { ...writes, run: postEphemeral },
  'chat.getPermalink': { scopes: [], token: 'bot', json: false, run: permalink },
};

// https://docs.slack.dev/reference/methods/chat.postMessage
function postMessage(world: World, call: Call): Answer {
  const at = world.now();
  const named = textArg(call, 'channel');
  if (named === undefined) return missingField('channel');
  const channel = target(world, named);
  if (!channel || isHidden(world.workspace, channel)) return refuse('channel_not_found');
  const refused = refusedToPost(world, call, channel);
  if (refused) return refused;
  const content = readContent(call, world);
  if ('refused' in content) return content.refused;
  if (isEmpty(content)) return refuse('no_text');

  const log = world.logs.of(channel.id);
  const ts = log.nextTs();
  const threadTs = textArg(call, 'thread_ts');
  const root = threadTs === undefined ? undefined : log.find(threadTs);
  const inThread = root?.thread_ts ?? threadTs;
  const { bot, team } = world.workspace;
  const message: SlackMessage = {
    type: 'message',
    ...(inThread !== undefined && yesArg(call, 'reply_broadcast') && { subtype: 'thread_broadcast' }),
    user: bot.userId,
    ts,
    bot_id: bot.botId,
    app_id: bot.appId,
    team: team.id,
    text: content.text ?? '',
    ...(content.blocks && { blocks: content.blocks }),
    ...(content.attachments && { attachments: content.attachments }),
    ...(content.metadata && content.metadata !== 'none' && { metadata: content.metadata }),
    ...(inThread !== undefined && { thread_ts: inThread }),
    ...(root && { parent_user_id: root.user }),
  };
  const json = log.add(message);
  world.posts.add(
    { at, channel: channel.id, ts, ...(inThread !== undefined && { threadTs: inThread }) },
    message.metadata,
  );
  if (content.truncated) return { ok: true, channel: channel.id, ts, message, ...truncation(content) };
  return { ok: true, written: `{"ok":true,"channel":"${channel.id}","ts":"${ts}","message":${json}}` };
}

/** A channel by its id or name; a person by their id, which means the conversation with them. */
function target(world: World, named: string): SlackChannel | undefined {
  const { channels, users } = world.workspace;
  const byId = channels.get(named);
  if (byId) return byId;
  if (users.has(named)) return world.workspace.directMessage([named]).channel;
  const name = named.replace(/^#/u, '');
  for (const channel of channels.values()) if (channel.name === name) return channel;
  return undefined;
}

function refusedToPost(world: World, call: Call, channel: SlackChannel): Answer | undefined {
  if (channel.archived) return refuse('is_archived');
  if (channel.restricted) return refuse('restricted_action');
  if (world.workspace.botIsIn(channel)) return undefined;
  return call.token.scopes.includes('chat:write.public') ? undefined : refuse('not_in_channel');
}

function isEmpty(content: Pick<Content, 'text' | 'blocks' | 'attachments'>): boolean {
  const hasText = content.text !== undefined && content.text !== '';
  return !hasText && !content.blocks?.length && !content.attachments?.length;
}

function truncation(content: Content): { readonly response_metadata?: unknown } {
  return content.truncated ? { response_metadata: { warnings: ['message_truncated'] } } : {};
}

// https://docs.slack.dev/reference/methods/chat.update
function update(world: World, call: Call): Answer {
  const found = ownMessage(world, call, 'cant_update_message');
  if ('refused' in found) return found.refused;
  const { channel, message } = found;
  if (world.editWindowMs !== undefined && world.now() - Number(message.ts) * 1000 > world.editWindowMs) {
    return refuse('edit_window_closed');
  }
  const content = readContent(call, world);
  if ('refused' in content) return content.refused;
  if (content.text === undefined && !content.blocks && !content.attachments) return refuse('no_text');

  const next = edited(message, content, {
    user: world.workspace.bot.userId,
    ts: `${Math.floor(world.now() / 1000)}.000000`,
  });
  if (isEmpty(next)) return refuse('no_text');
  world.logs.of(channel.id).replace(next);
  return {
    ok: true,
    channel: channel.id,
    ts: message.ts,
    text: next.text,
    message: next,
    ...truncation(content),
  };
}

/** Blocks go where only text is given; attachments and metadata stay where the call does not name them. */
export function edited(
  message: SlackMessage,
  content: Content,
  by: { readonly user: string; readonly ts: string },
): SlackMessage {
  const { blocks, attachments, metadata, ...rest } = message;
  const nextBlocks = content.blocks ?? (content.text === undefined ? blocks : undefined);
  const nextAttachments = content.attachments ?? attachments;
  const nextMetadata = content.metadata === 'none' ? undefined : (content.metadata ?? metadata);
  return {
    ...rest,
    text: content.text ?? (content.blocks ? '' : message.text),
    ...(nextBlocks?.length && { blocks: nextBlocks }),
    ...(nextAttachments?.length && { attachments: nextAttachments }),
    ...(nextMetadata && { metadata: nextMetadata }),
    edited: by,
  };
}

function remove(world: World, call: Call): Answer {
  const found = ownMessage(world, call, 'cant_delete_message');
  if ('refused' in found) return found.refused;
  world.logs.of(found.channel.id).remove(found.message.ts);
  return { ok: true, channel: found.channel.id, ts: found.message.ts };
}

function ownMessage(
  world: World,
  call: Call,
  notOwn: string,
): { readonly channel: SlackChannel; readonly message: SlackMessage } | { readonly refused: Answer } {
  const named = textArg(call, 'channel');
  if (named === undefined) return { refused: missingField('channel') };
  const ts = textArg(call, 'ts');
  if (ts === undefined) return { refused: missingField('ts') };
  const channel = world.workspace.channels.get(named);
  if (!channel || isHidden(world.workspace, channel)) return { refused: refuse('channel_not_found') };
  const message = world.logs.of(channel.id).find(ts);
  if (!message) return { refused: refuse('message_not_found') };
  if (channel.archived) return { refused: refuse('is_inactive') };
  if (message.bot_id !== world.workspace.bot.botId) return { refused: refuse(notOwn) };
  return { channel, message };
}

// https://docs.slack.dev/reference/methods/chat.postEphemeral
function postEphemeral(world: World, call: Call): Answer {
  const named = textArg(call, 'channel');
  const user = textArg(call, 'user');
  if (named === undefined) return missingField('channel');
  if (user === undefined) return missingField('user');
  const channel = target(world, named);
  if (!channel || isHidden(world.workspace, channel)) return refuse('channel_not_found');
  const refused = refusedToPost(world, call, channel);
  if (refused) return refused;
  if (!channel.members.includes(user) || world.workspace.users.get(user)?.deleted) {
    return refuse('user_not_in_channel');
  }
  const content = readContent(call, world);
  if ('refused' in content) return content.refused;
  if (isEmpty(content)) return refuse('no_text');
  const ts = world.logs.of(channel.id).nextTs();
  const threadTs = textArg(call, 'thread_ts');
  world.ephemerals.show({
    ts,
    at: world.now(),
    user,
    channel: channel.id,
    text: content.text ?? '',
    ...(content.blocks && { blocks: content.blocks }),
    ...(content.attachments && { attachments: content.attachments }),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    by: 'chat.postEphemeral',
  });
  return { ok: true, message_ts: ts };
}

function permalink(world: World, call: Call): Answer {
  const channel = world.workspace.channels.get(textArg(call, 'channel') ?? '');
  if (!channel || isHidden(world.workspace, channel)) return refuse('channel_not_found');
  const ts = textArg(call, 'message_ts') ?? '';
  const message = world.logs.of(channel.id).find(ts);
  if (!message) return refuse('message_not_found');
  const at = `https://${world.workspace.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`;
  return { ok: true, channel: channel.id, permalink: at };
}
