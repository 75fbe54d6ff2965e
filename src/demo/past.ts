/** What happened before the demo was started, as a list of moments: the product lives through it with its clock moved back. */
import type { Change } from '../domain/changes/change.js';

export type PastMoment = PastCall | PastAct;

/** A sender called. */
export interface PastCall {
  readonly kind: 'call';
  readonly at: Date;
  readonly deliveryId: string;
  /** Of the source. */
  readonly name: string;
  /** As it came over the wire, signed at that time. */
  readonly request: {
    readonly method: string;
    readonly target: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Buffer;
  };
  /** Decided on at once; others are decided on together with the next that is, which costs less. */
  readonly urgent: boolean;
}

/** A member of staff did something to an alert. */
export interface PastAct {
  readonly kind: 'act';
  readonly at: Date;
  /** The call that the alert came of. */
  readonly about: string;
  /** On the desk; so is the `to` of a reassignment. */
  readonly userId: string;
  readonly change: Change;
}
