import type { Conversation } from '../../../conversation/conversation.js';
import type { People, Person } from '../people/people.js';
import type { Acted, Said } from '../receive/asked.js';
import type { References } from '../references.js';

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
}

/** Who said or pressed it. Throws DatabaseAway. */
export function whoAsks({ people }: Pick<HandlerDeps, 'people'>, asked: Said | Acted): Promise<Person> {
  const { userId, conversation } = asked;
  return people.who({ id: userId, serviceUrl: conversation.serviceUrl, conversation: conversation.id });
}
