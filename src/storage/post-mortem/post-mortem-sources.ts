/** What the document of a post-mortem draws on: events, voices and likenesses of its alerts, and what was noted. */
import type { EventView } from '../../domain/alert-view.js';
import type { PostMortemSources, PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { NO_THEME } from '../../domain/triage.js';
import { SELECT_VIEWS, toView, type ViewRow } from '../alert-rows.js';
import { type EventRow, SELECT_EVENTS, toEventView } from '../events.js';
import { type SignalRow, signalColumns, toSignalView } from '../signal-rows.js';
import { type Sql, statement } from '../sql.js';
import { readPostMortemHistory } from './post-mortem-events.js';

/** The first ones of each alert: a storm says the same over and over. */
const EVENTS = statement(
  'events_of_alerts',
  `select v.* from unnest($1::bigint[]) as g (number)
   cross join lateral (${SELECT_EVENTS} where e.alert = g.number order by e.id limit 100) v order by v.event_id`,
);

const VOICES = statement(
  'voices_of_alerts',
  `select v.*, g.number as of_alert from unnest($1::bigint[]) as g (number)
   cross join lateral (select ${signalColumns('s')} from signals s where s.alert = g.number and s.amended_at is null order by s.id limit 20) v
   order by v.id`,
);

const ALIKE = statement(
  'alerts_alike',
  `${SELECT_VIEWS} where a.theme = $1 and a.theme <> '${NO_THEME}' and a.opened_at >= $2::timestamptz and a.number <> all($3::bigint[])
   order by a.opened_at desc limit 30`,
);

const ALIKE_MS = 30 * 86_400_000;

export async function readPostMortemSources(sql: Sql, view: PostMortemView): Promise<PostMortemSources> {
  const { alerts, postMortem } = view;
  const numbers = alerts.map(({ alert }) => alert.number);
  const first = Math.min(
    postMortem.openedAt.getTime(),
    ...alerts.map(({ alert }) => alert.openedAt.getTime()),
  );
  const [events, voices, alike, history] = await Promise.all([
    sql<EventRow>(EVENTS, [numbers]),
    sql<SignalRow & { of_alert: string }>(VOICES, [numbers]),
    sql<ViewRow>(ALIKE, [postMortem.theme, new Date(first - ALIKE_MS), numbers]),
    readPostMortemHistory(sql, postMortem.number),
  ]);
  const byAlert = new Map<number, EventView[]>(numbers.map((number) => [number, []]));
  for (const row of events) byAlert.get(Number(row.event_alert))?.push(toEventView(row));
  return {
    events: byAlert,
    voices: voices.map((row) => ({ alert: Number(row.of_alert), signal: toSignalView(row) })),
    alike: alike.map(toView),
    history,
  };
}
