/** The statements by which a post-mortem, and the alerts it is linked to, change: with an event, a card anew and a line. */
import type { PostMortemStore } from '../../use-cases/post-mortem/post-mortem-store.js';
import { PERSON_PRIORITY } from '../priority.js';
import { wantRollUps } from '../roll-ups.js';
import { statement } from '../sql.js';

/** A field that the change does not name keeps its value. Whoever calls it has locked the row. */
export const CHANGE_POST_MORTEM = statement(
  'change_post_mortem',
  `with given as (select $2::jsonb as f),
   changed as (
     update post_mortems p set revision = p.revision + 1,
       state = case when f ? 'state' then f->>'state' else p.state end,
       reviewer_id = case when f ? 'reviewerId' then (f->>'reviewerId')::uuid else p.reviewer_id end,
       completed_at = case when f ? 'completedAt' then (f->>'completedAt')::timestamptz else p.completed_at end,
       completed_by = case when f ? 'completedBy' then (f->>'completedBy')::uuid else p.completed_by end,
       lesson = case when f ? 'lesson' then f->>'lesson' else p.lesson end
     from given where p.number = $1
     returning p.number, p.revision),
   event as (
     insert into post_mortem_events (id, post_mortem, at, actor_id, kind, data)
     select $3, number, $4, $5::uuid, $6, $7 from changed),
   cards as (
     update messages m set wanted_revision = c.revision, priority = ${PERSON_PRIORITY},
       state = case when m.state = 'posted' then 'wanted' else m.state end,
       attempt = case when m.state = 'posted' then 0 else m.attempt end,
       not_before = case when m.state in ('posted', 'wanted') then least(m.not_before, $4) else m.not_before end
     from changed c where m.post_mortem = $1 and m.role = 'card')
   insert into messages (id, role, post_mortem, post_mortem_event, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', m.post_mortem, $3, m.id, m.platform, m.channel, ${PERSON_PRIORITY},
     case when m.reference is null then 'infinity'::timestamptz else $4 end
   from changed c, messages m where m.post_mortem = $1 and m.role = 'card' and m.state <> 'dead'`,
);

export function changeValues({
  postMortem,
  fields,
  event: { kind, ...data },
  eventId,
  actorId,
  at,
}: Parameters<PostMortemStore['changePostMortem']>[0]): readonly unknown[] {
  return [postMortem, JSON.stringify(fields), eventId, at, actorId, kind, JSON.stringify(data)];
}

/** The card of an alert is brought up to date and its thread told, whatever its state. */
export const TELL_ALERT = statement(
  'tell_alert',
  `with changed as (update alerts set revision = revision + 1 where number = $1 returning number, revision),
   event as (
     insert into alert_events (id, alert, at, actor_id, kind, data) select $2, number, $3, $4::uuid, $5, $6 from changed),
   cards as (
     update messages m set wanted_revision = c.revision, priority = ${PERSON_PRIORITY},
       state = case when m.state in ('posted', 'gathered') then 'wanted' else m.state end,
       attempt = case when m.state in ('posted', 'gathered') then 0 else m.attempt end,
       not_before = case when m.state in ('posted', 'wanted', 'gathered') then least(m.not_before, $3) else m.not_before end
     from changed c where m.alert = $1 and m.role = 'card'
     returning m.rolled_into),
   roll_ups as (${wantRollUps('cards', '$3')})
   insert into messages (id, role, alert, event_id, root_id, platform, channel, priority, not_before)
   select gen_random_uuid(), 'line', m.alert, $2, m.id, m.platform, m.channel, ${PERSON_PRIORITY},
     case when m.reference is null then 'infinity'::timestamptz else $3 end
   from changed c, messages m where m.alert = $1 and m.role = 'card' and m.state <> 'dead'`,
);

/** With its sections and its cards; the first line is the card's own. */
export const OPEN = statement(
  'open_post_mortem',
  `with opened as (
     insert into post_mortems (theme, team, lead_alert, opened_at, opened_by) values ($1, $2, $3, $4, $5::uuid) returning number),
   linked as (insert into post_mortem_alerts (alert, post_mortem, linked_at) select $3, number, $4 from opened),
   sections as (
     insert into post_mortem_sections (post_mortem, section, version, text, written_at, written_by)
     select o.number, g.section, case when g.text = '' then 0 else 1 end, g.text, case when g.text <> '' then $4 end,
       case when g.text <> '' then $5::uuid end
     from opened o, json_to_recordset($6::json) as g (section text, text text)),
   versions as (
     insert into post_mortem_versions (post_mortem, section, version, text, at, actor_id)
     select o.number, g.section, 1, g.text, $4, $5::uuid
     from opened o, json_to_recordset($6::json) as g (section text, text text) where g.text <> ''),
   event as (
     insert into post_mortem_events (id, post_mortem, at, actor_id, kind, data)
     select $7, number, $4, $5::uuid, 'opened', json_build_object('alert', $3::bigint) from opened),
   cards as (
     insert into messages (id, role, post_mortem, platform, channel, priority, not_before)
     select gen_random_uuid(), 'card', o.number, g.platform, g.channel, ${PERSON_PRIORITY}, $4
     from opened o, json_to_recordset($8::json) as g (platform text, channel text))
   select number from opened`,
);

export const WRITE_SECTION = statement(
  'write_section',
  `with written as (
     update post_mortem_sections set version = version + 1, text = $4, written_at = $5, written_by = $6::uuid
     where post_mortem = $1 and section = $2 and version = $3 returning post_mortem, section, version, text)
   insert into post_mortem_versions (post_mortem, section, version, text, at, actor_id)
   select post_mortem, section, version, text, $5, $6::uuid from written returning version`,
);
