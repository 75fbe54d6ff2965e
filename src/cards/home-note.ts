/** The page of their own on which a person sees what is theirs: as /cx-mine, and when that was so. */
import type { AlertView } from '../domain/alert-view.js';
import type { Standing } from '../domain/staff.js';
import { mineNote } from './mine-note.js';
import type { Note } from './note.js';
import { clock, line } from './text.js';

export const HOME_TITLE = 'Yours, by what is due first';

/** `views`: at most so many of `total`, what is due first at the top. */
export function homeNote(
  mine: { readonly views: readonly AlertView[]; readonly total: number },
  at: Date,
): Note {
  const note = mineNote(mine);
  return { ...note, after: [line('As of ', clock(at), '. It follows what happens to your alerts.')] };
}

const BARRED: Readonly<Record<Exclude<Standing, 'member'> | 'unknown', string>> = {
  guest:
    'Good to see you. Full members see here what they have claimed; as a guest you can read along in your channels.',
  stranger:
    'Good to see you. Our own people see here what they have claimed; from another organisation you can read along in the channels that we share.',
  gone: 'This account is deactivated, so nothing can be claimed with it.',
  bot: 'People see here what they have claimed.',
  unknown:
    'I could not find out who you are. Come back to this page in a minute; if it stays so, tell whoever runs Earshot.',
};

/** For somebody who may read along and not act: nothing of any alert. */
export function homeBarredNote(standing: Exclude<Standing, 'member'> | 'unknown'): Note {
  return { lines: [line(BARRED[standing])] };
}
