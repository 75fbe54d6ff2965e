import type { Delivery } from '../domain/delivery.js';

const MOST_DELIVERIES = 200;
/** Of lists fewer: a statement of many thousand signals would hold up everybody else's, or run into its limit. */
const MOST_ELEMENTS = 1_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** How many of those that wait are committed together, from the first on: one at the least, however large. */
export function deliveryBatchSize(
  waiting: readonly { readonly delivery: Pick<Delivery, 'elements' | 'body'> }[],
): number {
  let elements = 0;
  let bytes = 0;
  const most = waiting.slice(0, MOST_DELIVERIES);
  const over = most.findIndex(({ delivery }, index) => {
    elements += delivery.elements.length;
    bytes += delivery.body.byteLength;
    return index > 0 && (elements > MOST_ELEMENTS || bytes > MOST_BYTES);
  });
  return over === -1 ? most.length : over;
}
