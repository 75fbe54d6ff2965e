import type pg from 'pg';
import type { AcceptStore, DeliveryRecord, Kept, SignalRecord } from '../use-cases/accept-deliveries.js';
import { DatabaseAway } from '../use-cases/failures.js';
import { isAway, isDataFault, worthAnotherTry } from './database-errors.js';
import { normalise } from '../domain/score.js';
import { statement, type Statement } from './sql.js';

/**
 * One statement, one commit. Keys are inserted in their order, so that two batches cannot wait for each other in a ring. Bodies are sent as
 * they came, one behind the other: in JSON they would be twice as long.
 */
const KEEP = statement(
  'keep_deliveries',
  `with new_deliveries as (
     insert into deliveries (id, source, delivery_key, received_at, content_type, body, body_until, signal_ids)
     select id, source, delivery_key, received_at, content_type, substring($3::bytea from body_from for body_bytes), body_until, signal_ids
     from json_to_recordset($1::json)
       as d (id uuid, source text, delivery_key bytea, received_at timestamptz, content_type text, body_from int, body_bytes int,
             body_until timestamptz, signal_ids uuid[])
     order by source, delivery_key
     on conflict (source, delivery_key) do nothing
     returning id),
   new_signals as (
     insert into signals (id, delivery_id, position, source, entry_key, external_id, conversation_id, kind, metric, score, scale_min,
       scale_max, score_place, occurred_at, received_at, text, happening, url, channel, language, facts)
     select s.* from json_to_recordset($2::json)
       as s (id uuid, delivery_id uuid, position int, source text, entry_key bytea, external_id text, conversation_id text, kind text,
             metric text, score float8, scale_min float8, scale_max float8, score_place float8, occurred_at timestamptz,
             received_at timestamptz, text text, happening text, url text, channel text, language text, facts jsonb)
     where s.delivery_id in (select id from new_deliveries)
     order by s.entry_key
     on conflict (entry_key) do nothing
     returning id)
   select id from new_deliveries union all select id from new_signals`,
);

/** Asked only for what was there already. */
const KNOWN = statement(
  'known_deliveries',
  `select d.source || '/' || encode(d.delivery_key, 'hex') as key, d.id
     from deliveries d join json_to_recordset($1::json) as k (source text, delivery_key bytea) using (source, delivery_key)
   union all
   select d.id || '#' || s.position, s.id
     from deliveries d join json_to_recordset($1::json) as k (source text, delivery_key bytea) using (source, delivery_key)
     join signals s on s.id = any(d.signal_ids)
   union all
   select encode(s.entry_key, 'hex'), s.id from signals s where s.entry_key = any($2::bytea[])`,
);

const TRIES = 8;

export function createAcceptStore(pool: pg.Pool): AcceptStore {
  const run = async <Row extends object>({ name, text }: Statement, values: unknown[]): Promise<Row[]> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await pool.query<Row>({ name, text, values })).rows;
      } catch (error) {
        if (worthAnotherTry(error) && attempt < TRIES) continue;
        if (isAway(error)) throw new DatabaseAway('the database is away', { cause: error });
        throw error;
      }
    }
  };
  return {
    isDataFault,
    async keepDeliveries(deliveries, signals): Promise<Kept> {
      const rows = await run<{ id: string }>(KEEP, [
        JSON.stringify(deliveryRows(deliveries)),
        JSON.stringify(signals.map(signalRow)),
        Buffer.concat(deliveries.map(({ body }) => body)),
      ]);
      const kept = new Set(rows.map(({ id }) => id));
      const oldDeliveries = deliveries.filter(({ id }) => !kept.has(id));
      const oldSignals = signals.filter(({ id, deliveryId }) => !kept.has(id) && kept.has(deliveryId));
      if (oldDeliveries.length === 0 && oldSignals.length === 0) return { kept, known: new Map() };
      const known = await run<{ key: string; id: string }>(KNOWN, [
        JSON.stringify(
          oldDeliveries.map(({ source, deliveryKey }) => ({ source, delivery_key: bytea(deliveryKey) })),
        ),
        oldSignals.map(({ entryKey }) => Buffer.from(entryKey)),
      ]);
      return { kept, known: new Map(known.map(({ key, id }) => [key, id])) };
    },
  };
}

function deliveryRows(deliveries: readonly DeliveryRecord[]): readonly Record<string, unknown>[] {
  // SQL counts from one.
  let from = 1;
  return deliveries.map((delivery) => {
    const row = {
      id: delivery.id,
      source: delivery.source,
      delivery_key: bytea(delivery.deliveryKey),
      received_at: delivery.receivedAt,
      content_type: delivery.contentType,
      body_from: from,
      body_bytes: delivery.body.length,
      body_until: delivery.bodyUntil,
      signal_ids: delivery.signalIds,
    };
    from += delivery.body.length;
    return row;
  });
}

function signalRow({ signal, ...record }: SignalRecord): Record<string, unknown> {
  const { tags, agent, location, author, account, customer, extra, reported } = signal;
  return {
    id: record.id,
    delivery_id: record.deliveryId,
    position: record.position,
    source: record.source,
    entry_key: bytea(record.entryKey),
    external_id: signal.externalId,
    conversation_id: signal.conversationId,
    kind: signal.kind,
    metric: signal.score?.metric,
    score: signal.score?.value,
    scale_min: signal.score?.scale.min,
    scale_max: signal.score?.scale.max,
    score_place: signal.score && normalise(signal.score),
    occurred_at: signal.occurredAt,
    received_at: record.receivedAt,
    text: signal.text,
    happening: signal.happening,
    url: signal.url,
    channel: signal.channel,
    language: signal.language,
    facts: { tags, agent, location, author, account, customer, extra, reported },
  };
}

function bytea(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}
