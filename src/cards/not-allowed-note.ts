/** What is said to people who may read along and not act, and to those we do not know yet. */
import type { Standing } from '../domain/staff.js';
import type { Note } from './note.js';
import { line } from './text.js';

const NOT_ALLOWED: Readonly<Record<Exclude<Standing, 'member'> | 'unknown', string>> = {
  guest: 'Guests can read along here; acting on alerts is for full members. Nothing changed.',
  stranger:
    'You are here from another organisation; acting on alerts is for our own people. Nothing changed.',
  gone: 'This account is deactivated, so it cannot act on alerts. Nothing changed.',
  bot: 'Only people can act on alerts. Nothing changed.',
  unknown:
    'I could not find out who you are. Nothing changed. Try again in a minute; if it stays so, tell whoever runs Earshot.',
};

/** `unknown`: the platform could not tell us who it is. */
export function notAllowedNote(standing: Exclude<Standing, 'member'> | 'unknown'): Note {
  return { lines: [line(NOT_ALLOWED[standing])] };
}

/** Said at once to a person whom we have to look up first. */
export const LOOKING_UP_NOTE: Note = { lines: [line('One moment: I am finding out who you are.')] };
