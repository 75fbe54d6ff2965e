import type { Receipt } from '../domain/delivery.js';
import type { Answer, ReadDelivery } from './source.js';

/** What a sender without wishes of its own is told: 202 and what became of it, one result each where it sent a list. */
export function answerReceipts(read: ReadDelivery, receipts: readonly Receipt[]): Answer {
  return { status: 202, body: read.list ? receipts : receipts[0] };
}
