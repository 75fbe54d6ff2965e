import { refuse, type Answer } from './answer.js';
import { textArg, type Call } from './call.js';
import type { SlackChannel, Workspace } from './workspace.js';
import type { World } from './world.js';

const SCOPE_PREFIX = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** The conversation that the call names by id, as the bot can see it. */
export function seenConversation(
  world: World,
  call: Call,
): { readonly channel: SlackChannel } | { readonly refused: Answer } {
  const channel = world.workspace.channels.get(textArg(call, 'channel') ?? '');
  if (!channel || isHidden(world.workspace, channel)) return { refused: refuse('channel_not_found') };
  return { channel };
}

/** A conversation that the bot is no member of, and that Slack therefore says is not there. */
export function isHidden(workspace: Workspace, channel: SlackChannel): boolean {
  return channel.kind !== 'public' && !workspace.botIsIn(channel);
}

/** Slack asks for a scope by the kind of conversation: https://docs.slack.dev/reference/methods/conversations.history */
export function scopeRefusal(
  call: Call,
  kind: SlackChannel['kind'],
  what: 'read' | 'history' | 'write',
): Answer | undefined {
  const needed = `${SCOPE_PREFIX[kind]}:${what}`;
  return call.token.scopes.includes(needed) ? undefined : missingScope(call.token.scopes, needed);
}

export function missingScope(provided: readonly string[], needed: string): Answer {
  return refuse('missing_scope', { needed, provided: provided.join(',') });
}

/** A channel as https://docs.slack.dev/reference/objects/conversation-object describes it. */
export function conversationObject(workspace: Workspace, channel: SlackChannel): Record<string, unknown> {
  const isIm = channel.kind === 'im';
  return {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: channel.archived,
    is_im: isIm,
    is_mpim: channel.kind === 'mpim',
    is_org_shared: false,
    context_team_id: workspace.team.id,
    ...(isIm
      ? { user: channel.members.find((member) => member !== workspace.bot.userId), is_open: true }
      : {
          name: channel.name,
          name_normalized: channel.name,
          is_channel: channel.kind === 'public',
          is_group: channel.kind === 'private',
          is_private: channel.kind !== 'public',
          is_general: channel.name === 'general',
          is_shared: channel.connectShared,
          is_ext_shared: channel.connectShared,
          is_pending_ext_shared: false,
          is_member: workspace.botIsIn(channel),
          creator: channel.members.at(-1) ?? workspace.bot.userId,
          topic: { value: '', creator: '', last_set: 0 },
          purpose: { value: '', creator: '', last_set: 0 },
          num_members: channel.members.length,
        }),
  };
}
