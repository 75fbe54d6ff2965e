import type { Sent } from '../../../src/posting/platform.js';

/** Of a message that was posted; throws where it was not. */
export function referenceOf(sent: Sent): string {
  if (sent.outcome !== 'posted') throw new Error(JSON.stringify(sent));
  return sent.reference;
}
