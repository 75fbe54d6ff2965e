import type { Wait } from '../frame/waiting.js';
import type { CallFilter, RecordedCall } from './recorded-call.js';
import type { Ephemeral } from './ephemerals.js';
import type { FaultOptions, FaultState } from './faults.js';
import type { Acts } from './inbound/acts.js';
import type { AppAddress, Delivery, RawParcel, Sent } from './inbound/courier.js';
import type { SlackMessage } from './message.js';
import type { Duplicate, Post } from './post-record.js';
import type { Busiest } from './rate-watch.js';
import type { SlackView } from './views.js';
import type { ChannelSpec, SlackChannel, SlackToken, SlackUser, UserSpec } from './workspace.js';

/**
 * All that a test can do with the counterpart. Every command takes one object or nothing, and both it and the answer can be
 * written as JSON, so that the same commands work in this process and through the control door of another.
 */
export interface SlackCommands extends Acts {
  /** Sends what was sent before once more, to the byte; `to` names another process of the app. */
  readonly replay: (again: { readonly delivery: Delivery; readonly to?: string }) => Promise<Sent>;
  /** Sends a body of your own to `POST /slack/events`, signed unless told otherwise. */
  readonly sendRaw: (raw: RawParcel) => Promise<Sent>;
  /** Where and how the app is reached from now on. */
  readonly setApp: (app: Partial<AppAddress>) => void;

  /** A problem for the calls to come: see FaultKind. */
  readonly fault: (fault: FaultOptions) => void;
  readonly faults: () => readonly FaultState[];
  readonly clearFaults: () => void;
  /** Whether messages may have blocks of this type: `{ block: 'data_visualization', known: false }`. */
  readonly setKnown: (type: { readonly block: string; readonly known: boolean }) => void;
  /** Lets every message that was to land late land at once. */
  readonly landNow: () => void;
  /** Refuses every connection and cuts the open ones, or listens at the same address again. */
  readonly setReachable: (options: { readonly reachable: boolean }) => Promise<void>;

  readonly setUser: (user: UserSpec) => SlackUser;
  /** Adds or changes a channel: `{ id, archived: true }`, `{ id, botIsMember: false }`. */
  readonly setChannel: (channel: ChannelSpec) => SlackChannel;
  /** Takes the channel away altogether: channel_not_found. */
  readonly removeChannel: (channel: { readonly id: string }) => void;
  /** Revokes or narrows a token: `{ token: BOT_TOKEN, state: 'revoked' }`, `{ token: BOT_TOKEN, scopes: [] }`. */
  readonly setToken: (token: Pick<SlackToken, 'token'> & Partial<SlackToken>) => SlackToken;
  /** A user as users.info shows them, to be sent in a user_change event. */
  readonly userObject: (user: { readonly id: string }) => Readonly<Record<string, unknown>>;
  /** Puts a person's own message into a channel, without telling the app; gives its ts. */
  readonly say: (message: {
    readonly user: string;
    readonly channel: string;
    readonly text: string;
    readonly threadTs?: string;
  }) => string;

  /** Everything in a channel, threads included, oldest first. */
  readonly messages: (of: { readonly channel: string }) => readonly SlackMessage[];
  /** A root and its replies. */
  readonly thread: (of: { readonly channel: string; readonly ts: string }) => readonly SlackMessage[];
  /** What the bot has said to a person alone, in their direct message. */
  readonly directMessages: (to: { readonly user: string }) => readonly SlackMessage[];
  /** All that a person has been shown privately, oldest first; `gone` where it was taken back. */
  readonly ephemerals: (to: { readonly user: string }) => readonly Ephemeral[];
  /** The modal that a person has open, from its root to what they see. */
  readonly views: (of: { readonly user: string }) => readonly SlackView[];
  /** What a person sees in the App Home; null before anything was published. */
  readonly home: (of: { readonly user: string }) => SlackView | null;

  /** Calls that reached the counterpart, oldest first; empty where it was started with `recordCalls: false`. */
  readonly calls: (filter?: CallFilter) => readonly RecordedCall[];
  /** How often each method was called. */
  readonly callCounts: () => Readonly<Record<string, number>>;
  /** Messages stored by chat.postMessage, in order, each with the id that its metadata names. */
  readonly posts: () => readonly Post[];
  readonly duplicates: () => readonly Duplicate[];
  /** The busiest second of chat.postMessage of a channel, or of whichever channel had the busiest. */
  readonly busiestSecond: (of?: { readonly channel?: string }) => Busiest | null;
  /** Forgets calls, posts and rates; what the workspace holds stays. */
  readonly clearRecords: () => void;

  /** The first message that holds all of these words anywhere in it, now or later. */
  readonly waitForMessage: (
    wanted: Wait & { readonly channel?: string; readonly containing?: string; readonly threadTs?: string },
  ) => Promise<{ readonly channel: string; readonly message: SlackMessage }>;
  /** The first private word to a person that holds these words, now or later; `after` passes over that many. */
  readonly waitForEphemeral: (
    wanted: Wait & { readonly user: string; readonly containing?: string; readonly after?: number },
  ) => Promise<Ephemeral>;
  readonly waitForView: (
    wanted: Wait & { readonly user: string; readonly containing?: string },
  ) => Promise<SlackView>;
  /** Until a method has been called `count` times (1 where absent) since the start or clearRecords. */
  readonly waitForCalls: (
    wanted: Wait & { readonly method: string; readonly count?: number },
  ) => Promise<number>;
  /** Until `count` messages have been posted since the start or clearRecords. */
  readonly waitForPosts: (wanted: Wait & { readonly count: number }) => Promise<number>;
  /** Until exactly that many Socket Mode connections are open (1 where absent). */
  readonly waitForSockets: (wanted?: Wait & { readonly count?: number }) => Promise<number>;

  readonly sockets: () => number;
  /** Asks every Socket Mode connection to go, as Slack does now and then, and closes it after `closeAfterMs` (100). */
  readonly disconnectSockets: (options?: {
    readonly reason?: 'refresh_requested' | 'warning' | 'link_disabled';
    readonly closeAfterMs?: number;
  }) => void;
  /** Cuts every Socket Mode connection without a word. */
  readonly dropSockets: () => void;
}
