import type { JsonObject } from '../frame/json-object.js';

/** What a person was shown alone, as the answer to something that they did. */
export type Shown =
  /** The card of the message looks like this now, for them. */
  | { readonly kind: 'card'; readonly card: JsonObject }
  /** A sentence at the foot of the card. */
  | { readonly kind: 'message'; readonly text: string }
  /** The bot's own error, which Teams shows as such. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  /** `Unable to reach app. Please try again.` */
  | { readonly kind: 'unreachable'; readonly why: string };

export interface PersonalNote {
  readonly at: number;
  readonly person: string;
  /** The message whose card they acted on. */
  readonly message: string;
  readonly shown: Shown;
}

export interface PersonalViews {
  readonly add: (note: PersonalNote) => void;
  /** The card that this person sees in place of the one for everybody. */
  readonly cardOf: (person: string, message: string) => JsonObject | undefined;
  /** A message was edited: everybody sees the new one until it is refreshed for them. */
  readonly forget: (message: string) => void;
  readonly notesOf: (person: string) => readonly PersonalNote[];
}

export function createPersonalViews(): PersonalViews {
  const notes: PersonalNote[] = [];
  const cards = new Map<string, Map<string, JsonObject>>();
  return {
    add: (note) => {
      notes.push(note);
      if (note.shown.kind !== 'card') return;
      const ofMessage = cards.get(note.message) ?? new Map<string, JsonObject>();
      cards.set(note.message, ofMessage);
      ofMessage.set(note.person, note.shown.card);
    },
    cardOf: (person, message) => cards.get(message)?.get(person),
    forget: (message) => void cards.delete(message),
    notesOf: (person) => notes.filter((note) => note.person === person),
  };
}
