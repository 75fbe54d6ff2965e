/** Voices that people reported: who is told, when, and what. */
import type { ToldVoice } from '../domain/told-voice.js';
import type { ReportedVoiceStore } from '../use-cases/reports/report-voice.js';
import type { ReportedSignal } from '../use-cases/triage-store.js';
import { readViews } from './alert-views.js';
import { type EventRow, SELECT_EVENTS, toEventView } from './events.js';
import { PERSON_PRIORITY } from './priority.js';
import { type SignalRow, signalColumns, toSignalView } from './signal-rows.js';
import { type Sql, statement } from './sql.js';

/** In the transaction that decided on them, after the verdicts: each reporter hears of each once. */
const KEEP = statement(
  'keep_voice_reports',
  `with kept as (
     insert into voice_reports (signal_id, staff_id, platform, alert)
     select g.signal_id, g.staff_id, g.platform, s.alert
     from json_to_recordset($1::json) as g (signal_id uuid, staff_id uuid, platform text) join signals s on s.id = g.signal_id
     order by g.signal_id
     returning signal_id, staff_id, platform),
   told as (
     insert into reports (id, kind, span, time_zone, asked_at, shared_at, signal_id)
     select gen_random_uuid(), 'voice', '', '', $2, $2, signal_id from kept returning id, signal_id)
   insert into messages (id, role, report, platform, channel, to_person, priority, not_before)
   select gen_random_uuid(), 'report', t.id, k.platform, k.staff_id::text, true, ${PERSON_PRIORITY}, $2
   from told t join kept k on k.signal_id = t.signal_id`,
);

/** In the transaction that ended the alert: whoever reported it hears of it once, however often they did, and not who ended it. */
const TELL_END = statement(
  'tell_reporters_end',
  `with reporters as (
     select distinct on (staff_id, platform) signal_id, staff_id, platform
     from voice_reports where alert = $1 and staff_id <> $4::uuid order by staff_id, platform, signal_id),
   told as (
     insert into reports (id, kind, span, time_zone, asked_at, shared_at, signal_id, event_id)
     select gen_random_uuid(), 'voice', '', '', $3, $3, signal_id, $2 from reporters returning id, signal_id)
   insert into messages (id, role, report, platform, channel, to_person, priority, not_before)
   select gen_random_uuid(), 'report', t.id, r.platform, r.staff_id::text, true, ${PERSON_PRIORITY}, $3
   from told t join reporters r on r.signal_id = t.signal_id`,
);

const TOLD = statement(
  'told_voice',
  `select ${signalColumns('s')}, s.reason, s.alert from voice_reports v join signals s on s.id = v.signal_id where v.signal_id = $1`,
);

const ENDED = statement('event_that_ended', `${SELECT_EVENTS} where e.id = $1`);

/** Sent without waiting for an answer. */
export function keepVoiceReports(sql: Sql, reports: readonly ReportedSignal[], at: Date): void {
  if (reports.length === 0) return;
  const rows = reports.map(({ signalId, staffId, platform }) => ({
    signal_id: signalId,
    staff_id: staffId,
    platform,
  }));
  sql.send(KEEP, [JSON.stringify(rows), at]);
}

/** Sent without waiting for an answer. */
export function tellReportersEnd(
  sql: Sql,
  ended: { readonly alert: number; readonly eventId: string; readonly at: Date; readonly actorId: string },
): void {
  sql.send(TELL_END, [ended.alert, ended.eventId, ended.at, ended.actorId]);
}

/** `eventId`: what ended its alert, where that is to be told. */
export async function readToldVoice(
  sql: Sql,
  signal: string,
  eventId: string | null,
): Promise<ToldVoice | undefined> {
  const [row] = await sql<SignalRow & { reason: string | null; alert: string | null }>(TOLD, [signal]);
  if (!row) return undefined;
  const alert = row.alert === null ? undefined : Number(row.alert);
  const view = alert === undefined ? undefined : (await readViews(sql, [alert])).get(alert);
  const [ended] = eventId === null ? [] : await sql<EventRow>(ENDED, [eventId]);
  return {
    signal: toSignalView(row),
    reason: row.reason ?? '',
    ...(view && { view }),
    ...(ended && { ended: toEventView(ended) }),
  };
}

export function createVoiceReportStore(sql: Sql): ReportedVoiceStore {
  return { toldVoice: (signal) => readToldVoice(sql, signal, null) };
}
