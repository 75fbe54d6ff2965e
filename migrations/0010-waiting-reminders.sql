-- What somebody has not been sent yet, found without looking through everything that waits. Of other messages it holds nothing.
create index messages_reminders on messages (channel) where role = 'reminder' and state = 'wanted';
