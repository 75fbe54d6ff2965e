-- How promised call-backs ended, and the pages on which people see what is theirs.

-- A contact, a closing or a newer promise that settled one says so in its data; the clock's own event is of a broken one.
create index alert_events_promises on alert_events (at) where kind = 'promise_broken' or data ? 'promise';

-- The page of their own that somebody opened on a platform (Slack's App Home). What is to be seen there is read from the alerts.
create table homes (
  platform text not null,
  user_id text not null,
  staff_id uuid not null references staff,
  -- Pages that nobody opened for long are not kept up to date: opening one renews it.
  opened_at timestamptz not null,
  -- Which alerts it showed last, at which revisions, as a digest; null: it has to be shown anew.
  shown text,
  -- The platform's own mark of what stands there, by which it tells that somebody was quicker; null: not known.
  mark text,
  -- Not shown again before, be it because somebody is about to or because it just was.
  not_before timestamptz not null,
  primary key (platform, user_id)
);
create index homes_opened on homes (platform, opened_at);
