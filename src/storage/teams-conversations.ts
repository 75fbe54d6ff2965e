import type {
  TeamsBinding,
  TeamsConversation,
  TeamsConversationStore,
} from '../use-cases/teams-conversations.js';
import { type Sql, statement } from './sql.js';

const REMEMBER = statement(
  'remember_teams_conversation',
  `insert into teams_conversations as c (id, kind, service_url, tenant_id, bot_id, team_id, user_id, seen_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (id) do update set kind = excluded.kind, service_url = excluded.service_url, tenant_id = excluded.tenant_id,
     bot_id = excluded.bot_id, team_id = coalesce(excluded.team_id, c.team_id), user_id = excluded.user_id,
     seen_at = greatest(excluded.seen_at, c.seen_at), removed_at = null`,
);

const COLUMNS = 'id, kind, service_url, tenant_id, bot_id, team_id, user_id';

const FIND = statement(
  'find_teams_conversation',
  `select ${COLUMNS} from teams_conversations where id = $1 and removed_at is null`,
);
const FIND_PERSONAL = statement(
  'find_personal_teams_conversation',
  `select ${COLUMNS} from teams_conversations
   where kind = 'personal' and user_id = $1 and removed_at is null order by seen_at desc limit 1`,
);
const LATEST = statement(
  'latest_teams_conversation',
  `select ${COLUMNS} from teams_conversations where removed_at is null order by seen_at desc limit 1`,
);

const FORGET_ONE = statement(
  'forget_teams_conversation',
  `with gone as (update teams_conversations set removed_at = $2 where id = $1 and removed_at is null returning id)
   select b.team, b.channel_id from teams_bindings b join gone g on g.id = b.channel_id order by b.team`,
);
const FORGET_TEAM = statement(
  'forget_teams_team',
  `with gone as (update teams_conversations set removed_at = $2 where team_id = $1 and removed_at is null returning id)
   select b.team, b.channel_id from teams_bindings b join gone g on g.id = b.channel_id order by b.team`,
);
const RESTORE = statement(
  'restore_teams_channels',
  `with back as (
     update teams_conversations set removed_at = null, service_url = $2, seen_at = greatest(seen_at, $3)
     where team_id = $1 and removed_at is not null)
   select b.team, b.channel_id from teams_bindings b join teams_conversations c on c.id = b.channel_id
   where c.team_id = $1 order by b.team`,
);

const BIND = statement(
  'bind_teams_channel',
  `with before as (select channel_id from teams_bindings where team = $1 for update),
   bound as (
     insert into teams_bindings (team, channel_id, bound_by, bound_at) values ($1, $2, $3, $4)
     on conflict (team) do update set channel_id = excluded.channel_id, bound_by = excluded.bound_by, bound_at = excluded.bound_at)
   select channel_id from before`,
);
const UNBIND = statement(
  'unbind_teams_channel',
  `with gone as (delete from teams_bindings where channel_id = $1 returning team) select team from gone order by team`,
);
const BINDINGS = statement('teams_bindings', 'select team, channel_id from teams_bindings order by team');

interface ConversationRow {
  readonly id: string;
  readonly kind: TeamsConversation['kind'];
  readonly service_url: string;
  readonly tenant_id: string | null;
  readonly bot_id: string;
  readonly team_id: string | null;
  readonly user_id: string | null;
}

interface BindingRow {
  readonly team: string;
  readonly channel_id: string;
}

export function createTeamsConversationStore(sql: Sql): TeamsConversationStore {
  const one = async (rows: Promise<readonly ConversationRow[]>): Promise<TeamsConversation | undefined> => {
    const [row] = await rows;
    return row && toConversation(row);
  };
  const bindings = async (rows: Promise<readonly BindingRow[]>): Promise<readonly TeamsBinding[]> =>
    (await rows).map(({ team, channel_id: channelId }) => ({ team, channelId }));
  return {
    async rememberTeamsConversation({ id, kind, serviceUrl, tenantId, botId, teamId, userId }, at) {
      await sql(REMEMBER, [
        id,
        kind,
        serviceUrl,
        tenantId ?? null,
        botId,
        teamId ?? null,
        userId ?? null,
        at,
      ]);
    },
    findTeamsConversation: (id) => one(sql<ConversationRow>(FIND, [id])),
    findPersonalTeamsConversation: (userId) => one(sql<ConversationRow>(FIND_PERSONAL, [userId])),
    latestTeamsConversation: () => one(sql<ConversationRow>(LATEST)),
    forgetTeamsConversations: (from, at) =>
      bindings(
        'teamId' in from ? sql(FORGET_TEAM, [from.teamId, at]) : sql(FORGET_ONE, [from.conversationId, at]),
      ),
    restoreTeamsChannels: (teamId, serviceUrl, at) => bindings(sql(RESTORE, [teamId, serviceUrl, at])),
    async bindTeamsChannel({ team, channelId, staffId, at }) {
      const [before] = await sql<{ channel_id: string }>(BIND, [team, channelId, staffId, at]);
      return before?.channel_id;
    },
    async unbindTeamsChannel(channelId) {
      const rows = await sql<{ team: string }>(UNBIND, [channelId]);
      return rows.map(({ team }) => team);
    },
    teamsBindings: () => bindings(sql(BINDINGS)),
  };
}

function toConversation(row: ConversationRow): TeamsConversation {
  return {
    id: row.id,
    kind: row.kind,
    serviceUrl: row.service_url,
    botId: row.bot_id,
    ...(row.tenant_id !== null && { tenantId: row.tenant_id }),
    ...(row.team_id !== null && { teamId: row.team_id }),
    ...(row.user_id !== null && { userId: row.user_id }),
  };
}
