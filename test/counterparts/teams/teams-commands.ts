import type { JsonObject } from '../frame/json-object.js';
import type { Wait } from '../frame/waiting.js';
import type { CallFilter, Operation, RecordedCall } from './recorded-call.js';
import type { FaultOptions, FaultState } from './faults.js';
import type { Acts } from './inbound/acts.js';
import type { Dialogs } from './inbound/dialogs.js';
import type { BotAddress, Delivery, RawParcel, Sent } from './inbound/courier.js';
import type { Revision, TeamsMessage } from './message.js';
import type { PersonSpec, TeamsPerson } from './people.js';
import type { PersonalNote } from './personal-views.js';
import type { Duplicate, Post } from './post-record.js';
import type { Breach, Busiest } from './rate-watch.js';
import type { ConversationSpec, TeamsConversation, TeamSpec, TeamsTeam } from './tenant.js';

interface WantedMessage extends Wait {
  /** A channel stands for all its threads. */
  readonly conversation?: string;
  /** In a channel: the id of the thread's first message. */
  readonly thread?: string;
  readonly containing?: string;
}

/**
 * All that a test can do with the counterpart. Every command takes one object or nothing, and both it and the answer can be
 * written as JSON, so that the same commands work in this process and through the control door of another.
 * People are named by any id of theirs or by e-mail address, messages by their id.
 */
export interface TeamsCommands extends Acts, Dialogs {
  /** Sends what was sent before once more, to the byte; `to` names another process of the bot. */
  readonly replay: (again: { readonly delivery: Delivery; readonly to?: string }) => Promise<Sent>;
  /** Sends a body of your own to `POST /api/messages`, signed unless told otherwise. */
  readonly sendRaw: (raw: RawParcel) => Promise<Sent>;
  /** Where the bot is reached from now on. */
  readonly setBotAddress: (address: Partial<BotAddress>) => void;

  /** A problem for the calls to come: see FaultKind. */
  readonly fault: (fault: FaultOptions) => void;
  readonly faults: () => readonly FaultState[];
  readonly clearFaults: () => void;
  /** Lets everything that was to land late land at once. */
  readonly landNow: () => void;
  /** Refuses every connection and cuts the open ones, or listens at the same address again. */
  readonly setReachable: (options: { readonly reachable: boolean }) => Promise<void>;

  readonly setPerson: (person: PersonSpec) => TeamsPerson;
  /** Adds or changes a team: `{ id, bot: 'not_installed' }`, `{ id, bot: 'disabled' }`. */
  readonly setTeam: (team: TeamSpec) => TeamsTeam;
  /** Adds or changes a channel, group chat or personal chat: `{ id, gone: true }`, `{ id, bot: 'blocked' }`. */
  readonly setConversation: (conversation: ConversationSpec) => TeamsConversation;
  /** The chat between the bot and one person. */
  readonly personalChat: (of: { readonly person: string }) => TeamsConversation;
  /** What Azure knows of the bot: a new password, or that there is no such bot (401 BotNotRegistered). */
  readonly setBot: (bot: { readonly registered?: boolean; readonly password?: string }) => void;
  /** Every token that the bot holds is refused from now on (401); it may get a new one. */
  readonly revokeTokens: () => void;
  /** Signs with a new key from now on. */
  readonly rotateKeys: () => void;

  /** Everything in a conversation, threads included, oldest first. */
  readonly messages: (of?: { readonly conversation?: string }) => readonly TeamsMessage[];
  readonly message: (of: { readonly id: string }) => TeamsMessage | null;
  /** The first message of a thread and its replies. */
  readonly thread: (of: { readonly root: string }) => readonly TeamsMessage[];
  /** What the bot has said to a person alone, in their chat. */
  readonly directs: (to: { readonly person: string }) => readonly TeamsMessage[];
  /** What stood in a message before each of its edits, oldest first. */
  readonly edits: (of: { readonly message: string }) => readonly Revision[];
  /** The card that a person sees on a message now: their own view, or everybody's. */
  readonly cardSeenBy: (asked: { readonly person: string; readonly message: string }) => JsonObject | null;
  /** All that a person was shown alone in answer to their clicks, oldest first. */
  readonly notes: (to: { readonly person: string }) => readonly PersonalNote[];

  /** Calls that reached the counterpart, oldest first; empty where it was started with `recordCalls: false`. */
  readonly calls: (filter?: CallFilter) => readonly RecordedCall[];
  readonly callCounts: () => Readonly<Record<string, number>>;
  /** Messages that the bot has put up, in order. */
  readonly posts: () => readonly Post[];
  readonly duplicates: () => readonly Duplicate[];
  /** Every call that was more than Teams allows, whether or not it was answered 429. */
  readonly breaches: () => readonly Breach[];
  /** The most calls within so many seconds (1 where absent): of one conversation, of `tenant`, or of the busiest conversation. */
  readonly busiest: (of?: { readonly of?: string; readonly seconds?: number }) => Busiest | null;
  /** Forgets calls, posts and rates; what the tenant holds stays. */
  readonly clearRecords: () => void;

  /** The first message that holds all of these words anywhere in it, now or later. */
  readonly waitForMessage: (wanted: WantedMessage) => Promise<TeamsMessage>;
  /** The first message to a person alone, now or later. */
  readonly waitForDirect: (
    wanted: Wait & { readonly person: string; readonly containing?: string },
  ) => Promise<TeamsMessage>;
  /** Until an operation has been called `count` times (1 where absent) since the start or clearRecords. */
  readonly waitForCalls: (
    wanted: Wait & { readonly operation: Operation; readonly count?: number },
  ) => Promise<number>;
  /** Until `count` messages have been posted since the start or clearRecords. */
  readonly waitForPosts: (wanted: Wait & { readonly count: number }) => Promise<number>;
}
