-- Where Microsoft Teams lets us speak: kept whenever Teams tells us of a conversation, because there is no way to ask for it later.

create table teams_conversations (
  -- Without the ;messageid=… that a thread of a channel adds.
  id text primary key,
  kind text not null check (kind in ('channel', 'group', 'personal')),
  -- The connector to call; came with a valid token. Teams may move a conversation to another.
  service_url text not null,
  -- Null only in the local trial without credentials.
  tenant_id text,
  -- Who we are there: 28:<app id>.
  bot_id text not null,
  -- The team of a channel.
  team_id text,
  -- The person of a personal conversation, as Teams names them to us.
  user_id text,
  seen_at timestamptz not null,
  -- Since when Earshot is no longer installed there; null while it is.
  removed_at timestamptz,
  check ((kind = 'personal') = (user_id is not null))
);
create index teams_conversations_person on teams_conversations (user_id, seen_at) where kind = 'personal';
create index teams_conversations_team on teams_conversations (team_id) where team_id is not null;
create index teams_conversations_seen on teams_conversations (seen_at);

-- Which channel a team of ours works in, as somebody said there: @Earshot connect <team>.
create table teams_bindings (
  team text primary key,
  channel_id text not null references teams_conversations on delete cascade,
  bound_by uuid not null references staff,
  bound_at timestamptz not null
);
create index teams_bindings_channel on teams_bindings (channel_id);
