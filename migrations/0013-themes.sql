-- Themes that nobody configured, what people call themes, and sentences that a model wrote.

-- What customers say again and again that no configured theme takes.
create table found_themes (
  id uuid primary key,
  -- As alerts have it. Several of one name were merged.
  name text not null,
  -- The first tells by itself, of the others two.
  words text[] not null,
  found_at timestamptz not null,
  -- words: it is called by its own; model: a model gave the name; person: somebody renamed or merged it.
  named_by text not null default 'words' check (named_by in ('words', 'model', 'person'))
);
create index found_themes_name on found_themes (name);

-- What a theme is called since: what was read so before, and is read so by rules and taxonomy, counts under `name`. Never a chain:
-- what something is called is itself called nothing else.
create table theme_names (
  theme text primary key,
  name text not null,
  named_at timestamptz not null,
  -- Null: a model.
  named_by uuid references staff
);

-- When themes are looked for next; whoever moves it does. No row: at once.
create table theme_searches (
  one boolean primary key default true check (one),
  next_run_at timestamptz not null
);

-- What a model wrote of a report or a post-mortem: sentences with names for figures, filled in when they are shown; quotes of customers.
create table narratives (
  report uuid unique references reports,
  post_mortem bigint unique references post_mortems,
  sentences jsonb not null,
  -- The model, for people.
  reader text not null,
  written_at timestamptz not null,
  check (num_nonnulls(report, post_mortem) = 1)
);
