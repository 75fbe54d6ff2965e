-- An answer or post that is said again (a comment, another score, an edited text) counts once: when it was first heard, as it was last said.

alter table signals
  -- The signal that said the same answer or post first: see domain/answer.ts. Null: this one did. In `metric` and `score_place` of the first
  -- stands what the answer scores now; what was given then is in `score`.
  add column amends uuid references signals,
  -- When a later version of it was decided on. Null: this is how it was last said.
  add column amended_at timestamptz;

-- What was said again before. Where one id has answers to several questions nothing tells which of them a comment belongs to: they stay.
with again as (
  select source, external_id, kind, happening, customer_id from signals
  where external_id is not null and triaged_at is not null and (score is not null or text is not null)
  group by source, external_id, kind, happening, customer_id
  having count(*) > 1 and count(distinct metric) < 2),
versions as (
  select s.id, first_value(s.id) over w as root, lead(s.received_at) over w as later
  from signals s join again a on a.source = s.source and a.external_id = s.external_id and a.kind = s.kind
    and a.happening is not distinct from s.happening and a.customer_id is not distinct from s.customer_id
  where s.triaged_at is not null and (s.score is not null or s.text is not null)
  window w as (partition by s.source, s.external_id, s.kind, s.happening, s.customer_id order by s.occurred_at, s.id))
update signals s set amends = nullif(v.root, v.id), amended_at = v.later from versions v where v.id = s.id;

update signals s set metric = n.metric, score_place = n.score_place
from (
  select distinct on (amends) amends, metric, score_place from signals
  where amends is not null and score is not null order by amends, occurred_at desc, id desc) n
where s.id = n.amends;

update alerts a set signal_count = a.signal_count - n.again
from (
  select s.alert, count(*)::int as again from signals s join signals o on o.id = s.amends and o.alert = s.alert group by s.alert) n
where a.number = n.alert;

-- Answers and posts, each once: figures are counted from here alone.
drop index signals_heard;
create index signals_heard on signals (received_at) include (source, team, metric, score_place) where amends is null;
