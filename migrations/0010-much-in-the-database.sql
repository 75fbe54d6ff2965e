-- What keeps answers quick when much was heard: see bench/large.

-- What somebody has not been sent yet, found without looking through everything that waits. Of other messages it holds nothing.
create index messages_reminders on messages (channel) where role = 'reminder' and state = 'wanted';

-- When an alert first had an owner, found without reading all that happened to it. Written when somebody claims, never on the way of a voice.
create index alert_events_owners on alert_events (alert, id) include (at) where kind in ('claimed', 'reassigned');

-- Figures are counted from the index signals_heard alone where the table was vacuumed. By itself that comes after a fifth of all signals,
-- of ninety days the last eighteen: it is to come after a fiftieth. The embedded database is vacuumed every night.
alter table signals set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
