import type { Conversation } from '../../../conversation/conversation.js';
import type { OpenedHome } from '../../../use-cases/keep-homes.js';
import type { Homes } from '../homes.js';
import type { ModalViews } from '../views.js';
import type { People } from '../people/people.js';
import type { Tell } from '../tell.js';

/** What a posted message shows. */
export interface PostedAlert {
  /** Absent: it names several. */
  readonly alert?: number;
}

/** What the message with this reference shows; undefined where it is none of ours. Throws DatabaseAway. */
export type AlertOf = (platform: 'slack', reference: string) => Promise<PostedAlert | undefined>;

/** Somebody looks at their Home tab: it is to show what is theirs now. Throws DatabaseAway. */
export type HomeOpened = (home: OpenedHome) => Promise<void>;

export interface HandlerDeps {
  readonly conversation: Conversation;
  readonly people: People;
  readonly views: ModalViews;
  readonly tell: Tell;
  readonly alertOf: AlertOf;
  readonly homes: Pick<Homes, 'say'> & { readonly opened: HomeOpened };
  /** The team that works in a channel, by the channel's id. */
  readonly teamOf: (channelId: string) => string | undefined;
  /** How long a form may be fetched before an empty one is opened: the trigger lives for three seconds only. */
  readonly loadingMs: number;
}
