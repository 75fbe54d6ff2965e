/** Takes in the calls of a day in the demo's past as they would have come over HTTP: verified, read and kept. */
import { createHash } from 'node:crypto';
import type { PastCall } from '../demo/past.js';
import type { ConfiguredSource } from '../http/configured-source.js';
import { deliveryOf } from '../http/delivery-of.js';
import type { Database } from '../storage/database.js';
import { createAcceptDeliveries } from '../use-cases/accept-deliveries.js';
import type { Log } from '../use-cases/log.js';
import type { Clock, NewId } from '../use-cases/transaction.js';

interface PastHearingDeps {
  readonly accept: Database['accept'];
  readonly sources: ReadonlyMap<string, ConfiguredSource>;
  readonly newId: NewId;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PastHearing {
  /** Throws where one of them cannot be taken in. */
  readonly hear: (calls: readonly PastCall[]) => Promise<void>;
  /** The id of the signal that a call of the day became, and of the one that came after it. */
  readonly heardAs: (deliveryId: string) => {
    readonly signal: string | undefined;
    readonly before: string | undefined;
  };
}

export function createPastHearing({
  accept: store,
  sources,
  newId,
  clock,
  log,
}: PastHearingDeps): PastHearing {
  const signals = new Map<string, string>();
  const followers = new Map<string, string>();
  const { accept } = createAcceptDeliveries({
    store,
    newId,
    clock,
    digest: (text) => createHash('sha256').update(text).digest(),
    log,
    heard: () => undefined,
  });

  return {
    async hear(calls) {
      const receipts = await Promise.all(
        calls.map((call) => {
          const configured = sources.get(call.name);
          if (!configured) throw new Error(`there is no source ${call.name}`);
          const { verified } = configured.source.verify(call.request, call.at);
          const reading = configured.source.read(call.request, call.at);
          if (!verified || 'faults' in reading) throw new Error(`${call.deliveryId} cannot be taken in`);
          return accept(deliveryOf(configured, call.request, reading, call.at));
        }),
      );
      signals.clear();
      followers.clear();
      calls.forEach(({ deliveryId }, index) => {
        const [own, next] = [receipts[index]?.[0], receipts[index + 1]?.[0]];
        if (own && 'id' in own) signals.set(deliveryId, own.id);
        if (next && 'id' in next) followers.set(deliveryId, next.id);
      });
    },
    heardAs: (deliveryId) => ({ signal: signals.get(deliveryId), before: followers.get(deliveryId) }),
  };
}
