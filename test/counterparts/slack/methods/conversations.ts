import { missingField, refuse, type Answer } from '../answer.js';
import { numberArg, textArg, yesArg, type Call, type Method } from '../call.js';
import { conversationObject, isHidden, scopeRefusal, seenConversation } from '../conversation.js';
import { pageOf } from '../cursor.js';
import type { SlackChannel } from '../workspace.js';
import type { World } from '../world.js';

const reads = { scopes: [], token: 'bot', json: false } as const;
const writes = { scopes: [], token: 'bot', json: true } as const;
const KINDS = { public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' } as const;
/** https://docs.slack.dev/reference/methods/conversations.open */
const MOST_USERS = 8;

export const CONVERSATION_METHODS: Readonly<Record<string, Method>> = {
  'conversations.list': { ...reads, run: list },
  'conversations.info': { ...reads, run: info },
  'conversations.members': { ...reads, run: members },
  'conversations.join': { ...writes, scopes: ['channels:join'], run: join },
  'conversations.open': { ...writes, run: open },
};

function list(world: World, call: Call): Answer {
  const { workspace } = world;
  const types = (textArg(call, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const kinds = new Set<SlackChannel['kind']>();
  for (const type of types) {
    if (!(type in KINDS)) return refuse('invalid_types');
    const kind = KINDS[type as keyof typeof KINDS];
    const refused = scopeRefusal(call, kind, 'read');
    if (refused) return refused;
    kinds.add(kind);
  }
  const shown = [...workspace.channels.values()].filter(
    (each) =>
      kinds.has(each.kind) &&
      !isHidden(workspace, each) &&
      !(each.archived && yesArg(call, 'exclude_archived')),
  );
  const page = pageOf(shown, {
    cursor: textArg(call, 'cursor'),
    limit: Math.min(1000, numberArg(call, 'limit', 100)),
  });
  if (!page) return refuse('invalid_cursor');
  return {
    ok: true,
    channels: page.items.map((each) => conversationObject(workspace, each)),
    response_metadata: { next_cursor: page.next },
  };
}

function info(world: World, call: Call): Answer {
  const seen = seenConversation(world, call);
  if ('refused' in seen) return seen.refused;
  const refused = scopeRefusal(call, seen.channel.kind, 'read');
  if (refused) return refused;
  const { num_members, ...rest } = conversationObject(world.workspace, seen.channel);
  return {
    ok: true,
    channel: { ...rest, ...(yesArg(call, 'include_num_members') && { num_members }) },
  };
}

function members(world: World, call: Call): Answer {
  const seen = seenConversation(world, call);
  if ('refused' in seen) return seen.refused;
  const refused = scopeRefusal(call, seen.channel.kind, 'read');
  if (refused) return refused;
  const page = pageOf(seen.channel.members, {
    cursor: textArg(call, 'cursor'),
    limit: numberArg(call, 'limit', 100),
  });
  if (!page) return refuse('invalid_cursor');
  return { ok: true, members: page.items, response_metadata: { next_cursor: page.next } };
}

function join(world: World, call: Call): Answer {
  const seen = seenConversation(world, call);
  if ('refused' in seen) return seen.refused;
  const { channel } = seen;
  if (channel.archived) return refuse('is_archived');
  if (channel.kind !== 'public') return refuse('method_not_supported_for_channel_type');
  const wasIn = world.workspace.botIsIn(channel);
  const joined = world.workspace.setChannel({ id: channel.id, botIsMember: true });
  return {
    ok: true,
    channel: conversationObject(world.workspace, joined),
    ...(wasIn && {
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    }),
  };
}

function open(world: World, call: Call): Answer {
  const { workspace } = world;
  const resumed = textArg(call, 'channel');
  if (resumed !== undefined) {
    const seen = seenConversation(world, call);
    return 'refused' in seen ? seen.refused : { ok: true, channel: { id: seen.channel.id } };
  }
  const named = textArg(call, 'users');
  if (named === undefined || named === '') return missingField('users');
  const userIds = [...new Set(named.split(',').map((id) => id.trim()))];
  if (userIds.length > MOST_USERS) return refuse('too_many_users');
  const scope = scopeRefusal(call, userIds.length === 1 ? 'im' : 'mpim', 'write');
  if (scope) return scope;
  for (const id of userIds) {
    const user = workspace.users.get(id);
    if (!user) return refuse('user_not_found');
    if (user.deleted) return refuse('user_disabled');
    if (user.isBot) return refuse('cannot_dm_bot');
    if (user.isStranger) return refuse('user_not_visible');
  }
  const { channel, isNew } = workspace.directMessage(userIds);
  return {
    ok: true,
    ...(!isNew && { no_op: true, already_open: true }),
    channel: yesArg(call, 'return_im') ? conversationObject(workspace, channel) : { id: channel.id },
  };
}
