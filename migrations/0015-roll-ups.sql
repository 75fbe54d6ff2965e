-- Roll-ups, and who put an alert off. Where more cards wait for a channel than it takes soon, one message names several alerts, each with its own button.

alter table messages
  -- The roll-up that names the alert of this card. While nobody does anything about it, it has no card of its own: state gathered.
  add column rolled_into uuid references messages,
  drop constraint messages_role,
  drop constraint messages_state_check,
  add constraint messages_role
    check (role in ('card', 'line', 'direct', 'reminder', 'report', 'detail', 'roll_up')),
  add constraint messages_state_check check (state in ('wanted', 'sending', 'posted', 'unknown', 'dead', 'gathered')),
  add constraint messages_gathered check (state <> 'gathered' or (role = 'card' and rolled_into is not null));
-- A reaction on a roll-up is told apart from one on a message that is not known yet.
drop index messages_reference;
create index messages_reference on messages (platform, reference) where role in ('card', 'roll_up');
create index messages_rolled on messages (rolled_into, seq) where rolled_into is not null;

-- Who snoozed it last; told while snoozed_until is set.
alter table alerts add column snoozed_by uuid references staff;
