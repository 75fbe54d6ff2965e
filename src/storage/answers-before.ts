import type { Answer } from '../domain/answer.js';
import { CONTACT_DAYS, MOST_CONTACTS } from '../domain/contacts.js';
import type { Answering } from '../use-cases/triage-store.js';
import { scoreOf, type SignalRow } from './signal-rows.js';
import { type Sql, statement } from './sql.js';

/** Of an alert whose customer nobody knows; a crowd in one conversation is not read whole for each of its voices. */
const MOST_OF_ALERT = 200;

const ENTRY = 'id, source, external_id';

/**
 * Read along the customer's newest voices, which counting contacts reads as well: it needs no index of its own. Of most of them only the
 * entry is looked at. A version that was sent later may say that it is older: a day is looked ahead.
 */
const ANSWERS_BEFORE = statement(
  'answers_before',
  `select distinct on (g.signal_id) g.signal_id, coalesce(n.amends, n.id) as root, n.id, n.occurred_at, n.metric, n.score, n.scale_min,
     n.scale_max, n.text, n.alert, count(*) over (partition by g.signal_id)::int as times
   from json_to_recordset($1::json)
     as g (signal_id uuid, customer_id uuid, matter text, source text, external_id text, kind text, happening text, metric text,
       occurred_at timestamptz)
   cross join lateral (
     (select ${ENTRY} from signals
      where customer_id = g.customer_id and occurred_at > g.occurred_at - interval '${CONTACT_DAYS} days'
        and occurred_at <= g.occurred_at + interval '1 day'
      order by occurred_at desc limit ${MOST_CONTACTS})
     union all
     (select v.* from alerts a
      cross join lateral (select ${ENTRY} from signals where alert = a.number limit ${MOST_OF_ALERT}) v
      where g.customer_id is null and a.group_key = g.matter and a.state in ('open', 'claimed'))) e
   cross join lateral (select * from signals where id = e.id offset 0) n
   where e.external_id = g.external_id and e.source = g.source and e.id <> g.signal_id
     and n.kind = g.kind and n.happening is not distinct from g.happening
     and (n.metric is null or g.metric is null or n.metric = g.metric) and (n.score is not null or n.text is not null)
   order by g.signal_id, n.amended_at is null desc, n.occurred_at desc, n.id desc`,
);

export async function answersBefore(
  sql: Sql,
  signals: readonly Answering[],
): Promise<ReadonlyMap<string, Answer>> {
  const asked = signals.map(({ id, source, signal, customerId, matter }) => ({
    signal_id: id,
    customer_id: customerId,
    matter,
    source,
    external_id: signal.externalId,
    kind: signal.kind,
    happening: signal.happening,
    metric: signal.score?.metric,
    occurred_at: signal.occurredAt,
  }));
  const rows = await sql<AnswerRow>(ANSWERS_BEFORE, [JSON.stringify(asked)]);
  return new Map(rows.map((row) => [row.signal_id, toAnswer(row)]));
}

interface AnswerRow extends Pick<
  SignalRow,
  'id' | 'occurred_at' | 'metric' | 'score' | 'scale_min' | 'scale_max' | 'text'
> {
  readonly signal_id: string;
  readonly root: string;
  readonly alert: string | null;
  readonly times: number;
}

function toAnswer(row: AnswerRow): Answer {
  return {
    root: row.root,
    newest: row.id,
    occurredAt: row.occurred_at,
    score: scoreOf(row),
    text: row.text ?? undefined,
    times: row.times,
    alert: row.alert === null ? undefined : Number(row.alert),
  };
}
