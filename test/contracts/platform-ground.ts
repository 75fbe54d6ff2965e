/** What the contract of platforms needs of each: itself in front of its counterpart, and what can go wrong there. */
import type { AlertView, EventView } from '../../src/domain/alert-view.js';
import type { PlatformName } from '../../src/domain/policy.js';
import type { Call, Platform, Sent } from '../../src/posting/platform.js';

/** What people see of one message. */
export interface Shown {
  /** Every word on it. */
  readonly words: string;
  /** What would act in it: mentions, links, formatting, markup. Words around which it stands are left out. */
  readonly alive: readonly string[];
  /** The lines of its thread, oldest first. */
  readonly thread: readonly Omit<Shown, 'thread'>[];
}

/** A platform in front of its counterpart, where it is ready to post. */
export interface Ground {
  readonly platform: Platform;
  readonly channel: string;
  /** The staff id of somebody who can be written to alone. */
  readonly staffId: string;
  /** A reference to a message that nobody can see any more; absent where there is no such thing. */
  readonly goneReference?: string;
  /** What posting does once the platform has answered, where people see what the database says. */
  readonly record?: (posted: Posted) => void;
  /** The cards of the channel, oldest first; or of one alert. */
  readonly shown: (alert?: number) => Promise<readonly Shown[]>;
  /** Every word that was said to the member of staff alone. */
  readonly toldAlone: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface Posted {
  readonly call: Call;
  readonly sent: Sent;
  readonly view: AlertView;
  readonly event?: EventView;
}

/** Something that goes wrong with the next call. */
export interface Trouble<G extends Ground> {
  readonly says: string;
  readonly make: (ground: G) => unknown;
  /** Makes it go well again; absent where it befalls one call alone. */
  readonly mend?: (ground: G) => unknown;
  /** Whether the message is there all the same. */
  readonly isThere?: boolean;
}

export interface PlatformContract<G extends Ground> {
  readonly name: PlatformName;
  readonly start: () => Promise<G>;
  /** What a text would do that was passed on as written. */
  readonly aliveAsWritten: (words: string) => readonly string[];
  /** By what posting is to be told; empty where nothing can go wrong on the way. */
  readonly troubles: Readonly<
    Record<'later' | 'unknown' | 'channel_gone' | 'platform_stopped', readonly Trouble<G>[]>
  >;
  /** Whether a message whose outcome is unknown can be looked for. */
  readonly canLook: boolean;
  /** Nothing of these may stand in a reason. */
  readonly secrets: readonly string[];
}
