import type { Form } from '../../../cards/form.js';
import type { Note } from '../../../cards/note.js';

/** What a person hears of what they asked. */
export type Answer =
  /** All is said elsewhere. */
  | { readonly kind: 'nothing' }
  /** It is done; the card and its thread tell. */
  | { readonly kind: 'done' }
  | { readonly kind: 'note'; readonly note: Note }
  /** To a form: another one. */
  | { readonly kind: 'form'; readonly form: Form }
  /** To a form: what must be mended, by field. */
  | { readonly kind: 'faults'; readonly faults: Readonly<Record<string, string>> };

export const NOTHING: Answer = { kind: 'nothing' };
