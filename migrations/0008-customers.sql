-- Customers are looked for by the words of their names; alerts say how often their customer got in touch.

alter table customers
  -- The words of the name in lower case and without accents: see domain/name-words.ts, which fills it. Null where no name is known.
  add column name_words tsvector,
  -- A row is written with every voice: with room left beside it on its page, no index is written with it.
  set (fillfactor = 85);

-- The same rule for names heard before. (A server whose locale is C knows no lower case beyond a to z: names in other alphabets are
-- found there once they are heard again.)
update customers set name_words = array_to_tsvector(array(
  select distinct left(word, 40) from regexp_split_to_table(
    translate(replace(replace(replace(replace(
      lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øłđðħı', 'olddhi'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+') as word
  where word <> '' limit 12))
where name is not null;

-- Found by beginnings of several words at once, which a b-tree over one column cannot. Written at once: names change seldom, and
-- nobody tidies a pending list on the embedded database.
create index customers_name on customers using gin (name_words) with (fastupdate = off);

alter table alerts
  -- How many contacts the customer made within 30 days, up to the newest voice of this alert: see domain/contacts.ts.
  add column contacts integer,
  -- When the first of them and the newest were.
  add column contacts_since timestamptz,
  add column contacts_newest timestamptz;

update alerts a set contacts = c.contacts, contacts_since = c.since, contacts_newest = c.newest
from alerts o
cross join lateral (
  select count(*)::int as contacts, min(n.occurred_at) as since, max(n.occurred_at) as newest
  from (
    select s.occurred_at from signals s
    where s.customer_id = o.customer_id and s.occurred_at > o.last_signal_at - interval '30 days' and s.occurred_at <= o.last_signal_at
      and (s.text is not null or s.score is not null)
    order by s.occurred_at desc limit 50) n) c
where o.state in ('open', 'claimed') and o.customer_id is not null and a.number = o.number and c.contacts > 0;

-- What was done for a customer, among all that happened to their alerts.
create index alert_events_follow_ups on alert_events (alert, at desc) where kind in ('contacted', 'promised', 'promise_broken');
