import type { Person } from '../people/people.js';
import type { TeamsConversation } from '../../../use-cases/teams-conversations.js';
import type { HandlerDeps } from './handler-deps.js';

/** A person waits meanwhile. */
const MOST_LOOKED_IN = 10;

/**
 * Who somebody is. Teams tells of people only in a conversation that they and the bot are in: in a chat with the bot alone there is
 * nobody else to be chosen, and a message of a chat without the bot can be given to it all the same. So the channels of our teams are
 * looked in as well. Throws DatabaseAway.
 */
export async function findPerson(
  { people, references, teams }: Pick<HandlerDeps, 'people' | 'references' | 'teams'>,
  { id, here }: { readonly id: string; readonly here: TeamsConversation },
): Promise<Person> {
  const lookIn = (place: TeamsConversation): Promise<Person> =>
    people.who({ id, serviceUrl: place.serviceUrl, conversation: place.id });
  const found = await lookIn(here);
  if (isKnown(found)) return found;
  const channels = new Set(teams.flatMap((team) => references.channelOf(team) ?? []));
  channels.delete(here.id);
  for (const channel of [...channels].slice(0, MOST_LOOKED_IN)) {
    const place = await references.findChannel(channel);
    const there = place && (await lookIn(place));
    if (there && isKnown(there)) return there;
  }
  return found;
}

function isKnown(person: Person): boolean {
  return person.kind === 'member' || person.standing !== 'unknown';
}
