import { homeBarredNote } from '../../../cards/home-note.js';
import type { SlackEvent } from '../receive/asked.js';
import type { HandlerDeps } from './handler-deps.js';

type HomeOpened = Extract<SlackEvent, { type: 'app_home_opened' }>;

/** Somebody came to the Home tab: it shows what is theirs, or a kind word to whoever can have nothing. Throws DatabaseAway. */
export async function onHomeOpened({ people, homes }: HandlerDeps, opened: HomeOpened): Promise<void> {
  const { userId, mark } = opened;
  const person = await people.who(userId);
  if (person.kind === 'member') {
    await homes.opened({ userId, staffId: person.staff.id, ...(mark !== undefined && { mark }) });
    return;
  }
  await homes.say({ userId }, homeBarredNote(person.standing));
}
