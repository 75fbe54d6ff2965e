/** What a platform has to fit into its limits: cards and notes with more in them than anybody writes. */
import { ACTIONS } from '../../src/cards/actions.js';
import { alertsNote } from '../../src/cards/alerts-note.js';
import type { Card } from '../../src/cards/card.js';
import { customerNote } from '../../src/cards/customer-note.js';
import { helpNote } from '../../src/cards/help-note.js';
import { historyNote } from '../../src/cards/history-note.js';
import type { Note } from '../../src/cards/note.js';
import { clock, line, strong } from '../../src/cards/text.js';
import { at, KIM, recorded, viewIn } from './acme.js';
import { customerSaying } from './customer-saying.js';

/** `card` with `words` wherever there are words, and as much of everything as there can be. */
export function longCard(card: Card, words: string): Card {
  return {
    ...card,
    label: words,
    headline: words,
    fallback: words,
    quote: words,
    facts: Array.from({ length: 30 }, () => ({
      label: words,
      value: line(words, strong(words), clock(at('10:00')), words),
    })),
    notes: Array.from({ length: 30 }, () => line(words, strong(words))),
    more: [...ACTIONS],
    link: { text: words, url: 'https://acme.example/' },
  };
}

/** Help, a list, a history and a customer. */
export function longNotes(): readonly Note[] {
  const views = Array.from({ length: 10 }, () => viewIn('open'));
  const events = Array.from({ length: 200 }, () =>
    recorded({ kind: 'taken_over', from: 's', why: 'w'.repeat(2_000) }),
  );
  return [
    helpNote(),
    alertsNote({ listed: { show: 'all' }, views, total: 300, actor: KIM }),
    historyNote(viewIn('claimed'), events),
    customerNote({ ...customerSaying('w'.repeat(2_000)), alert: 1 }, KIM),
  ];
}
