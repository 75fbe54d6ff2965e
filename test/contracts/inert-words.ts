/** What every platform must keep of words that others wrote, whatever is said with them: data-driven, without sending anything. */
import { describe, expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import type { Card } from '../../src/cards/card.js';
import type { Form } from '../../src/cards/form.js';
import type { Note } from '../../src/cards/note.js';
import type { Report } from '../../src/cards/report.js';
import { clock, line, person, strong } from '../../src/cards/text.js';
import type { Content } from '../../src/posting/platform.js';
import { ANA, at, KIM, viewIn } from '../cards/acme.js';
import { beyond } from '../cards/beyond.js';
import { INJECTIONS, nameOf } from '../cards/injections.js';
import { randomWords } from '../cards/random-words.js';

/** All that people see, and all of it made of the same words. */
export interface Said {
  readonly contents: readonly Content[];
  readonly note: Note;
  readonly form: Form;
}

interface Renderer {
  readonly platform: string;
  /** As it would be sent. */
  readonly render: (said: Said) => readonly unknown[];
  /** What would act in it. Our own is told apart by being there whatever is said. */
  readonly aliveIn: (rendered: unknown) => readonly string[];
  /** What would act if the words were sent as they are. */
  readonly aliveAsWritten: (words: string) => readonly string[];
  /** Throws where the platform would not take it. */
  readonly check: (rendered: unknown) => void;
}

const SEEDS = [1, 2, 3, 4, 5];
const WORDS_OF_A_SEED = 60;

export function describeInertWords({ platform, render, aliveIn, aliveAsWritten, check }: Renderer): void {
  const usual = render(saying('refund')).map(aliveIn);

  const expectInert = (words: string): void => {
    render(saying(words)).forEach((each, index) => {
      expect(beyond(aliveIn(each), usual[index]), nameOf(words)).toEqual([]);
      check(each);
    });
  };

  describe(`the words of others on ${platform}`, () => {
    it('are tried in more than three hundred ways', () => {
      expect(new Set(INJECTIONS).size).toBeGreaterThan(300);
    });

    it('would come alive if they were passed on as they are', () => {
      expect(INJECTIONS.filter((words) => aliveAsWritten(words).length > 0).length).toBeGreaterThan(70);
    });

    it.each(INJECTIONS.map((words) => [nameOf(words), words]))('are only words: %s', (_, words) => {
      expectInert(words);
    });

    it.each(SEEDS)('are only words in whatever way they are put together (seed %i)', (seed) => {
      for (const words of randomWords(seed, WORDS_OF_A_SEED)) expectInert(words);
    });
  });
}

function saying(words: string): Said {
  return { contents: contentsOf(words), note: noteOf(words), form: formOf(words) };
}

/** A card all of whose words are a customer's, without any of the cards' own care for them. */
export function cardOf(words: string): Card {
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
    read: line(words, strong(words)),
    link: { text: words, url: 'https://acme.example/a(b)_c_*d*' },
  };
}

function contentsOf(words: string): readonly Content[] {
  return [
    { kind: 'card', card: cardOf(words) },
    { kind: 'line', line: line(person(KIM, true), ' said ', words, words, strong(words)) },
    { kind: 'line', line: line(person(KIM, true), ' said ', words, clock(at('10:12')), strong(words)) },
    { kind: 'line', line: line('In full: ', words), card: cardOf(words) },
    { kind: 'note', note: noteOf(words) },
    { kind: 'report', report: reportOf(words) },
    { kind: 'parts', parts: reportOf(words).parts ?? [] },
  ];
}

function noteOf(words: string): Note {
  return {
    lines: [line(words), line(strong(words), ' ', clock(at('10:40')), words)],
    items: [{ alert: 1, line: line(words), buttons: ['claim'] }],
    after: [line(words, strong(words))],
    buttons: [{ action: 'take_over', alert: 1 }],
  };
}

function reportOf(words: string): Report {
  return {
    kind: 'digest',
    title: words,
    lines: [line(words), line(strong(words), words, person({ ...ANA, name: words }))],
    written: { lines: [line(words), line(words, ` “${words}”`, ' (CX-1)')], by: line('Written by ', words) },
    parts: [{ title: words, lines: [line(words), line(strong(words), words)] }],
    fallback: words,
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
