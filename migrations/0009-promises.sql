-- How promised call-backs ended, found by the time at which they did.

-- A contact, a closing or a newer promise that settled one says so in its data; the clock's own event is of a broken one.
create index alert_events_promises on alert_events (at) where kind = 'promise_broken' or data ? 'promise';
