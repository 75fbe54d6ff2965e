/** All that was said by a customer and done for them, page by page: two kinds of rows, merged by the time at which they were. */
import type { TimelineEntry } from '../domain/customer.js';
import type { Page } from '../use-cases/read-desk.js';
import { readViews } from './alert-views.js';
import { IS_FOLLOW_UP, MOST_ALERTS } from './customer-profiles.js';
import { type EventRow, SELECT_EVENTS, toEventView } from './events.js';
import { type SignalRow, signalColumns, toSignalView } from './signal-rows.js';
import { type Sql, statement } from './sql.js';

/**
 * $2 and $3: the moment and the id of the entry that the page begins after. Those of one moment come together, so that each index is
 * read in its own order and no further than the page: ordered by the id as well, all that a customer ever said would be sorted.
 */
const TIMELINE = statement(
  'customer_timeline',
  `select u.id, u.at, u.kind from (
     (select s.id, s.occurred_at as at, 'voice' as kind from signals s
      where s.customer_id = $1 and s.occurred_at <= $2 and (s.occurred_at < $2 or s.id < $3::uuid)
      order by s.occurred_at desc fetch first ($4) rows with ties)
     union all
     (select e.id, e.at, 'follow_up' as kind
      from (select number from alerts where customer_id = $1 order by opened_at desc limit ${MOST_ALERTS}) a
      cross join lateral (
        select id, at from alert_events
        where alert = a.number and ${IS_FOLLOW_UP} and at <= $2 and (at < $2 or id < $3::uuid)
        order by at desc fetch first ($4) rows with ties) e)) u
   order by u.at desc, u.id desc limit $4`,
);

const VOICES = statement(
  'voices_by_id',
  `select ${signalColumns('s')}, s.reason, s.alert from signals s where s.id = any($1::uuid[])`,
);

const FOLLOW_UPS = statement('follow_ups_by_id', `${SELECT_EVENTS} where e.id = any($1::uuid[])`);

const END_OF_TIME = new Date('9999-12-31T00:00:00Z');
const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const POSITION = /^(?<at>\d{1,15})-(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

export async function readTimeline(
  sql: Sql,
  customerId: string,
  { before, limit }: Page,
): Promise<readonly TimelineEntry[]> {
  const rows = await sql<PlaceRow>(TIMELINE, [customerId, ...beginning(before), limit]);
  const idsOf = (kind: PlaceRow['kind']) => rows.flatMap((row) => (row.kind === kind ? row.id : []));
  const [voiceIds, followUpIds] = [idsOf('voice'), idsOf('follow_up')];
  const [voices, followUps] = await Promise.all([
    voiceIds.length === 0 ? [] : sql<VoiceRow>(VOICES, [voiceIds]),
    followUpIds.length === 0 ? [] : sql<EventRow>(FOLLOW_UPS, [followUpIds]),
  ]);
  const alerts = new Set([
    ...voices.flatMap(({ alert }) => (alert === null ? [] : Number(alert))),
    ...followUps.map(({ event_alert: alert }) => Number(alert)),
  ]);
  const views = alerts.size === 0 ? undefined : await readViews(sql, [...alerts]);
  const voiceOf = new Map(voices.map((row) => [row.id, row]));
  const eventOf = new Map(followUps.map((row) => [row.event_id, row]));
  return rows.flatMap(({ id, at }): readonly TimelineEntry[] => {
    const place = { position: `${at.getTime()}-${id}`, at };
    const voice = voiceOf.get(id);
    if (voice) {
      const view = voice.alert === null ? undefined : views?.get(Number(voice.alert));
      return [
        {
          ...place,
          kind: 'voice',
          signal: toSignalView(voice),
          ...(voice.reason !== null && { reason: voice.reason }),
          ...(view && { view }),
        },
      ];
    }
    const event = eventOf.get(id);
    const view = event && views?.get(Number(event.event_alert));
    return view ? [{ ...place, kind: 'follow_up', event: toEventView(event), view }] : [];
  });
}

/** One that was not given, or is none of ours, is the newest. */
function beginning(before: string | undefined): readonly [Date, string] {
  const given = POSITION.exec(before ?? '')?.groups;
  const at = new Date(Number(given?.['at']));
  return given?.['id'] === undefined || Number.isNaN(at.getTime()) || at > END_OF_TIME
    ? [END_OF_TIME, LAST_UUID]
    : [at, given['id']];
}

interface PlaceRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: TimelineEntry['kind'];
}

interface VoiceRow extends SignalRow {
  readonly reason: string | null;
  readonly alert: string | null;
}
