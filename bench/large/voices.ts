/** Deliveries and signals of the large benchmark, as the door and triage leave them. */
import { USUAL_KEEP_BODIES_DAYS } from '../../src/config/yaml/read-sources.js';
import { moment, SIGNALS_PER_ALERT, SIGNALS_PER_CUSTOMER } from './town.js';

const SENTENCES = [
  'The parcel was promised for Tuesday and then for Thursday, and nobody could tell me where it was.',
  'I was on hold for forty minutes, and then the line went dead.',
  'The app logs me out every time I open the basket.',
  'Nobody called me back about my refund, although it was promised twice.',
  'Everything went well, thank you.',
  'It is dearer than last year and does less.',
  'The second delivery was damaged as well.',
  'Your colleague was friendly and helped at once.',
  'If this goes on I will look for somebody else.',
];

/**
 * Of each 20 voices the 10th opens an alert; the 15th joins one of the last forty alerts in one of three cases. Whoever joins is the
 * customer of the alert.
 */
export function planVoices(signals: number): string {
  const customers = Math.ceil(signals / SIGNALS_PER_CUSTOMER);
  const opens = SIGNALS_PER_ALERT / 2;
  const joins = (SIGNALS_PER_ALERT * 3) / 4;
  return `
    create unlogged table bench.voices as
    select v.i, v.alert, v.lead, bench.heard(v.i, ${signals}) as at,
      (1 + floor(${customers} * bench.draw(v.lead, 20) ^ 2))::bigint as customer,
      bench.source(v.lead) as source, bench.theme(v.lead) as theme, bench.team(v.lead) as team
    from (
      select i, alert, case when alert is null then i else (alert - 1) * ${SIGNALS_PER_ALERT} + ${opens} end as lead
      from (
        select i, case i % ${SIGNALS_PER_ALERT}
          when ${opens} then i / ${SIGNALS_PER_ALERT} + 1
          when ${joins} then case when bench.draw(i, 21) < 0.35
            then greatest(1, i / ${SIGNALS_PER_ALERT} + 1 - floor(40 * bench.draw(i, 22) ^ 2)::bigint) end end as alert
        from generate_series(1::bigint, ${signals}) i) j) v`;
}

export const VOICES = [
  `insert into deliveries (id, source, delivery_key, received_at, content_type, body, body_until, signal_ids)
   select bench.id(at, 'delivery', i), source, sha256(('delivery' || i)::bytea), at, 'application/json',
     case when at > ${moment()} - interval '${USUAL_KEEP_BODIES_DAYS} days' then convert_to('{"kind":"survey","further":"' || repeat('x', 450) || i || '"}', 'UTF8') end,
     at + interval '${USUAL_KEEP_BODIES_DAYS} days', array[bench.id(at, 'signal', i)]
   from bench.voices order by i`,
  `insert into signals (id, delivery_id, position, source, entry_key, external_id, conversation_id, kind, metric, score, scale_min, scale_max, score_place,
     occurred_at, received_at, text, channel, facts, triaged_at, customer_id, account_id, alert, theme, team, reason, rule)
   select bench.id(at, 'signal', i), bench.id(at, 'delivery', i), 0, source, sha256(('entry' || i)::bytea), 'answer-' || i,
     case when alert is not null then 'case-' || alert end, kind, metric,
     case metric when 'csat' then 1 + floor(5 * s) when 'nps' then floor(11 * s) when 'stars' then 1 + floor(5 * s) end,
     case when metric is not null then case metric when 'nps' then 0 else 1 end end, case metric when 'csat' then 5 when 'nps' then 10 when 'stars' then 5 end,
     case metric when 'csat' then floor(5 * s) / 4 when 'nps' then floor(11 * s) / 10 when 'stars' then floor(5 * s) / 4 end,
     at - interval '40 seconds', at,
     words[1 + floor(9 * bench.draw(i, 23))::int] || ' ' || words[1 + floor(9 * bench.draw(i, 24))::int] || ' (' || i || ')',
     'email', jsonb_build_object('tags', '[]'::jsonb, 'location', 'region-' || i % 40,
       'customer', jsonb_build_object('id', 'customer-' || customer, 'name', 'Customer ' || customer)),
     at + interval '150 milliseconds', bench.customer(customer), case when customer % 3 = 0 then bench.account(1 + customer % accounts) end, alert, theme, team,
     case when alert is null then 'nothing here needs a person' else 'CSAT 2 of 5' end, case when alert is not null then 'threshold' end
   from bench.voices
   cross join (select array[${SENTENCES.map((each) => `'${each}'`).join(', ')}] as words, (select count(*) from accounts) as accounts) w
   cross join lateral (select bench.draw(i, 25) as k, case when alert is null then 0.3 + 0.7 * bench.draw(i, 26) else 0.4 * bench.draw(i, 26) end as s) d
   cross join lateral (
     select case when k < 0.45 then 'csat' when k < 0.65 then 'nps' when k < 0.75 then 'stars' end as metric,
       case when k < 0.65 then 'survey' when k < 0.75 then 'review' when k < 0.9 then 'mention' else 'escalation' end as kind) m
   order by i`,
];
