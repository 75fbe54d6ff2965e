/** Alerts of the large benchmark with what became of them: owners, deadlines met and missed, promises, outcomes. */
import { DEFAULT_DEADLINES, DEFAULT_TIER_DEADLINES } from '../../src/config/default-policy.js';
import { OUTCOMES } from '../../src/domain/alert.js';
import { type Severity } from '../../src/domain/severity.js';
import { moment, SIGNALS_PER_ALERT, STAFF } from './town.js';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'normal', 'low'];

/** The minutes of a deadline by severity, shorter for valued tiers. */
function minutes(which: 'respondMinutes' | 'resolveMinutes'): string {
  const valued = DEFAULT_TIER_DEADLINES['gold'] ?? {};
  const usual = SEVERITIES.map((each) => `when '${each}' then ${DEFAULT_DEADLINES[each][which]}`).join(' ');
  const short = SEVERITIES.map(
    (each) => `when '${each}' then ${(valued[each] ?? DEFAULT_DEADLINES[each])[which]}`,
  ).join(' ');
  return `case when tier in ('gold', 'enterprise') then case severity ${short} end else case severity ${usual} end end * interval '1 minute'`;
}

/** Few alerts are forgotten: never claimed, or claimed and never resolved. Of the others two in three are claimed in time. */
export const PLAN_MATTERS = `
  create unlogged table bench.matters as
  with led as (
    select v.alert as k, v.at + interval '150 milliseconds' as opened_at, bench.id(v.at, 'signal', v.i) as lead_signal_id, v.source, v.theme, v.team,
      c.id as customer_id, c.account_id, a.tier,
      case when d < 0.04 then 'critical' when d < 0.25 then 'high' when d < 0.8 then 'normal' else 'low' end as severity
    from bench.voices v join customers c on c.id = bench.customer(v.customer) left join accounts a on a.id = c.account_id
    cross join lateral (select bench.draw(v.alert, 30) as d) s
    where v.i % ${SIGNALS_PER_ALERT} = ${SIGNALS_PER_ALERT / 2}),
  timed as (
    select led.*, opened_at + respond as respond_by, opened_at + resolve as resolve_by,
      case when bench.draw(k, 31) >= 0.004 then opened_at + respond * (0.08 * 40 ^ bench.draw(k, 32)) end as claimed,
      resolve * (0.05 * 40 ^ bench.draw(k, 33)) as took
    from led cross join lateral (select ${minutes('respondMinutes')} as respond, ${minutes('resolveMinutes')} as resolve) d),
  claimed as (
    select timed.*, case when claimed <= ${moment()} then claimed end as claimed_at,
      case when bench.draw(k, 34) >= 0.01 and claimed + took <= ${moment()} then claimed + took end as closed_at
    from timed)
  select c.*, 1 + floor(${STAFF} * bench.draw(k, 35) ^ 1.3)::bigint as owner,
    case when closed_at is not null then case when bench.draw(k, 36) < 0.1 then 'dismissed' else 'resolved' end
      when claimed_at is not null then 'claimed' else 'open' end as state,
    case when bench.draw(k, 37) < 0.7 and claimed_at + took / 3 <= ${moment()} then claimed_at + took / 3 end as contacted_at,
    case when bench.draw(k, 38) < 0.08 then claimed_at + took / 4 end as promised_at,
    bench.draw(k, 39) < 0.08 as reassigned
  from claimed c order by k`;

const CLOSED = `state in ('resolved', 'dismissed')`;

export const MATTERS = [
  `insert into alerts (number, revision, state, severity, theme, team, reason, rule, group_key, customer_id, account_id, lead_signal_id, opened_at, respond_by,
     resolve_by, signal_count, last_signal_at, similar_before, owner_id, claimed_at, closed_at, closed_by, outcome, root_cause, closing_note, dismissal,
     attend_at, attended_at, respond_missed_at, resolve_missed_at, snoozed_until, touched_at, contacted_at, promised_at, promise_zone, lead_source)
   select k, 3, state, severity, theme, team, 'CSAT 2 of 5', 'threshold', 'conversation:' || source || ':case-' || k, customer_id, account_id, lead_signal_id,
     opened_at, respond_by, resolve_by, 1, opened_at, floor(100 * bench.draw(k, 50)), case when claimed_at is not null then bench.staff(owner) end, claimed_at,
     closed_at, case when ${CLOSED} then bench.staff(owner) end,
     case when state = 'resolved' then bench.pick(array[${OUTCOMES.map((each) => `'${each}'`).join(', ')}], bench.draw(k, 51)) end,
     case when state = 'resolved' then 'a late parcel' end, case when state = 'resolved' then 'called and put right' end,
     case when state = 'dismissed' then 'handled' end,
     case when not ${CLOSED} then ${moment()} + (1 + bench.draw(k, 52) * 480) * interval '1 minute' end, ${moment()} - interval '1 minute',
     case when least(claimed_at, ${moment()}) > respond_by then respond_by end, case when least(closed_at, ${moment()}) > resolve_by then resolve_by end,
     case when state = 'claimed' and bench.draw(k, 53) < 0.05 then ${moment()} + interval '3 hours' end, coalesce(contacted_at, claimed_at), contacted_at,
     case when state = 'claimed' and promised_at > ${moment()} then promised_at end,
     case when state = 'claimed' and promised_at > ${moment()} then 'Europe/Berlin' end, source
   from bench.matters order by k`,
  `update alerts a set signal_count = j.n, last_signal_at = j.at
   from (select alert, count(*) as n, max(at) as at from bench.voices where alert is not null group by alert having count(*) > 1) j
   where a.number = j.alert`,
  `select setval(pg_get_serial_sequence('alerts', 'number'), max(number)) from alerts`,
];
