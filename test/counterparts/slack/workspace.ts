import type { Ids } from './ids.js';

export interface SlackUser {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email?: string;
  readonly teamId: string;
  readonly tz: string;
  readonly tzOffsetSec: number;
  readonly isBot: boolean;
  readonly deleted: boolean;
  /** A guest of several channels. */
  readonly isRestricted: boolean;
  /** A guest of one channel. */
  readonly isUltraRestricted: boolean;
  /** Known only through a channel shared by Slack Connect. */
  readonly isStranger: boolean;
}

export type UserSpec = Pick<SlackUser, 'id'> & Partial<SlackUser>;

export interface SlackChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly archived: boolean;
  /** Shared with another organisation by Slack Connect. */
  readonly connectShared: boolean;
  /** A workspace preference keeps the bot from posting here. */
  readonly restricted: boolean;
  readonly members: readonly string[];
}

export type ChannelSpec = Pick<SlackChannel, 'id'> &
  Partial<SlackChannel> & {
    /** Whether the bot is (or, later, has been) invited; at first it is. A new channel has everybody as members. */
    readonly botIsMember?: boolean;
  };

export interface SlackToken {
  readonly token: string;
  readonly kind: 'bot' | 'app';
  readonly state: 'valid' | 'revoked' | 'expired' | 'inactive';
  readonly scopes: readonly string[];
}

export interface KnownToken extends SlackToken {
  /** The scopes as Slack names them in its headers. */
  readonly scopeList: string;
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
  readonly disabled: boolean;
}

export interface WorkspaceSpec {
  readonly team?: { readonly id?: string; readonly domain?: string; readonly name?: string };
  readonly bot?: {
    readonly userId?: string;
    readonly botId?: string;
    readonly appId?: string;
    readonly name?: string;
  };
  readonly users?: readonly UserSpec[];
  readonly channels?: readonly ChannelSpec[];
  readonly tokens?: readonly SlackToken[];
  readonly userGroups?: readonly UserGroup[];
}

export interface Workspace {
  readonly team: { readonly id: string; readonly domain: string; readonly name: string };
  readonly bot: {
    readonly userId: string;
    readonly botId: string;
    readonly appId: string;
    readonly name: string;
  };
  readonly users: Map<string, SlackUser>;
  readonly channels: Map<string, SlackChannel>;
  readonly tokens: Map<string, KnownToken>;
  readonly userGroups: Map<string, UserGroup>;
  /** Adds the user, or changes what is named of one that is there. */
  readonly setUser: (spec: UserSpec) => SlackUser;
  readonly setChannel: (spec: ChannelSpec) => SlackChannel;
  readonly setToken: (spec: Pick<SlackToken, 'token'> & Partial<SlackToken>) => SlackToken;
  /** The conversation between the bot and these people; made where there is none yet. */
  readonly directMessage: (userIds: readonly string[]) => { channel: SlackChannel; isNew: boolean };
  readonly botIsIn: (channel: SlackChannel) => boolean;
}

export const BOT_TOKEN = 'xoxb-counterpart-bot';
export const APP_TOKEN = 'xapp-counterpart-app';
export const SIGNING_SECRET = 'counterpart-signing-secret';

/** What the bot is given unless a test says otherwise: what the product's manifest asks for, and what it may ask for. */
export const USUAL_SCOPES: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'reactions:read',
  'usergroups:read',
  'users:read',
  'users:read.email',
];

const USUAL_USERS: readonly UserSpec[] = [
  { id: 'U0KIM00001', name: 'kim', realName: 'Kim Larsen', email: 'kim@example.com' },
  { id: 'U0SAM00001', name: 'sam', realName: 'Sam Okafor', email: 'sam@example.com' },
];

const USUAL_CHANNELS: readonly ChannelSpec[] = [
  { id: 'C0SUPPORT1', name: 'support' },
  { id: 'C0GENERAL1', name: 'general' },
];

/** The state of one workspace with one app installed; what `spec` does not say is made up sensibly. */
export function createWorkspace(spec: WorkspaceSpec, ids: Ids): Workspace {
  const team = { id: 'T0COUNTER1', domain: 'counterpart', name: 'Counterpart', ...spec.team };
  const bot = {
    userId: 'U0BOT00001',
    botId: 'B0BOT00001',
    appId: 'A0APP00001',
    name: 'earshot',
    ...spec.bot,
  };
  const users = new Map<string, SlackUser>();
  const channels = new Map<string, SlackChannel>();
  const tokens = new Map<string, KnownToken>();
  const userGroups = new Map((spec.userGroups ?? []).map((group) => [group.id, group]));

  const setUser = (user: UserSpec): SlackUser => {
    const next = { ...(users.get(user.id) ?? newUser(user.id, team.id)), ...user };
    users.set(next.id, next);
    return next;
  };
  const setChannel = ({ botIsMember, ...channel }: ChannelSpec): SlackChannel => {
    const known = channels.get(channel.id);
    const next = { ...(known ?? newChannel(channel.id, [...users.keys()])), ...channel };
    const others = next.members.filter((member) => member !== bot.userId);
    const isMember = botIsMember ?? (known === undefined || known.members.includes(bot.userId));
    const settled = { ...next, members: isMember ? [bot.userId, ...others] : others };
    channels.set(settled.id, settled);
    return settled;
  };
  const setToken: Workspace['setToken'] = (token) => {
    const fallback: SlackToken = { token: token.token, kind: 'bot', state: 'valid', scopes: USUAL_SCOPES };
    const next = { ...(tokens.get(token.token) ?? fallback), ...token };
    tokens.set(next.token, { ...next, scopeList: next.scopes.join(',') });
    return next;
  };
  const directMessage: Workspace['directMessage'] = (userIds) => {
    const kind = userIds.length === 1 ? 'im' : 'mpim';
    const wanted = [bot.userId, ...userIds].sort().join();
    for (const channel of channels.values()) {
      if (channel.kind === kind && [...channel.members].sort().join() === wanted) {
        return { channel, isNew: false };
      }
    }
    const id = ids.next(kind === 'im' ? 'D' : 'G');
    return { channel: setChannel({ id, kind, members: userIds }), isNew: true };
  };

  setUser({ id: bot.userId, name: bot.name, realName: bot.name, isBot: true });
  for (const user of spec.users ?? USUAL_USERS) setUser(user);
  for (const channel of spec.channels ?? USUAL_CHANNELS) setChannel(channel);
  const usualTokens: readonly SlackToken[] = [
    { token: BOT_TOKEN, kind: 'bot', state: 'valid', scopes: USUAL_SCOPES },
    { token: APP_TOKEN, kind: 'app', state: 'valid', scopes: ['connections:write'] },
  ];
  for (const token of spec.tokens ?? usualTokens) setToken(token);

  const botIsIn = (channel: SlackChannel): boolean => channel.members.includes(bot.userId);
  return {
    team,
    bot,
    users,
    channels,
    tokens,
    userGroups,
    setUser,
    setChannel,
    setToken,
    directMessage,
    botIsIn,
  };
}

function newUser(id: string, teamId: string): SlackUser {
  return {
    id,
    name: id.toLowerCase(),
    realName: id,
    teamId,
    tz: 'Europe/London',
    tzOffsetSec: 0,
    isBot: false,
    deleted: false,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
  };
}

function newChannel(id: string, members: readonly string[]): SlackChannel {
  return {
    id,
    name: id.toLowerCase(),
    kind: id.startsWith('D') ? 'im' : id.startsWith('G') ? 'private' : 'public',
    archived: false,
    connectShared: false,
    restricted: false,
    members,
  };
}
