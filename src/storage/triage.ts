import type { Holder, Unclosed } from '../domain/plan-alerts.js';
import type { Metric } from '../domain/score.js';
import type { Severity } from '../domain/severity.js';
import type { HeardBefore, TriageStore } from '../use-cases/triage-store.js';
import { answersBefore } from './answers-before.js';
import { contactsOf, otherEntryThan } from './contacts-of.js';
import { findSpeakers } from './find-speakers.js';
import { keepSpeakers } from './keep-speakers.js';
import { type SignalRow, signalColumns, toSignal } from './signal-rows.js';
import { type Sql, statement } from './sql.js';
import { NAMES_STAMP } from './themes/theme-names.js';
import { recordTriage } from './triage-record.js';

/** A hundred similar alerts in a week say as much as a thousand. */
const MOST_SIMILAR = 100;

const TAKE_WAITING = statement(
  'take_waiting_signals',
  `select ${signalColumns('s')} from signals s where triaged_at is null order by id limit $1 for update skip locked`,
);

const UNCLOSED = statement(
  'unclosed_alerts_of_matters',
  `select a.*, c.tier, (select s.text is not null from signals s where s.id = a.lead_signal_id) as has_words
   from unnest($1::text[]) as m (matter)
   cross join lateral (
     select number, group_key, severity, opened_at, signal_count, account_id, lead_signal_id from alerts
     where group_key = m.matter and state in ('open', 'claimed') for update) a
   left join accounts c on c.id = a.account_id`,
);

const HOLDERS = statement(
  'alerts_that_hold_answers',
  `select a.*, c.tier, (select s.text is not null from signals s where s.id = a.lead_signal_id) as has_words
   from unnest($1::bigint[]) as h (number)
   cross join lateral (
     select number, group_key, severity, opened_at, signal_count, account_id, lead_signal_id, closed_at is not null as is_closed from alerts
     where number = h.number for update) a
   left join accounts c on c.id = a.account_id`,
);

const HEARD_BEFORE = statement(
  'heard_before',
  `select g.signal_id, p.score, p.scale_min, p.scale_max, c.contacts, c.since, c.newest
   from json_to_recordset($1::json) as g (signal_id uuid, customer_id uuid, metric text, occurred_at timestamptz)
   join signals own on own.id = g.signal_id
   left join lateral (
     select s.score, s.scale_min, s.scale_max from signals s
     where g.metric is not null and s.customer_id = g.customer_id and s.metric = g.metric and s.id < g.signal_id
       and s.amended_at is null and ${otherEntryThan('own')}
     order by s.occurred_at desc limit 1) p on true
   cross join lateral (${contactsOf('g.customer_id', 'g.occurred_at', otherEntryThan('own'))}) c`,
);

/** Counted no further than what a card would still tell apart. */
const COUNT_ALERTS = statement(
  'count_alerts_by_theme',
  `select t.theme, c.alerts, ${NAMES_STAMP} as stamp from unnest($1::text[]) as t (theme)
   cross join lateral (
     select count(*)::int as alerts from (
       select from alerts a where a.theme = t.theme and a.opened_at >= $2 limit ${MOST_SIMILAR}) s) c`,
);

export function createTriageStore(sql: Sql): TriageStore {
  return {
    async takeWaiting(limit) {
      const rows = await sql<SignalRow>(TAKE_WAITING, [limit]);
      return rows.map((row) => ({
        id: row.id,
        source: row.source,
        receivedAt: row.received_at,
        signal: toSignal(row),
      }));
    },

    async unclosedAlerts(matters) {
      const rows = await sql<UnclosedRow>(UNCLOSED, [matters]);
      return new Map(
        rows.flatMap((row) => (row.group_key === null ? [] : [[row.group_key, toUnclosed(row)]])),
      );
    },

    answersBefore: (signals) => answersBefore(sql, signals),

    async holders(alerts) {
      const inOrder = alerts.toSorted((a, b) => a - b);
      const rows = await sql<HolderRow>(HOLDERS, [inOrder]);
      return new Map(
        rows.map((row) => [Number(row.number), { ...toUnclosed(row), isClosed: row.is_closed }] as const),
      ) satisfies ReadonlyMap<number, Holder>;
    },

    async heardBefore(signals) {
      const asked = signals.map(({ signalId, customerId, occurredAt, score }) => ({
        signal_id: signalId,
        customer_id: customerId,
        metric: score?.metric,
        occurred_at: occurredAt,
      }));
      const rows = await sql<HeardBeforeRow>(HEARD_BEFORE, [JSON.stringify(asked)]);
      const metricOf = new Map(signals.map(({ signalId, score }) => [signalId, score?.metric]));
      return new Map(rows.map((row) => [row.signal_id, toHeardBefore(row, metricOf.get(row.signal_id))]));
    },

    async countAlerts(themes, since) {
      const rows = await sql<{ theme: string; alerts: number; stamp: string }>(COUNT_ALERTS, [themes, since]);
      return {
        similar: new Map(rows.map(({ theme, alerts }) => [theme, alerts])),
        stamp: rows[0]?.stamp ?? '',
      };
    },

    findSpeakers: (signals) => findSpeakers(sql, signals),

    keepSpeakers: (signals, speakers, at) => keepSpeakers(sql, signals, speakers, at),

    recordTriage(record) {
      recordTriage(sql, record);
    },
  };
}

interface UnclosedRow {
  readonly number: string;
  readonly group_key: string | null;
  readonly severity: Severity;
  readonly opened_at: Date;
  readonly signal_count: number;
  readonly tier: string | null;
  readonly lead_signal_id: string;
  readonly has_words: boolean;
}

interface HolderRow extends UnclosedRow {
  readonly is_closed: boolean;
}

interface HeardBeforeRow {
  readonly signal_id: string;
  readonly score: number | null;
  readonly scale_min: number;
  readonly scale_max: number;
  readonly contacts: number;
  readonly since: Date | null;
  readonly newest: Date | null;
}

function toHeardBefore(row: HeardBeforeRow, metric: Metric | undefined): HeardBefore {
  const { score: value, contacts: count, since, newest } = row;
  return {
    ...(metric &&
      value !== null && { score: { metric, value, scale: { min: row.scale_min, max: row.scale_max } } }),
    ...(since && newest && { contacts: { count, since, newest } }),
  };
}

function toUnclosed(row: UnclosedRow): Unclosed {
  return {
    number: Number(row.number),
    severity: row.severity,
    openedAt: row.opened_at,
    signalCount: row.signal_count,
    leadId: row.lead_signal_id,
    hasWords: row.has_words,
    ...(row.tier !== null && { tier: row.tier }),
  };
}
