-- Reports by people, who hear what becomes of them; notes taken from messages; alerts that a post-mortem looks at as well.

-- A voice that one of us reported. Written when it is decided on.
create table voice_reports (
  signal_id uuid primary key references signals,
  staff_id uuid not null references staff,
  -- Where they reported it, and are told.
  platform text not null,
  -- What it opened or joined. Null: kept on the timeline.
  alert bigint references alerts
);
create index voice_reports_alert on voice_reports (alert) where alert is not null;

-- What one person is told of their report is a report to a person: the voice, and the event that ended its alert where that is told.
alter table reports
  add column signal_id uuid references signals,
  add column event_id uuid references alert_events,
  drop constraint reports_kind,
  add constraint reports_kind check (kind in ('summary', 'digest', 'voice')),
  add constraint reports_of_voice check ((kind = 'voice') = (signal_id is not null));

-- A message of a chat that became a note: once in a post-mortem, whoever adds it.
create table post_mortem_notes (
  post_mortem bigint not null references post_mortems,
  -- Platform, channel and message: see domain/said-message.ts.
  message text not null,
  section text not null,
  added_at timestamptz not null,
  added_by uuid not null references staff,
  primary key (post_mortem, message)
);

-- An open alert alike whose thread was told that a post-mortem looks at the same; once.
create table post_mortem_alike (
  post_mortem bigint not null references post_mortems,
  alert bigint not null references alerts,
  told_at timestamptz not null,
  primary key (post_mortem, alert)
);
