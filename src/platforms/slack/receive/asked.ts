/** What Slack can ask of us, reduced to what we need of it and looked at: nothing else of a request goes any further. */
import type { ActionId, TellingActionId } from '../../../cards/actions.js';
import type { Answers } from '../../../cards/form.js';
import type { SaidMessage } from '../../../domain/said-message.js';
import type { JsonRecord } from '../../wire/record.js';
import type { FormMetadata, FormPlace } from '../render/form-metadata.js';

/** Where private words to a person go. */
export interface Whisper {
  readonly userId: string;
  readonly place: FormPlace;
  readonly responseUrl?: URL;
}

export interface Click extends Whisper {
  readonly kind: 'click';
  /** Undefined for what needs no answer, such as a link. */
  readonly pressed?: { readonly action: ActionId; readonly alert: number };
  /** The report to share, where that was pressed. */
  readonly shared?: string;
  readonly triggerId?: string;
  /** Whether what was pressed stands in a private note or a direct message, which do not change by themselves. */
  readonly inNote: boolean;
  /** Where it stands in a view: then there is no channel, and no response_url. */
  readonly view?: { readonly id: string; readonly type: 'home' | 'modal' };
}

export interface Command extends Whisper {
  readonly kind: 'command';
  /** The command with what follows it. */
  readonly line: string;
  readonly triggerId?: string;
}

/** An entry of the menu beside a message. */
export interface Shortcut extends Whisper {
  readonly kind: 'shortcut';
  readonly action: TellingActionId;
  readonly triggerId: string;
  readonly message: SaidMessage;
  /** Who wrote the message; absent where that is no user. */
  readonly authorId?: string;
}

export interface Submission extends Whisper {
  readonly kind: 'submission';
  readonly viewId: string;
  readonly metadata: FormMetadata;
  /** By field; a person is a Slack user id still, and named in `people`. */
  readonly answers: Answers;
  readonly people: readonly string[];
  /** The fields that an error can be shown at, in their order. */
  readonly inputs: readonly string[];
}

export type Interaction = Click | Command | Shortcut | Submission;

export type SlackEvent =
  | {
      readonly type: 'reaction_added';
      readonly userId: string;
      readonly reaction: string;
      readonly channel: string;
      readonly ts: string;
      /** Whose post it is on; absent where that is nobody's: https://docs.slack.dev/reference/events/reaction_added */
      readonly postedBy?: string;
    }
  | {
      readonly type: 'app_mention';
      readonly userId: string;
      readonly channel: string;
      readonly ts: string;
      readonly thread?: string;
      /** The sender's id of the message, which a phantom repeat has too. */
      readonly messageId?: string;
      readonly text: string;
    }
  /** `mark` is the hash of what the Home tab shows, where it shows anything: https://docs.slack.dev/reference/events/app_home_opened */
  | { readonly type: 'app_home_opened'; readonly userId: string; readonly mark?: string }
  | { readonly type: (typeof USER_EVENTS)[number]; readonly user: JsonRecord }
  | { readonly type: (typeof CHANNEL_EVENTS)[number]; readonly channel: string }
  | { readonly type: (typeof MEMBER_EVENTS)[number]; readonly channel: string; readonly userId: string }
  | { readonly type: (typeof INSTALL_EVENTS)[number] };

/** What tells a repeat of an event; undefined for news that does no harm twice, and that busy workspaces have much of. */
export type EventKey = string | undefined;

export const USER_EVENTS = ['user_change', 'team_join'] as const;
export const CHANNEL_EVENTS = [
  'channel_archive',
  'channel_unarchive',
  'channel_deleted',
  'channel_rename',
  'channel_left',
  'channel_shared',
  'channel_unshared',
  'group_archive',
  'group_unarchive',
  'group_deleted',
  'group_rename',
  'group_left',
] as const;
export const MEMBER_EVENTS = ['member_joined_channel', 'member_left_channel'] as const;
export const INSTALL_EVENTS = ['tokens_revoked', 'app_uninstalled'] as const;

/** Every event that we ask Slack for: https://docs.slack.dev/reference/events */
export const EVENTS = [
  'reaction_added',
  'app_mention',
  'app_home_opened',
  ...USER_EVENTS,
  ...CHANNEL_EVENTS,
  ...MEMBER_EVENTS,
  ...INSTALL_EVENTS,
] as const satisfies readonly SlackEvent['type'][];
