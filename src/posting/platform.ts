/** What posting asks of a chat platform. Every platform's folder provides one; a contract suite holds for all of them. */
import type { Card } from '../cards/card.js';
import type { Note } from '../cards/note.js';
import type { Report, ReportPart } from '../cards/report.js';
import type { Line } from '../cards/text.js';
import type { PlatformName } from '../domain/policy.js';

export interface Platform {
  readonly name: PlatformName;
  /** How many alerts one roll-up may name; absent: nothing waits for its channels, so that none is needed. */
  readonly mostInRollUp?: number;
  /** Where people find what was posted, by its reference. */
  readonly linkTo?: (reference: string) => string | undefined;
  /** Whether calls are worth making now; a parked platform (revoked token) keeps its messages waiting. */
  ready(): boolean;
  /** The rate-limit buckets that a call takes a token from. */
  buckets(target: Target): readonly BucketUse[];
  /** Puts the content up, or brings the posted message to it. One call on the wire, no retries. */
  send(call: Call): Promise<Sent>;
  /** The same for a look in a place. */
  lookBuckets(place: Place): readonly BucketUse[];
  /** Looks in one place for all the new messages of it whose outcome is unknown. */
  find(place: Place, sought: readonly Sought[]): Promise<Looked>;
}

/** Where messages stand: in a channel, with one person, or in a thread. */
export interface Place {
  /** As configured: a channel id or #name; for a direct message the staff id. */
  readonly channel: string;
  readonly direct: boolean;
  /** The provider's reference of the message whose thread it is. */
  readonly thread?: string;
}

/** Where a call goes. */
export interface Target extends Place {
  /** Our id of the message; travels with it where the platform lets it, so that it can be found again. */
  readonly messageId: string;
  /** The provider's reference of the message to edit; absent for a new one. */
  readonly edit?: string;
}

/** One call to make: a new message, a reply in a thread, an edit, or a direct message. */
export interface Call extends Target {
  readonly content: Content;
}

/** A new message whose outcome is not known. */
export interface Sought {
  readonly messageId: string;
  /** Since when it may have been posted. */
  readonly since: Date;
  /** A message of this reference is known and is not the one that is looked for. */
  readonly except?: string;
}

export type Content =
  | { readonly kind: 'card'; readonly card: Card }
  /** A card for one person, with a sentence above that says why they get it. */
  | { readonly kind: 'line'; readonly line: Line; readonly card?: Card }
  /** For one person: sentences, and alerts with their buttons. */
  | { readonly kind: 'note'; readonly note: Note }
  /** What somebody shared with a channel, or the digest of a day. */
  | { readonly kind: 'report'; readonly report: Report }
  /** The parts of a report, in its thread. */
  | { readonly kind: 'parts'; readonly parts: readonly ReportPart[] };

/** A token from a bucket that holds `capacity` and refills `perSecond`; 0 per second: only a refusal closes it. */
export interface BucketUse {
  readonly key: string;
  readonly capacity: number;
  readonly perSecond: number;
}

export type Sent =
  | { readonly outcome: 'posted'; readonly reference: string }
  /** Surely not posted; try again, after `afterMs` where the platform said so, closing the bucket `closes` until then. */
  | {
      readonly outcome: 'later';
      readonly why: string;
      readonly afterMs?: number;
      readonly closes?: readonly string[];
    }
  /** May have been posted: look before sending again. */
  | { readonly outcome: 'unknown'; readonly why: string }
  /** The message to edit is gone or can no longer be edited: post anew. */
  | { readonly outcome: 'lost'; readonly why: string }
  /** The channel cannot be posted to: re-route, tell an admin. */
  | { readonly outcome: 'channel_gone'; readonly why: string }
  /** The whole platform stopped (revoked token): park it. */
  | { readonly outcome: 'platform_stopped'; readonly why: string }
  /** The platform will never take this content. */
  | { readonly outcome: 'refused'; readonly why: string };

/** What a look came to. */
export interface Looked {
  /** Of each message, in the order in which they were asked for. */
  readonly found: readonly Found[];
  /** How many calls it took; a bucket has given a token for one. */
  readonly calls: number;
  /** Buckets that the platform's refusal closes, and for how long. */
  readonly closes?: { readonly keys: readonly string[]; readonly forMs: number };
}

export type Found =
  | { readonly outcome: 'found'; readonly reference: string }
  | { readonly outcome: 'not_found' }
  /** The platform offers no way to look. */
  | { readonly outcome: 'impossible'; readonly why: string }
  /** Could not look now. */
  | { readonly outcome: 'later'; readonly why: string; readonly afterMs?: number };
