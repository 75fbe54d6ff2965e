-- Digests: who is told every day how things stand, once for each local day.

-- When each audience hears next, in its own zone. An audience that is no longer configured is left alone.
create table digest_audiences (
  audience text primary key,
  next_run_at timestamptz not null
);

-- What a digest told of, so that it can be read again. The question only: it is counted when it is shown.
create table digests (
  audience text not null,
  -- As it is lived there; one for each.
  local_date date not null,
  -- Null: a quiet day, of which nothing was said.
  report uuid,
  kind text not null check (kind in ('team', 'managers', 'leadership')),
  -- Empty: all.
  teams text[] not null,
  news_since timestamptz not null,
  sent_at timestamptz not null,
  primary key (audience, local_date)
);
create unique index digests_report on digests (report) where report is not null;

-- A digest is a report that nobody asked for: it goes to several places, and to people.
alter table reports
  alter column asked_by drop not null,
  alter column platform drop not null,
  alter column channel drop not null,
  drop constraint reports_kind_check,
  add constraint reports_kind check (kind in ('summary', 'digest')),
  add constraint reports_asked check ((kind = 'summary') = (asked_by is not null and platform is not null and channel is not null));
alter table digests add foreign key (report) references reports;

alter table messages
  -- The channel is a staff id: a report that one person gets.
  add column to_person boolean not null default false,
  drop constraint messages_role,
  drop constraint messages_alert,
  drop constraint messages_of_report,
  drop constraint messages_check1,
  -- detail: the parts of a report, in its thread.
  add constraint messages_role check (role in ('card', 'line', 'direct', 'reminder', 'report', 'detail')),
  add constraint messages_alert check ((role in ('reminder', 'report', 'detail')) = (alert is null)),
  add constraint messages_of_report check ((role in ('report', 'detail')) = (report is not null)),
  add constraint messages_in_thread check ((role in ('line', 'detail')) = (root_id is not null));
drop index messages_report;
create unique index messages_report on messages (report, role, platform, channel) where role in ('report', 'detail');
-- What one person was sent, for the desk.
create index messages_to_person on messages (channel, seq) where role = 'report' and to_person;

-- What customers are glad of, by when.
create index signals_glad on signals (received_at) where text is not null and (kind = 'praise' or score_place = 1);
