/** More voices than the bundled day has, for ever: each is new, so that none is a duplicate of an earlier one. */
import type { Voice } from './voice.js';
import { FRESH_PEOPLE } from './voices/fresh-people.js';
import { COMPLAINTS, DAYS, GLAD_TIDINGS, ITEMS, type Tale } from './voices/fresh-tales.js';

export interface FreshVoices {
  /** Whatever comes next, good or bad. */
  readonly next: () => Voice;
  /** One that needs a person. */
  readonly complaint: () => Voice;
}

export interface Chance {
  /** From 0 up to but not 1. */
  readonly random: () => number;
  readonly newId: () => string;
}

export function createFreshVoices(chance: Chance): FreshVoices {
  const { random } = chance;
  const everything = createDeck([...COMPLAINTS, ...GLAD_TIDINGS], random);
  const complaints = createDeck(COMPLAINTS, random);
  const people = createDeck(FRESH_PEOPLE, random);
  const fill = { item: createDeck(ITEMS, random), days: createDeck(DAYS, random) };

  return { next: () => tell(everything()), complaint: () => tell(complaints()) };

  function tell({ reach, text, ...tale }: Tale): Voice {
    const person = people();
    const inPublic = tale.kind === 'mention' || tale.kind === 'review';
    const handle = `@${(person.email ?? person.id).replace(/@.*$/u, '')}`;
    return {
      deliveryId: `msg_${chance.newId()}`,
      minutesAgo: 1,
      says: {
        ...tale,
        external_id: `voice-${chance.newId()}`,
        ...(text !== undefined && { text: filled(text) }),
        ...(inPublic
          ? { author: { name: person.name, handle, ...(reach !== undefined && { reach }) } }
          : { customer: person }),
      },
    };
  }

  function filled(text: string): string {
    const words = text.replace(/\{(item|days)\}/gu, (_, slot: keyof typeof fill) => fill[slot]());
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}

/** Deals the cards in a random order and shuffles when all have been dealt, so that nothing comes twice in a short while. */
function createDeck<Card>(cards: readonly Card[], random: () => number): () => Card {
  let left: Card[] = [];
  return () => {
    if (left.length === 0) left = [...cards];
    const [card] = left.splice(Math.floor(random() * left.length), 1);
    if (card === undefined) throw new Error('there are no cards in this deck');
    return card;
  };
}
