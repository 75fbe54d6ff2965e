import type { ActionId } from '../cards/actions.js';
import type { Note } from '../cards/note.js';
import { notFoundNote, refusalNote } from '../cards/refusal-note.js';
import type { Staff } from '../domain/staff.js';
import type { ChangeResult } from '../use-cases/change-alert.js';
import type { Reply } from './conversation.js';

export interface Tried {
  readonly actor: Staff;
  readonly action: ActionId;
}

/** What the person hears of what they tried: nothing more where the card and its thread tell. */
export function answer(result: ChangeResult, tried: Tried): Reply {
  return result.outcome === 'changed' ? { kind: 'done' } : { kind: 'note', note: whyNot(result, tried) };
}

/** Why nothing changed. */
export function whyNot(
  result: Exclude<ChangeResult, { readonly outcome: 'changed' }>,
  { actor, action }: Tried,
): Note {
  if (result.outcome === 'not_found') return notFoundNote(result.alert);
  const { reason, view, newer } = result;
  return refusalNote({ reason, view, actor, attempted: action, ...(newer !== undefined && { newer }) });
}
