/**
 * Keeps what senders sent before they are told so. Deliveries that come together are committed together: while one commit is under
 * way the next batch gathers, so that a lone webhook never waits and a storm costs a fraction of a commit each.
 */
import type { Delivery, Element, Receipt } from '../domain/delivery.js';
import type { Signal } from '../domain/signal.js';
import { deliveryBatchSize } from './delivery-batch-size.js';
import type { Log } from './log.js';
import type { Clock, NewId } from './transaction.js';

export interface DeliveryRecord {
  readonly id: string;
  readonly source: string;
  readonly deliveryKey: Uint8Array;
  readonly receivedAt: Date;
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly bodyUntil: Date;
  /** By place in the delivery's list; null where there is no signal. */
  readonly signalIds: readonly (string | null)[];
}

export interface SignalRecord {
  readonly id: string;
  readonly deliveryId: string;
  readonly position: number;
  readonly source: string;
  readonly entryKey: Uint8Array;
  readonly receivedAt: Date;
  readonly signal: Signal;
}

export interface AcceptStore {
  /**
   * Keeps new deliveries and new signals in one commit. What was there already is left out of `kept`, and the ids it is known by
   * are in `known`, by hex of the key. A data fault of one row fails the whole call.
   */
  keepDeliveries(deliveries: readonly DeliveryRecord[], signals: readonly SignalRecord[]): Promise<Kept>;
  isDataFault(error: unknown): boolean;
}

export interface Kept {
  readonly kept: ReadonlySet<string>;
  /** Ids of deliveries by `source` and hex of delivery key, of signals by hex of entry key, of a delivery's signals by position. */
  readonly known: ReadonlyMap<string, string>;
}

export interface AcceptDeps {
  readonly store: AcceptStore;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly digest: (text: string) => Uint8Array;
  readonly log: Log;
  /** Called after a commit that kept new signals. */
  readonly heard: (signals: number) => void;
}

interface Waiting {
  readonly delivery: Delivery;
  readonly resolve: (receipts: readonly Receipt[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface AcceptDeliveries {
  /** Keeps one delivery and answers with one receipt an element, after the commit. Throws DatabaseAway. */
  readonly accept: (delivery: Delivery) => Promise<readonly Receipt[]>;
  /** Whether deliveries come so fast that other work should let them go first. */
  readonly storming: () => boolean;
}

/** More than so many deliveries in a tenth of a second: 800 a second. */
const STORM_DELIVERIES = 80;
const STORM_WINDOW_MS = 100;

export function createAcceptDeliveries(deps: AcceptDeps): AcceptDeliveries {
  const queue: Waiting[] = [];
  let running = false;
  let window = { startMs: 0, deliveries: 0, before: 0 };

  const drain = async (): Promise<void> => {
    while (queue.length > 0) await acceptBatch(deps, queue.splice(0, deliveryBatchSize(queue)));
    running = false;
  };

  const count = (): void => {
    const nowMs = performance.now();
    if (nowMs - window.startMs >= STORM_WINDOW_MS) {
      const justBefore = nowMs - window.startMs < 2 * STORM_WINDOW_MS;
      window = { startMs: nowMs, deliveries: 0, before: justBefore ? window.deliveries : 0 };
    }
    window.deliveries += 1;
  };

  return {
    accept(delivery) {
      count();
      return new Promise((resolve, reject) => {
        queue.push({ delivery, resolve, reject });
        if (running) return;
        running = true;
        setImmediate(() => void drain());
      });
    },
    storming() {
      const recent = performance.now() - window.startMs < 2 * STORM_WINDOW_MS;
      return recent && Math.max(window.deliveries, window.before) >= STORM_DELIVERIES;
    },
  };
}

async function acceptBatch(deps: AcceptDeps, batch: readonly Waiting[]): Promise<void> {
  try {
    const receipts = await keep(
      deps,
      batch.map(({ delivery }) => delivery),
    );
    batch.forEach(({ resolve }, index) => resolve(receipts[index] ?? []));
  } catch (error) {
    if (!deps.store.isDataFault(error)) {
      for (const { reject } of batch) reject(error);
      return;
    }
    await acceptOneByOne(deps, batch);
  }
}

/** One delivery holds what the database will not store: the others must not suffer for it. */
async function acceptOneByOne(deps: AcceptDeps, batch: readonly Waiting[]): Promise<void> {
  for (const { delivery, resolve, reject } of batch) {
    try {
      const [receipts] = await keep(deps, [delivery]);
      resolve(receipts ?? []);
    } catch (error) {
      if (!deps.store.isDataFault(error)) {
        reject(error);
        continue;
      }
      deps.log.warn({ source: delivery.source }, 'a delivery holds values that cannot be stored');
      const faults = [{ path: '', message: 'holds a value that cannot be stored' }];
      resolve(delivery.elements.map(() => ({ outcome: 'refused', faults })));
    }
  }
}

interface Draft {
  readonly delivery: Delivery;
  readonly record: DeliveryRecord;
  readonly deliveryKey: string;
  readonly signals: ReadonlyMap<number, SignalRecord>;
}

async function keep(deps: AcceptDeps, deliveries: readonly Delivery[]): Promise<(readonly Receipt[])[]> {
  const drafts = deliveries.map((delivery) => draft(deps, delivery));
  const firstDelivery = firstBy(drafts, (each) => each.deliveryKey);
  const unique = [...firstDelivery.values()];
  const firstSignal = firstBy(
    unique.flatMap((each) => [...each.signals.values()]),
    (each) => hex(each.entryKey),
  );
  const { kept, known } = await deps.store.keepDeliveries(
    unique.map(({ record }) => record),
    [...firstSignal.values()],
  );
  const heard = [...firstSignal.values()].filter(({ id }) => kept.has(id)).length;
  if (heard > 0) deps.heard(heard);
  return drafts.map((each) =>
    each.delivery.elements.map((element, position) => receipt(each, element, position)),
  );

  function receipt(each: Draft, element: Element, position: number): Receipt {
    if (element.kind === 'refused') return { outcome: 'refused', faults: element.faults };
    const twin = firstDelivery.get(each.deliveryKey) ?? each;
    const deliveryId = known.get(each.deliveryKey) ?? twin.record.id;
    if (element.kind === 'ignored') return { id: deliveryId, outcome: 'ignored', reason: element.reason };
    const own = each.signals.get(position);
    if (own && kept.has(own.id)) return { id: own.id, outcome: 'accepted' };
    if (twin !== each || !kept.has(each.record.id)) {
      const id = known.get(`${deliveryId}#${position}`) ?? twin.signals.get(position)?.id ?? deliveryId;
      return { id, outcome: 'duplicate', reason: 'this delivery was received before' };
    }
    const entry = own ? hex(own.entryKey) : '';
    const id = known.get(entry) ?? firstSignal.get(entry)?.id ?? deliveryId;
    return { id, outcome: 'duplicate', reason: 'the same entry was received before, unchanged' };
  }
}

function draft(deps: AcceptDeps, delivery: Delivery): Draft {
  const id = deps.newId();
  const { source, receivedAt, contentType, body, bodyUntil } = delivery;
  const deliveryKey = deps.digest(delivery.deliveryId);
  const signals = new Map<number, SignalRecord>();
  delivery.elements.forEach((element, position) => {
    if (element.kind !== 'signal') return;
    const entryKey = deps.digest(entryText(delivery, element.signal, position));
    signals.set(position, {
      id: deps.newId(),
      deliveryId: id,
      position,
      source,
      entryKey,
      receivedAt,
      signal: element.signal,
    });
  });
  return {
    delivery,
    record: {
      id,
      source,
      deliveryKey,
      receivedAt,
      contentType,
      body,
      bodyUntil,
      signalIds: delivery.elements.map((_, position) => signals.get(position)?.id ?? null),
    },
    deliveryKey: `${source}/${hex(deliveryKey)}`,
    signals,
  };
}

/** What makes an entry the same entry: source, external id and what may change of it; without an id, its place in the delivery. */
function entryText(delivery: Delivery, signal: Signal, position: number): string {
  const { source, deliveryId } = delivery;
  if (signal.externalId === undefined) return JSON.stringify([source, 'delivery', deliveryId, position]);
  const { externalId, kind, score, text, happening } = signal;
  return JSON.stringify([source, 'entry', externalId, kind, score?.metric, score?.value, text, happening]);
}

function firstBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const first = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!first.has(key)) first.set(key, item);
  }
  return first;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
