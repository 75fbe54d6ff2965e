/** Private answers to one reader: kept a while in memory so that a page can be reloaded, and forgotten. */
import type { Answers as FormAnswers, Form } from '../../cards/form.js';
import type { Note } from '../../cards/note.js';

const READERS_MAX = 200;
const ANSWERS_EACH_MAX = 20;

/** Where a button was pressed, and so where its answer appears. */
export const PLACES = ['stream', 'thread', 'command'] as const;
export type Place = (typeof PLACES)[number];

export interface Answer {
  readonly id: string;
  readonly place: Place;
  /** The alert that it belongs under. */
  readonly alert?: number;
  readonly said: Said;
}

export type Said =
  /** `asked` is the command as typed. */
  | { readonly kind: 'note'; readonly note: Note; readonly asked?: string }
  /** A form to fill in, with what was given before and what is wrong with it. */
  | {
      readonly kind: 'form';
      readonly form: Form;
      readonly given: FormAnswers;
      readonly faults: Readonly<Record<string, string>>;
    };

export interface PrivateAnswers {
  keep(reader: string, answer: Omit<Answer, 'id'>): string;
  find(reader: string, id: string): Answer | undefined;
}

export function createAnswers(newId: () => string): PrivateAnswers {
  const readers = new Map<string, Answer[]>();
  return {
    keep(reader, answer) {
      const id = newId();
      const kept = [...(readers.get(reader) ?? []), { ...answer, id }].slice(-ANSWERS_EACH_MAX);
      readers.delete(reader);
      readers.set(reader, kept);
      const [oldest] = readers.keys();
      if (readers.size > READERS_MAX && oldest !== undefined) readers.delete(oldest);
      return id;
    },
    find: (reader, id) => readers.get(reader)?.find((answer) => answer.id === id),
  };
}
