import type { Narrative, NarrativeVoice } from '../domain/narrative/narrative.js';
import type { NarrativeStore } from '../use-cases/narrative/narrative-store.js';
import { ALERT_SCOPE } from './figures.js';
import { NAMES_IN_VOICE } from './names-in-voice.js';
import { CLOCK_PRIORITY } from './priority.js';
import { type Sql, statement } from './sql.js';

const VOICES = statement(
  'narrative_voices',
  `select a.number, s.text, ${NAMES_IN_VOICE} as names
   from (
     select * from alerts a where a.opened_at >= $1 and a.opened_at < $2 and ${ALERT_SCOPE}
     order by array_position(array['critical', 'high', 'normal', 'low'], a.severity), a.opened_at desc limit $5) a
   cross join lateral (select text, facts from signals where id = a.lead_signal_id) s
   left join customers c on c.id = a.customer_id left join accounts t on t.id = a.account_id left join staff o on o.id = a.owner_id
   where s.text is not null
   order by array_position(array['critical', 'high', 'normal', 'low'], a.severity), a.opened_at desc`,
);

/** The first ones of each: a storm says the same over and over. */
const VOICES_OF = statement(
  'narrative_voices_of',
  `select g.number, s.text, ${NAMES_IN_VOICE} as names
   from unnest($1::bigint[]) as g (number)
   cross join lateral (
     select id, text, facts, customer_id, account_id from signals where alert = g.number and amended_at is null order by id limit 20) s
   left join customers c on c.id = s.customer_id left join accounts t on t.id = s.account_id
   left join alerts a on a.number = g.number left join staff o on o.id = a.owner_id
   where s.text is not null order by s.id`,
);

const WAITING = `role = 'report' and state = 'wanted' and attempt = 0 and not_before > $2`;

const KEEP = statement(
  'keep_report_narrative',
  `with released as (
     update messages set not_before = $2 where report = $1 and ${WAITING}
       and not exists (select from messages o where o.report = $1 and o.role = 'report' and (o.state <> 'wanted' or o.attempt > 0))
     returning id)
   insert into narratives (report, sentences, reader, written_at)
   select $1, $3, $4, $2 where exists (select from released) on conflict (report) do nothing`,
);

const RELEASE = statement(
  'release_report',
  `update messages set not_before = $2 where report = $1 and ${WAITING}`,
);

const READ = statement('narrative_of_report', 'select sentences, reader from narratives where report = $1');

const KEEP_OF_POST_MORTEM = statement(
  'keep_post_mortem_narrative',
  `with kept as (
     insert into narratives (post_mortem, sentences, reader, written_at)
     select number, $2, $3, $4 from post_mortems where number = $1 and state <> 'completed'
     on conflict (post_mortem) do nothing returning post_mortem),
   changed as (update post_mortems p set revision = p.revision + 1 from kept k where p.number = k.post_mortem returning p.number, p.revision),
   cards as (
     update messages m set wanted_revision = c.revision, priority = ${CLOCK_PRIORITY},
       state = case when m.state = 'posted' then 'wanted' else m.state end,
       attempt = case when m.state = 'posted' then 0 else m.attempt end,
       not_before = case when m.state in ('posted', 'wanted') then least(m.not_before, $4) else m.not_before end
     from changed c where m.post_mortem = $1 and m.role = 'card')
   select number from changed`,
);

export function createNarrativeStore(sql: Sql): NarrativeStore {
  return {
    async voicesIn({ since, until }, { teams, source }, limit) {
      const rows = await sql<VoiceRow>(VOICES, [since, until, teams ?? null, source ?? null, limit]);
      return rows.map(toVoice);
    },

    async voicesOf(alerts) {
      return (await sql<VoiceRow>(VOICES_OF, [alerts])).map(toVoice);
    },

    keepReportNarrative(report, { sentences, reader }, at) {
      sql.send(KEEP, [report, at, JSON.stringify(sentences), reader]);
    },

    releaseReport(report, at) {
      sql.send(RELEASE, [report, at]);
    },

    async narrativeOf(report) {
      const [row] = await sql<Narrative>(READ, [report]);
      return row;
    },

    async keepPostMortemNarrative(postMortem, { sentences, reader }, at) {
      const kept = await sql(KEEP_OF_POST_MORTEM, [postMortem, JSON.stringify(sentences), reader, at]);
      return kept.length === 1;
    },
  };
}

function toVoice({ number, ...voice }: VoiceRow): NarrativeVoice {
  return { alert: Number(number), ...voice };
}

interface VoiceRow extends Omit<NarrativeVoice, 'alert'> {
  readonly number: string;
}
