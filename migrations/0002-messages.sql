-- What is to be seen where, and how far each platform has it: posting by desired state.

create table messages (
  -- Travels with the message where the platform lets it, so that it can be found again.
  id uuid primary key,
  -- The order of wanting.
  seq bigint generated always as identity,
  -- card: rendered from the alert as it stands; line: one event in the card's thread; direct: one event to one person.
  role text not null check (role in ('card', 'line', 'direct')),
  alert bigint not null references alerts,
  event_id uuid references alert_events,
  root_id uuid references messages,
  platform text not null,
  -- As configured; for a direct message the staff id.
  channel text not null,
  wanted_revision integer not null default 1,
  posted_revision integer not null default 0,
  -- The provider's reference, once posted.
  reference text,
  state text not null default 'wanted' check (state in ('wanted', 'sending', 'posted', 'unknown', 'dead')),
  -- 0 what a person just did, 1 critical, 2 the rest.
  priority smallint not null default 2,
  attempt integer not null default 0,
  not_before timestamptz not null,
  -- Since when it may have been posted without our knowing; null when it surely was not.
  unsure_since timestamptz,
  -- How often an unknown message was looked for.
  looks smallint not null default 0,
  -- Sent again because a first call was found nowhere: since when that one may yet have appeared. Looked for once more, then null.
  resent_since timestamptz,
  -- Fences the writer of a result: only who holds the lease may write it.
  lease uuid,
  lease_until timestamptz,
  posted_at timestamptz,
  failure text,
  check ((role = 'card') = (event_id is null)),
  check ((role = 'line') = (root_id is not null))
);
create unique index messages_card on messages (alert, platform, channel) where role = 'card';
create unique index messages_event on messages (event_id, platform, channel, root_id) nulls not distinct where role <> 'card';
create index messages_wanted on messages (priority, seq) where state = 'wanted' and not_before < 'infinity';
create index messages_sending on messages (lease_until) where state = 'sending';
create index messages_unknown on messages (not_before) where state = 'unknown';
create index messages_resent on messages (posted_at) where resent_since is not null;
create index messages_dead on messages (posted_at) where state = 'dead';
create index messages_thread on messages (root_id, seq) where root_id is not null;
create index messages_reference on messages (platform, reference) where role = 'card';
create index messages_stream on messages (platform, channel, seq) where role = 'card';

-- Rate-limit buckets, shared by replicas; see posting/buckets.ts.
create table buckets (
  key text primary key,
  tokens double precision not null,
  counted_at timestamptz not null,
  -- Closed by the platform until then.
  closed_until timestamptz
);

-- Requests of platforms that were handled, so that a replay or a re-sent event is handled once.
create table seen_requests (
  key bytea primary key,
  seen_at timestamptz not null,
  done_at timestamptz
);
create index seen_requests_age on seen_requests (seen_at);

-- What somebody who runs Earshot should know or mend; one per key.
create table notices (
  key text primary key,
  text text not null,
  at timestamptz not null
);
