import { homeBarredNote } from '../../../cards/home-note.js';
import type { Note } from '../../../cards/note.js';
import type { Staff } from '../../../domain/staff.js';
import type { News } from '../receive/asked.js';
import { welcomeNote } from '../words.js';
import { type HandlerDeps, whoAsks } from './handler-deps.js';

type Newcomer = NonNullable<Extract<News, { kind: 'installed' }>['by']>;

/** Somebody added Earshot for themselves: they find what is theirs, or a kind word. Once, however often Teams tells of it. */
export async function greet(deps: HandlerDeps, newcomer: Newcomer): Promise<void> {
  const { seen, tell, clock } = deps;
  const { key } = newcomer;
  if ((await seen.begin(key, clock())) !== 'new') return;
  try {
    const person = await whoAsks(deps, newcomer);
    if (person.kind === 'member')
      await tell(newcomer, welcomeNote(await mineOf(deps, person.staff)), 'as_mine');
    else if (person.standing !== 'bot') await tell(newcomer, homeBarredNote(person.standing), 'here');
    await seen.done(key);
  } catch (error) {
    await seen.giveUp(key);
    throw error;
  }
}

/** What is theirs, by what is due first. Throws DatabaseAway. */
export function mineOf({ conversation }: Pick<HandlerDeps, 'conversation'>, actor: Staff): Promise<Note> {
  return conversation.command({ actor, line: '/cx-mine' });
}
