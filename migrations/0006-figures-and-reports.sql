-- Figures over a period, found by the time at which things happened; and reports that people share, posted like cards are.

-- Whose voice it is, whether it needed a person or not: the figures of a team are of all that was said to it.
alter table signals add column team text;
update signals s set team = a.team from alerts a where a.number = s.alert;

-- Holds all that is counted of a voice, so that a month is counted without reading the voices themselves.
create index signals_heard on signals (received_at) include (source, team, metric, score_place);
create index alerts_opened on alerts (opened_at) include (team, theme, account_id, customer_id, lead_signal_id);
create index alerts_closed on alerts (closed_at) where closed_at is not null;
create index alerts_respond_by on alerts (respond_by);
create index alerts_resolve_by on alerts (resolve_by);
-- Who had it when: the first of these is when an alert found its owner.
create index alert_events_owned on alert_events (at) where kind in ('claimed', 'reassigned');

-- What somebody asked and may show to others. The question only: the figures are counted when it is shown.
create table reports (
  id uuid primary key,
  kind text not null check (kind in ('summary')),
  -- As typed: today, 7d, 2026-11-01..2026-11-15.
  span text not null,
  team text,
  source text,
  -- IANA name: whose days are meant.
  time_zone text not null,
  asked_at timestamptz not null,
  asked_by uuid not null references staff,
  -- Where it was asked, and is shared.
  platform text not null,
  channel text not null,
  -- Null: only who asked has seen it; forgotten after a day.
  shared_at timestamptz
);
create index reports_unshared on reports (asked_at) where shared_at is null;

-- A message is of an alert, of a bundle of reminders, or of a report (role report, posted once).
alter table messages
  add column report uuid references reports,
  drop constraint messages_role,
  drop constraint messages_alert,
  add constraint messages_role check (role in ('card', 'line', 'direct', 'reminder', 'report')),
  add constraint messages_alert check ((role in ('reminder', 'report')) = (alert is null)),
  add constraint messages_of_report check ((role = 'report') = (report is not null));
drop index messages_event;
create unique index messages_event on messages (event_id, platform, channel, root_id, bundle_id) nulls not distinct
  where role in ('line', 'direct', 'reminder');
create unique index messages_report on messages (report, platform, channel) where role = 'report';

-- The desk shows reports among its cards.
drop index messages_stream;
create index messages_stream on messages (channel, seq) where role in ('card', 'report') and platform = 'desk';
