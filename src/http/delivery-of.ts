import type { Delivery } from '../domain/delivery.js';
import type { RawRequest } from '../inbound/raw-request.js';
import type { ReadDelivery } from '../sources/source.js';
import type { ConfiguredSource } from './configured-source.js';

const DAY_MS = 24 * 3_600_000;

/** What is kept of a call that was verified and read. */
export function deliveryOf(
  { name, retentionDays }: Pick<ConfiguredSource, 'name' | 'retentionDays'>,
  { headers, body }: RawRequest,
  { deliveryId, elements }: ReadDelivery,
  receivedAt: Date,
): Delivery {
  return {
    source: name,
    deliveryId,
    receivedAt,
    contentType: headers['content-type'] ?? '',
    body,
    bodyUntil: new Date(receivedAt.getTime() + retentionDays * DAY_MS),
    elements,
  };
}
