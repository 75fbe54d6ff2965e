import type { Answers, Form } from '../../../cards/form.js';
import type { Note } from '../../../cards/note.js';
import type { Report } from '../../../cards/report.js';

/** What a person hears of what they asked. */
export type Answer =
  /** All is said elsewhere. */
  | { readonly kind: 'nothing' }
  /** It is done, or looked at anew: the card as it stands now. */
  | { readonly kind: 'card'; readonly alert: number }
  /** A post-mortem's card as it stands now, in place of what was pressed. */
  | { readonly kind: 'report'; readonly report: Report }
  /** What is theirs, as it stands now: in their own chat. */
  | { readonly kind: 'mine'; readonly note: Note }
  /** `privately`: for who asked alone, wherever they asked. */
  | { readonly kind: 'note'; readonly note: Note; readonly privately?: true }
  /** A form, perhaps with what must be mended in it, by field, and what was given before. */
  | {
      readonly kind: 'form';
      readonly form: Form;
      readonly mend?: { readonly faults: Readonly<Record<string, string>>; readonly answers: Answers };
    };

export const NOTHING: Answer = { kind: 'nothing' };
