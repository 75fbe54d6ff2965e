-- Follow-ups: what the clock has to say of an alert, what its owner is reminded of, what was promised to its customer.

alter table alerts
  -- When the minute tick looks at it next; null once it is closed. What people do makes it due at once, and the tick works out the rest.
  add column attend_at timestamptz,
  -- What fell due for its owner until then has been said.
  add column attended_at timestamptz,
  -- The deadlines that passed unkept and were told in the thread.
  add column respond_missed_at timestamptz,
  add column resolve_missed_at timestamptz,
  add column snoozed_until timestamptz,
  -- When a person last did something about it.
  add column touched_at timestamptz,
  -- When the customer was first spoken with.
  add column contacted_at timestamptz,
  add column next_contact_at timestamptz,
  -- The call-back that is promised and not settled yet, and the zone in which it was agreed.
  add column promised_at timestamptz,
  add column promise_zone text;
create index alerts_attend on alerts (attend_at) where attend_at is not null;

-- What was late before there were reminders is not told now.
update alerts set attend_at = now(), attended_at = now(), touched_at = now(),
  respond_missed_at = case when respond_by < now() then respond_by end,
  resolve_missed_at = case when resolve_by < now() then resolve_by end
where state in ('open', 'claimed');

create table reminders (
  id uuid primary key,
  staff_id uuid not null references staff,
  alert bigint not null references alerts,
  -- See domain/follow-up/reminder.ts.
  what text not null,
  due_at timestamptz not null,
  at timestamptz not null,
  -- Those of one person that go out together, as one message; null while they wait for the others of the same minute.
  bundle_id uuid
);
create index reminders_waiting on reminders (staff_id) where bundle_id is null;
create index reminders_bundle on reminders (bundle_id, id) where bundle_id is not null;
create index reminders_staff on reminders (staff_id, at);

-- A reminder is a direct message of a bundle: it may speak of several alerts.
alter table messages
  alter column alert drop not null,
  add column bundle_id uuid,
  drop constraint messages_role_check,
  drop constraint messages_check,
  add constraint messages_role check (role in ('card', 'line', 'direct', 'reminder')),
  add constraint messages_alert check ((role = 'reminder') = (alert is null)),
  add constraint messages_of_event check ((role in ('line', 'direct')) = (event_id is not null)),
  add constraint messages_of_bundle check ((role = 'reminder') = (bundle_id is not null));
drop index messages_event;
create unique index messages_event on messages (event_id, platform, channel, root_id, bundle_id) nulls not distinct where role <> 'card';
