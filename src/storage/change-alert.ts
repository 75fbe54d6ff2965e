/** The one statement by which an alert changes when a person does something; what the clock says is in change-by-clock.ts. */
import type { ChangeAlertStore } from '../use-cases/change-alert.js';
import { PERSON_PRIORITY } from './priority.js';
import { wantRollUps } from './roll-ups.js';
import { statement } from './sql.js';

/** Sets what `f` names of the alert `a`; a field that it does not name keeps its value. */
export const SET_FIELDS = `
       state = case when f ? 'state' then f->>'state' else a.state end,
       severity = case when f ? 'severity' then f->>'severity' else a.severity end,
       owner_id = case when f ? 'ownerId' then (f->>'ownerId')::uuid else a.owner_id end,
       claimed_at = case when f ? 'claimedAt' then (f->>'claimedAt')::timestamptz else a.claimed_at end,
       closed_at = case when f ? 'closedAt' then (f->>'closedAt')::timestamptz else a.closed_at end,
       closed_by = case when f ? 'closedBy' then (f->>'closedBy')::uuid else a.closed_by end,
       outcome = case when f ? 'outcome' then f->>'outcome' else a.outcome end,
       root_cause = case when f ? 'rootCause' then f->>'rootCause' else a.root_cause end,
       closing_note = case when f ? 'closingNote' then f->>'closingNote' else a.closing_note end,
       dismissal = case when f ? 'dismissal' then f->>'dismissal' else a.dismissal end,
       respond_by = case when f ? 'respondBy' then (f->>'respondBy')::timestamptz else a.respond_by end,
       resolve_by = case when f ? 'resolveBy' then (f->>'resolveBy')::timestamptz else a.resolve_by end,
       respond_missed_at = case when f ? 'respondMissedAt' then (f->>'respondMissedAt')::timestamptz else a.respond_missed_at end,
       resolve_missed_at = case when f ? 'resolveMissedAt' then (f->>'resolveMissedAt')::timestamptz else a.resolve_missed_at end,
       snoozed_until = case when f ? 'snoozedUntil' then (f->>'snoozedUntil')::timestamptz else a.snoozed_until end,
       snoozed_by = case when f ? 'snoozedBy' then (f->>'snoozedBy')::uuid else a.snoozed_by end,
       contacted_at = case when f ? 'contactedAt' then (f->>'contactedAt')::timestamptz else a.contacted_at end,
       next_contact_at = case when f ? 'nextContactAt' then (f->>'nextContactAt')::timestamptz else a.next_contact_at end,
       promised_at = case when f ? 'promisedAt' then (f->>'promisedAt')::timestamptz else a.promised_at end,
       promise_zone = case when f ? 'promiseZone' then f->>'promiseZone' else a.promise_zone end`;

/** All in one statement: the reference of a line to its event is checked at its end, when the event is there. */
export const CHANGE_ALERT = statement(
  'change_alert',
  `with given as (select $3::jsonb as f),
   changed as (
     update alerts a set revision = a.revision + 1,${SET_FIELDS},
       touched_at = case when f ? 'touchedAt' then (f->>'touchedAt')::timestamptz else $5 end,
       attend_at = case when coalesce(f->>'state', a.state) in ('open', 'claimed') then $5 end
     from given where a.number = $1 and a.revision = $2
     returning a.number, a.revision),
   event as (
     insert into alert_events (id, alert, at, actor_id, kind, data)
     select $4, number, $5, $6, $7, $8 from changed),
   cards as (
     update messages m set wanted_revision = c.revision, priority = $9,
       state = case when m.state in ('posted', 'gathered') then 'wanted' else m.state end,
       attempt = case when m.state in ('posted', 'gathered') then 0 else m.attempt end,
       not_before = case when m.state in ('posted', 'wanted', 'gathered') then least(m.not_before, $5) else m.not_before end
     from changed c where m.alert = $1 and m.role = 'card'
     returning m.rolled_into),
   roll_ups as (${wantRollUps('cards', '$5')}),
   lines as (
     insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
     select gen_random_uuid(), 'line', m.alert, $4, m.id, m.platform, m.channel, $9,
       case when m.reference is null then 'infinity'::timestamptz else $5 end
     from changed c, messages m where m.alert = $1 and m.role = 'card' and m.state <> 'dead'),
   platforms as (select distinct platform from messages where alert = $1 and role = 'card'),
   known as (select platform from staff_identities where staff_id = $10::text::uuid and standing = 'member'),
   directs as (
     insert into messages (id, role, alert, event_id, platform, channel, priority, not_before)
     select gen_random_uuid(), 'direct', c.number, $4, p.platform, $10::text, $9, $5
     from changed c cross join platforms p
     where $10::text is not null
       and (p.platform in (select platform from known) or not exists (select from known join platforms using (platform))))
   select number from changed`,
);

type Change = Parameters<ChangeAlertStore['changeAlert']>[0];

export function changeValues({
  alert,
  revision,
  fields,
  event: { kind, ...data },
  eventId,
  actorId,
  tell,
  at,
}: Change): readonly unknown[] {
  return [
    alert,
    revision,
    JSON.stringify(fields),
    eventId,
    at,
    actorId,
    kind,
    JSON.stringify(data),
    PERSON_PRIORITY,
    tell,
  ];
}
