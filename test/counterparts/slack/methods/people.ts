import { missingField, refuse, type Answer } from '../answer.js';
import { numberArg, textArg, yesArg, type Call, type Method } from '../call.js';
import { pageOf } from '../cursor.js';
import type { SlackUser, UserGroup, Workspace } from '../workspace.js';
import type { World } from '../world.js';

const reads = { token: 'bot', json: false } as const;

export const PEOPLE_METHODS: Readonly<Record<string, Method>> = {
  'users.list': { ...reads, scopes: ['users:read'], run: list },
  'users.info': { ...reads, scopes: ['users:read'], run: info },
  'users.lookupByEmail': { ...reads, scopes: ['users:read.email'], run: lookupByEmail },
  'usergroups.list': { ...reads, scopes: ['usergroups:read'], run: listGroups },
  'usergroups.users.list': { ...reads, scopes: ['usergroups:read'], run: listGroupUsers },
};

/** A user as https://docs.slack.dev/reference/objects/user-object describes it. */
export function userObject(
  user: SlackUser,
  workspace: Workspace,
  showEmail: boolean,
): Record<string, unknown> {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    ...(!user.deleted && {
      color: '9f69e7',
      real_name: user.realName,
      tz: user.tz,
      tz_label: user.tz,
      tz_offset: user.tzOffsetSec,
      is_admin: false,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: user.isRestricted,
      is_ultra_restricted: user.isUltraRestricted,
    }),
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      ...(showEmail && user.email !== undefined && { email: user.email }),
      ...(user.isBot && { bot_id: workspace.bot.botId, api_app_id: workspace.bot.appId }),
      team: user.teamId,
    },
    is_bot: user.isBot,
    is_app_user: false,
    ...(user.isStranger && { is_stranger: true }),
    updated: 1_700_000_000,
  };
}

function list(world: World, call: Call): Answer {
  const { workspace } = world;
  const page = pageOf([...workspace.users.values()], {
    cursor: textArg(call, 'cursor'),
    limit: numberArg(call, 'limit', 1000),
  });
  if (!page) return refuse('invalid_cursor');
  return {
    ok: true,
    members: page.items.map((user) => userObject(user, workspace, seesEmails(call))),
    cache_ts: Math.floor(world.now() / 1000),
    response_metadata: { next_cursor: page.next },
  };
}

function info(world: World, call: Call): Answer {
  const id = textArg(call, 'user');
  if (id === undefined) return missingField('user');
  const user = world.workspace.users.get(id);
  if (!user) return refuse('user_not_found');
  return { ok: true, user: userObject(user, world.workspace, seesEmails(call)) };
}

function lookupByEmail(world: World, call: Call): Answer {
  const email = textArg(call, 'email')?.toLowerCase();
  const user = [...world.workspace.users.values()].find(
    (each) => !each.deleted && each.email?.toLowerCase() === email,
  );
  if (email === undefined || !user) return refuse('users_not_found');
  return { ok: true, user: userObject(user, world.workspace, true) };
}

function seesEmails(call: Call): boolean {
  return call.token.scopes.includes('users:read.email');
}

function listGroups(world: World, call: Call): Answer {
  const groups = [...world.workspace.userGroups.values()].filter(
    (group) => !group.disabled || yesArg(call, 'include_disabled'),
  );
  return {
    ok: true,
    usergroups: groups.map((group) => groupObject(group, world.workspace, yesArg(call, 'include_users'))),
  };
}

function groupObject(group: UserGroup, workspace: Workspace, showUsers: boolean): Record<string, unknown> {
  return {
    id: group.id,
    team_id: workspace.team.id,
    is_usergroup: true,
    is_external: false,
    name: group.name,
    handle: group.handle,
    description: '',
    date_create: 1_700_000_000,
    date_update: 1_700_000_000,
    date_delete: group.disabled ? 1_700_000_000 : 0,
    user_count: group.users.length,
    ...(showUsers && { users: group.users }),
  };
}

function listGroupUsers(world: World, call: Call): Answer {
  const group = world.workspace.userGroups.get(textArg(call, 'usergroup') ?? '');
  return group ? { ok: true, users: group.users } : refuse('no_such_subteam');
}
