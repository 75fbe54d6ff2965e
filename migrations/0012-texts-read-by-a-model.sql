-- Where a language model is configured: which texts it is to read and how it read them, what it said before, how often it was asked.

create table model_readings (
  -- The voice whose text is read; one that came again within its alert has its own row.
  signal_id uuid primary key references signals,
  alert bigint not null references alerts,
  -- wanted, being read under a lease, read, or left to the built-in reading.
  state text not null default 'wanted' check (state in ('wanted', 'reading', 'read', 'left')),
  not_before timestamptz not null,
  attempt integer not null default 0,
  -- Fences the writer: only who holds the lease may write what came of it.
  lease uuid,
  -- When it was read or left.
  done_at timestamptz,
  -- Why it is left: see ModelRefusal of use-cases/ask-model.ts.
  left_why text,
  -- domain/model-reading.ts, with what it was raised from.
  reading jsonb,
  check ((state = 'read') = (reading is not null))
);
-- A text being read is due again when its lease ends.
create index model_readings_due on model_readings (not_before) where state in ('wanted', 'reading');

-- How the model read the words that the card quotes: as in model_readings, beside the voice that it is of. Here, because every card is read
-- with its alert, also where nothing is ever read by a model.
alter table alerts add column model_reading jsonb;

-- What the model answered, by SHA-256 of model, question and redacted text: the same is not asked twice.
create table model_answers (
  key bytea primary key,
  answer jsonb not null,
  kept_at timestamptz not null
);
create index model_answers_age on model_answers (kept_at);

-- How often the model was asked on each day, counted in UTC.
create table model_calls (
  day date primary key,
  calls integer not null
);
