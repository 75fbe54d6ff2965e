/** One webhook call as received, and what its sender is told of each piece of voice in it. */
import type { Signal } from './signal.js';

/** What is wrong with an input, where. `path` as in `customer.email` or `[3].score`; empty for the whole. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** One element of a delivery as its source read it. */
export type Element =
  | { readonly kind: 'signal'; readonly signal: Signal }
  /** Understood, and not customer voice that we keep; `reason` in words for the sender. */
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

export interface Delivery {
  readonly source: string;
  /** The sender's id of this call: the first dedupe key. */
  readonly deliveryId: string;
  readonly receivedAt: Date;
  readonly contentType: string;
  /** The raw bytes, kept until `bodyUntil`. */
  readonly body: Uint8Array;
  readonly bodyUntil: Date;
  readonly elements: readonly Element[];
}

/** What became of one element; in the order of the delivery's elements. */
export type Receipt =
  | { readonly id: string; readonly outcome: 'accepted'; readonly reason?: string }
  | { readonly id: string; readonly outcome: 'duplicate'; readonly reason: string }
  | { readonly id: string; readonly outcome: 'ignored'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] };
