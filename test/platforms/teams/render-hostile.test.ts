import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import type { Card } from '../../../src/cards/card.js';
import type { Form } from '../../../src/cards/form.js';
import type { Note } from '../../../src/cards/note.js';
import { clock, line, person, strong } from '../../../src/cards/text.js';
import { renderForm } from '../../../src/platforms/teams/render/render-form.js';
import { renderMessage, renderPlainMessage } from '../../../src/platforms/teams/render/render-message.js';
import { noteText, renderNote } from '../../../src/platforms/teams/render/render-note.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import type { Content } from '../../../src/posting/platform.js';
import { ANA, at, KIM, viewIn } from '../../cards/acme.js';
import { randomWords, TEAMS_HOSTILE_WORDS } from './teams-hostile-words.js';
import { alive, aliveInMarkdown } from './teams-markup.js';

const NOW = at('10:10');
const OUR_LINK = '](https://acme.example/a%28b%29_c_%2Ad%2A)';
const mentions = (staffId: string) => (staffId === KIM.id ? '29:kim' : undefined);

/** A card all of whose words are a customer's, without any of the cards' own care for them. */
function cardOf(words: string): Card {
  return {
    ...alertCard(viewIn('claimed')),
    label: words,
    headline: words,
    fallback: words,
    quote: words,
    facts: [
      { label: 'Score', value: line(words) },
      {
        label: words,
        value: line(strong(words), ' ', words, words, person({ ...ANA, name: words }), clock(at('10:40'))),
      },
      { label: 'Over to', value: line(person(KIM, true), words) },
    ],
    notes: [line(words, words), line(strong(words), words, clock(at('10:40')))],
    link: { text: words, url: 'https://acme.example/a(b)_c_*d*' },
  };
}

function contentsOf(words: string): readonly Content[] {
  return [
    { kind: 'card', card: cardOf(words) },
    { kind: 'line', line: line(person(KIM, true), ' said ', words, words, strong(words)) },
    { kind: 'line', line: line(person(KIM, true), ' said ', words, clock(at('10:12')), strong(words)) },
    { kind: 'line', line: line('In full: ', words), card: cardOf(words) },
  ];
}

function noteOf(words: string): Note {
  return {
    lines: [line(words), line(strong(words), ' ', clock(at('10:40')), words)],
    items: [{ alert: 1, line: line(words), buttons: ['claim'] }],
    buttons: [{ action: 'take_over', alert: 1 }],
  };
}

function formOf(words: string): Form {
  const shared = { label: words, required: true } as const;
  return {
    action: 'resolve',
    alert: 1,
    title: words,
    intro: words,
    submit: words,
    fields: [
      { kind: 'choice', name: 'outcome', ...shared, options: [{ value: 'a', label: words }] },
      { kind: 'text', name: 'note', ...shared, multiline: true, maxLength: 10, hint: words },
      { kind: 'person', name: 'to', ...shared },
    ],
  };
}

function rendered(words: string): readonly unknown[] {
  return [
    ...contentsOf(words).flatMap((content) => [
      renderMessage(content, { mentions }),
      renderPlainMessage(content, { mentions }),
    ]),
    renderNote(noteOf(words), { now: NOW }),
    { text: noteText(noteOf(words), { now: NOW }) },
    renderForm(formOf(words), { faults: { note: words } }),
  ];
}

/** What is alive in the same messages when the customer says nothing in particular. */
const USUAL = rendered('refund').map(aliveInThem);

describe('a customer’s words on Teams', () => {
  it('would come alive if they were passed on as they are', () => {
    const raw = TEAMS_HOSTILE_WORDS.filter((words) => alive({ type: 'TextBlock', text: words }).length > 0);
    expect(raw.length).toBeGreaterThan(70);
    expect(aliveInMarkdown('<at>Kim</at> *a* [x](https://evil.example) {{TIME(1)}} &lt;')).toHaveLength(9);
    expect(alive({ type: 'TextRun', text: '<at>Kim</at>' })).toHaveLength(2);
  });

  it.each(TEAMS_HOSTILE_WORDS.map((words) => [JSON.stringify(words), words]))(
    'are only words: %s',
    (_, words) => {
      expectInert(words);
    },
  );

  it.each([1, 2, 3, 4, 5])('are only words in whatever way they are put together (seed %i)', (seed) => {
    for (const words of randomWords(seed, 100)) expectInert(words);
  });

  it('call nobody, though they look like somebody who is called', () => {
    const message = renderMessage(
      { kind: 'line', line: line(person(KIM, true), ', see: <at>Kim</at>') },
      { mentions },
    );
    expect(message.text?.match(/<at>/gu)).toHaveLength(1);
    expect(message.entities).toHaveLength(1);
  });

  it('stand in the quote exactly as written', () => {
    const words = '*Third* time [I] call_ about `it` & <you> know\nhttps://acme.example/a_b';
    const quote = JSON.stringify(renderMessage({ kind: 'card', card: { ...cardOf('x'), quote: words } }));
    expect(quote).toContain(JSON.stringify(`“${words}”`).slice(1, -1));
  });
});

function expectInert(words: string): void {
  rendered(words).forEach((each, index) => {
    expect(beyond(aliveInThem(each), USUAL[index]), JSON.stringify(words)).toEqual([]);
    expect(sizeBytes(each)).toBeLessThanOrEqual(CONTENT_BYTES);
  });
}

/** Our own markup is around the customer's words: that it is there counts, not what is in it; blank words have none. */
function aliveInThem(each: unknown): readonly string[] {
  return alive(each).filter(
    (found) =>
      !['formatted', '<b>', '</b>'].includes(found) && !(found.startsWith('[') && found.endsWith(OUR_LINK)),
  );
}

/** What is in `found` more often than in `usual`: long words leave less room for our own. */
function beyond(found: readonly string[], usual: readonly string[] = []): readonly string[] {
  const left = [...usual];
  return found.filter((each) => {
    const place = left.indexOf(each);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}
