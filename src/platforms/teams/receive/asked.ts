/** What Teams can ask of us, reduced to what we need of it and looked at: nothing else of an activity goes any further. */
import type { TakenFrom, TeamsConversation } from '../../../use-cases/teams-conversations.js';
import type { TellingActionId } from '../../../cards/actions.js';
import type { Answers } from '../../../cards/form.js';
import type { SaidMessage } from '../../../domain/said-message.js';
import type { ActionData } from '../render/action-data.js';

/** Where something was said or pressed, and by whom. */
export interface Whisper {
  /** As Teams names them to us: `29:…`. */
  readonly userId: string;
  readonly conversation: TeamsConversation;
  /** The conversation as it was named: in a channel with the thread. */
  readonly threadId: string;
  /** What an answer replies to; absent where nothing can be replied to. */
  readonly activityId?: string;
  /** Where they are, as an IANA name. */
  readonly timeZone?: string;
}

/** Words typed to the bot. */
export interface Said extends Whisper {
  readonly kind: 'said';
  /** Without the mention of the bot. */
  readonly text: string;
}

/** A button or a form: `invoke` is answered on the spot, `submit` (older clients) like words. */
export interface Acted extends Whisper {
  readonly kind: 'acted';
  readonly by: 'invoke' | 'submit';
  readonly data: ActionData;
  /** The activity that it was pressed on. */
  readonly onActivity?: string;
}

/** An entry of the menu beside a message, and the dialog that it opens sent back. */
export interface Dialogue extends Whisper {
  readonly kind: 'dialogue';
  readonly action: TellingActionId;
  readonly step:
    | { readonly kind: 'open'; readonly message: SaidMessage }
    | { readonly kind: 'sent'; readonly answers: Answers };
}

/** What happened to the places where Earshot is installed. */
export type News =
  | { readonly kind: 'heard'; readonly conversation: TeamsConversation }
  /** `by`: who added it for themselves, to be greeted once for each `key`. */
  | {
      readonly kind: 'installed';
      readonly conversation: TeamsConversation;
      readonly by?: Whisper & { readonly key: string };
    }
  | { readonly kind: 'removed'; readonly from: TakenFrom }
  | { readonly kind: 'members_left'; readonly userIds: readonly string[] };
