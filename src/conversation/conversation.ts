/**
 * What a person's click, form or typed line leads to: the same on every platform. A platform identifies the person, calls this,
 * and shows what comes back to that person alone; the cards change by themselves.
 */
import type { ActionId, AskingActionId } from '../cards/actions.js';
import type { Answers, Form } from '../cards/form.js';
import type { Note } from '../cards/note.js';
import type { Report } from '../cards/report.js';
import type { SectionText, WroteSection } from '../use-cases/post-mortem/write-section.js';
import type { Staff } from '../domain/staff.js';
import type { TypedLine } from './run-command.js';

export interface Conversation {
  /** A button. Throws DatabaseAway. */
  press(click: { readonly actor: Staff; readonly alert: number; readonly action: ActionId }): Promise<Reply>;
  /** A form sent back. Throws DatabaseAway. */
  submit(sent: {
    readonly actor: Staff;
    readonly alert: number;
    readonly action: AskingActionId;
    readonly answers: Answers;
  }): Promise<Reply | Mend>;
  /** A command as typed, with its name: `/cx-claim CX-12`, or `claim CX-12` where no slash is typed. Throws DatabaseAway. */
  command(typed: TypedLine): Promise<Note>;
  /** A section of a post-mortem, rewritten on its page. Undefined: no such post-mortem. Throws DatabaseAway. */
  write(given: SectionText): Promise<WroteSection | undefined>;
  /** The button of a note that may be shared. Throws DatabaseAway. */
  share(pressed: { readonly actor: Staff; readonly report: string }): Promise<Note>;
}

export type Reply =
  /** Done; the card and its thread tell. `report`: the post-mortem's card as it stands now, where that is what changed. */
  | { readonly kind: 'done'; readonly report?: Report }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'form'; readonly form: Form };

/** What must be mended in a form, by field name. */
export interface Mend {
  readonly kind: 'mend';
  readonly faults: Readonly<Record<string, string>>;
}
