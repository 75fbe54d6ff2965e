/** What a person heard goes the way of every webhook: kept first, decided on then; who told it hears what became of it. */
import type { Delivery, Receipt } from '../../domain/delivery.js';
import { type HeardReport, reportedSignal } from '../../domain/heard-report.js';
import { REPORTS_SOURCE } from '../../domain/signal.js';
import type { Staff } from '../../domain/staff.js';
import type { ToldVoice } from '../../domain/told-voice.js';
import type { Clock, Transaction } from '../transaction.js';

export interface ReportedVoiceStore {
  /** What a voice became so far; undefined where there is none of this id that a person reported. */
  toldVoice(signal: string): Promise<ToldVoice | undefined>;
}

export interface ReportVoiceDeps {
  readonly transaction: Transaction<ReportedVoiceStore>;
  readonly clock: Clock;
  /** Keeps a delivery; answers after the commit. Throws DatabaseAway. */
  readonly accept: (delivery: Delivery) => Promise<readonly Receipt[]>;
}

export type ReportedVoice =
  | { readonly outcome: 'kept' }
  /** `told`: what became of it; absent while nobody has decided. */
  | { readonly outcome: 'there_before'; readonly told?: ToldVoice }
  /** It holds what the database will not store. */
  | { readonly outcome: 'refused' };

/** As long as what webhooks sent, where nothing else is configured for them. */
const KEEP_BODY_MS = 30 * 86_400_000;

/** Throws DatabaseAway. */
export async function reportVoice(
  { transaction, clock, accept }: ReportVoiceDeps,
  { report, by, on }: { readonly report: HeardReport; readonly by: Staff; readonly on: string },
): Promise<ReportedVoice> {
  const at = clock();
  const signal = reportedSignal(report, { by, on, at });
  const [receipt] = await accept({
    source: REPORTS_SOURCE,
    deliveryId: report.once,
    receivedAt: at,
    contentType: 'application/json',
    body: new TextEncoder().encode(JSON.stringify(report)),
    bodyUntil: new Date(at.getTime() + KEEP_BODY_MS),
    elements: [{ kind: 'signal', signal }],
  });
  switch (receipt?.outcome) {
    case 'accepted':
      return { outcome: 'kept' };
    case 'duplicate': {
      const { id } = receipt;
      const told = await transaction((store) => store.toldVoice(id));
      return { outcome: 'there_before', ...(told && { told }) };
    }
    case 'ignored':
    case 'refused':
    case undefined:
      return { outcome: 'refused' };
  }
}
