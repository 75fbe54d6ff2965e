import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import type { Card } from '../../../src/cards/card.js';
import type { Form } from '../../../src/cards/form.js';
import type { Note } from '../../../src/cards/note.js';
import { clock, line, person, strong } from '../../../src/cards/text.js';
import type { Call, Content } from '../../../src/posting/platform.js';
import { messageBody, plainBody } from '../../../src/platforms/slack/message-body.js';
import { renderForm } from '../../../src/platforms/slack/render/render-form.js';
import { renderNote } from '../../../src/platforms/slack/render/render-note.js';
import { checkMessageBlocks, checkView } from '../../counterparts/slack/block-kit-limits.js';
import { at, KIM, viewIn } from '../../cards/acme.js';
import { HOSTILE_WORDS } from './hostile-words.js';
import { alive } from './slack-markup.js';

/** A card all of whose words are a customer's, without any of the cards' own care for them. */
function cardOf(words: string): Card {
  return {
    ...alertCard(viewIn('open')),
    label: words,
    headline: words,
    fallback: words,
    quote: words,
    facts: [
      { label: 'Score', value: line(words) },
      {
        label: words,
        value: line(strong(words), ' ', words, person({ id: 's', name: words }), clock(at('10:40'))),
      },
    ],
    notes: [line(words), line(strong(words), words, words)],
    link: { text: words, url: 'https://acme.example/' },
  };
}

function contentsOf(words: string): readonly Content[] {
  return [
    { kind: 'card', card: cardOf(words) },
    { kind: 'line', line: line(person(KIM, true), ' said ', words, strong(words)) },
    { kind: 'line', line: line(words), card: cardOf(words) },
  ];
}

function noteOf(words: string): Note {
  return {
    lines: [line(words), line(strong(words), ' ', clock(at('10:40')))],
    items: [{ alert: 1, line: line(words), buttons: ['claim'] }],
    buttons: [{ action: 'take_over', alert: 1 }],
  };
}

function formOf(words: string): Form {
  return {
    action: 'resolve',
    alert: 1,
    title: words,
    intro: words,
    submit: words,
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: words,
        required: true,
        options: [{ value: 'a', label: words }],
      },
      {
        kind: 'text',
        name: 'note',
        label: words,
        required: false,
        multiline: true,
        maxLength: 10,
        hint: words,
      },
      { kind: 'person', name: 'to', label: words, required: true },
    ],
  };
}

function bodies(content: Content): readonly Record<string, unknown>[] {
  const call: Call = { messageId: 'm', channel: 'C0SUPPORT1', direct: false, content };
  const mentions = (id: string) => (id === KIM.id ? 'U0KIM00001' : undefined);
  return [messageBody(call, mentions), plainBody(call, mentions, { keepsId: true })];
}

/** What is alive in the same message when the customer says nothing in particular. */
const USUAL = contentsOf('refund').map((content) => bodies(content).map(alive));

describe('a customer’s words on Slack', () => {
  it('are tried in more than sixty ways', () => {
    expect(new Set(HOSTILE_WORDS).size).toBeGreaterThanOrEqual(60);
  });

  it('would come alive if they were passed on as they are', () => {
    const raw = HOSTILE_WORDS.filter((words) => alive({ type: 'mrkdwn', text: words }).length > 0);
    expect(raw.length).toBeGreaterThan(50);
    expect(alive({ type: 'section', text: { type: 'mrkdwn', text: 'Hi <!channel> *all*' } })).toEqual([
      '<!channel>',
      'formatted *all*',
    ]);
  });

  it.each(HOSTILE_WORDS.map((words) => [JSON.stringify(words), words]))('are only words: %s', (_, words) => {
    contentsOf(words).forEach((content, index) => {
      bodies(content).forEach((body, version) => {
        expect(alive(body).map(boldAside)).toEqual(USUAL[index]![version]!.map(boldAside));
        expect(checkMessageBlocks(body)).toBeUndefined();
      });
    });
    expect(alive(renderNote(noteOf(words)))).toEqual(alive(renderNote(noteOf('refund'))));
    expect(checkMessageBlocks({ blocks: renderNote(noteOf(words)).blocks })).toBeUndefined();
    const view = renderForm(formOf(words), {});
    expect(alive(view)).toEqual([]);
    expect(checkView(view)).toBeUndefined();
  });

  it('keep what they are copied for', () => {
    const [body] = bodies({ kind: 'card', card: cardOf('john_doe@example.com, 2*3') });
    expect(JSON.stringify(body)).toContain('john_doe@example.com, 2*3');
  });

  it('stand in quotes and lines exactly as written', () => {
    for (const words of HOSTILE_WORDS) {
      const [body] = bodies({ kind: 'line', line: line(words) });
      expect(JSON.stringify(body!['blocks'])).toContain(JSON.stringify(words.toWellFormed()).slice(1, -1));
    }
  });
});

/** Our own bold is around the customer's words: that it is there counts, not what is in it. */
function boldAside(each: string): string {
  return each.startsWith('formatted *') ? 'formatted' : each;
}
