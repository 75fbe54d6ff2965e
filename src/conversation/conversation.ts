/**
 * What a person's click, form or typed line leads to: the same on every platform. A platform identifies the person, calls this,
 * and shows what comes back to that person alone; the cards change by themselves.
 */
import type { ActionId, AskingActionId, TellingActionId } from '../cards/actions.js';
import type { Answers, Form } from '../cards/form.js';
import type { Note } from '../cards/note.js';
import type { Report } from '../cards/report.js';
import type { SectionText, WroteSection } from '../use-cases/post-mortem/write-section.js';
import type { PlatformName } from '../domain/policy.js';
import type { SaidMessage } from '../domain/said-message.js';
import type { Staff } from '../domain/staff.js';
import type { Place } from '../use-cases/share-report.js';

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
  /** Something that somebody wants to tell, of a message or by itself: its form, or why there is none. Throws DatabaseAway. */
  begin(wish: {
    readonly actor: Staff;
    readonly action: TellingActionId;
    readonly message?: SaidMessage;
  }): Promise<Reply>;
  /** Its form sent back. Throws DatabaseAway. */
  tell(sent: SentTelling): Promise<Reply | Mend>;
  /** A command as typed, with its name: `/cx-claim CX-12`, or `claim CX-12` where no slash is typed. Throws DatabaseAway. */
  command(typed: TypedLine): Promise<Note>;
  /** A section of a post-mortem, rewritten on its page. Undefined: no such post-mortem. Throws DatabaseAway. */
  write(given: SectionText): Promise<WroteSection | undefined>;
  /** The button of a note that may be shared. Throws DatabaseAway. */
  share(pressed: { readonly actor: Staff; readonly report: string }): Promise<Note>;
}

export interface SentTelling {
  readonly actor: Staff;
  readonly action: TellingActionId;
  readonly answers: Answers;
  /** Where it was told. */
  readonly on: PlatformName;
}

export interface TypedLine {
  readonly actor: Staff;
  readonly line: string;
  /** The team of the channel it was typed in. */
  readonly team?: string;
  /** The channel, where one can be posted in. */
  readonly place?: Place;
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
  /** To be shown anew with what was given, where no button asks for the form. */
  readonly form?: Form;
}
