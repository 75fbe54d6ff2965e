/** Where conversations are called, from memory: a card on its way asks the database at most twice a minute. */
import type { TeamsConversation } from '../../use-cases/teams-conversations.js';
import { withoutThread } from './reference.js';
import type { References } from './references.js';

export interface Places {
  /** Undefined where Earshot is not installed. Throws DatabaseAway. */
  readonly find: (conversation: string) => Promise<TeamsConversation | undefined>;
  /** A call there failed: what is remembered may be out of date. */
  readonly doubt: (conversation: string) => void;
}

/** Teams may move a conversation to another connector, and says so with the next thing that happens there. */
const KEPT_MS = 30_000;
const MOST_KEPT = 20_000;

interface Kept {
  readonly place: Promise<TeamsConversation | undefined>;
  readonly untilMs: number;
}

export function createPlaces(deps: {
  readonly references: Pick<References, 'findChannel'>;
  readonly clock: () => Date;
}): Places {
  const kept = new Map<string, Kept>();
  return {
    find: (conversation) => {
      const id = withoutThread(conversation);
      const now = deps.clock().getTime();
      const known = kept.get(id);
      if (known && known.untilMs > now) return known.place;
      const place = deps.references.findChannel(id);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(id, { place, untilMs: now + KEPT_MS });
      const forget = (): void => {
        if (kept.get(id)?.place === place) kept.delete(id);
      };
      // Only what was found is kept: an installation is posted to at once.
      place.then((found) => found ?? forget(), forget);
      return place;
    },
    doubt: (conversation) => void kept.delete(withoutThread(conversation)),
  };
}
