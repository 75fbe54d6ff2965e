import type { Conversation } from '../../../conversation/conversation.js';
import type { SeenRequests } from '../../../use-cases/seen-requests.js';
import type { People, Person } from '../people/people.js';
import type { Whisper } from '../receive/asked.js';
import type { References } from '../references.js';
import type { Tell } from '../tell.js';

export interface Notices {
  set(key: string, text: string): Promise<void>;
  clear(key: string): Promise<void>;
}

export interface HandlerDeps {
  readonly conversation: Conversation;
  readonly people: People;
  readonly references: References;
  /** The names of the teams that alerts go to. */
  readonly teams: readonly string[];
  /** Those of them that no other chat hears of. */
  readonly onlyOnTeams: readonly string[];
  readonly notices: Notices;
  readonly tell: Tell;
  readonly seen: SeenRequests;
  readonly clock: () => Date;
}

/** Who said or pressed it. Throws DatabaseAway. */
export function whoAsks({ people }: Pick<HandlerDeps, 'people'>, asked: Whisper): Promise<Person> {
  const { userId, conversation } = asked;
  return people.who({ id: userId, serviceUrl: conversation.serviceUrl, conversation: conversation.id });
}
