-- What reading made of a voice, kept with it, and of which source the voice is that an alert quotes.

-- How likely its words are negative, 0 to 1; null where a score says how it is meant, or nothing was said.
alter table signals add column negative real;
-- ISO 639 of the language it looks written in, where its sender named none in `language`.
alter table signals add column read_language text;

-- Of the voice lead_signal_id, so that figures of one source are counted without reading voices. Null where a process of the version before
-- opened it while this ran: then its voice is asked.
alter table alerts add column lead_source text;
update alerts a set lead_source = s.source from signals s where s.id = a.lead_signal_id;
drop index alerts_opened;
create index alerts_opened on alerts (opened_at) include (team, theme, account_id, customer_id, lead_signal_id, lead_source);
