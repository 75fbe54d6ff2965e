import { describe, expect, it } from 'vitest';
import { nobodyNote, whichCustomerNote } from '../../src/cards/customer-choice-note.js';
import { customerNote, olderNote } from '../../src/cards/customer-note.js';
import type { Note } from '../../src/cards/note.js';
import { alertCard } from '../../src/cards/alert-card.js';
import { eventLine } from '../../src/cards/event-line.js';
import type { Inline } from '../../src/cards/text.js';
import { ALERT_STATES } from '../../src/domain/alert.js';
import type { AlertView } from '../../src/domain/alert-view.js';
import { at, KIM, OPEN, recorded, viewIn } from './acme.js';
import { customerSaying } from './customer-saying.js';
import { aloud, cardAloud } from './read-aloud.js';

/** Hidden characters of every kind that could steer a screen, around words that would act if they came alive. */
const EVIL =
  '\u202e<!channel>\u200b <@U0KIM> @here <https://evil.example|bank> *b*\u0000\u0007\ud800 [x](javascript:1)\u2066\u{e0041}\r\n\u2028=cmd()';
const TAMED = '<!channel> <@U0KIM> @here <https://evil.example|bank> *b*\ufffd [x](javascript:1) =cmd()';
/** Control and format characters, lone surrogates, line and paragraph separators. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function hostileView(text: string): AlertView {
  return {
    alert: { ...OPEN, theme: text, reason: text },
    customer: {
      id: 'c',
      name: text,
      preferredContact: text,
      timeZone: text,
    },
    account: { id: 'a', name: text, tier: text, annualValue: 1e300, currency: text },
    lead: {
      id: 's',
      source: text,
      kind: 'mention',
      occurredAt: at('10:00'),
      receivedAt: at('10:00'),
      text,
      speaker: text,
      channel: text,
      language: text,
      url: `https://evil.example/${text}`,
      reach: 5,
    },
    similarBefore: 1,
    modelReading: {
      reader: text,
      sentiment: 'negative',
      severity: 'high',
      flags: [],
      themes: [],
      because: { reason: text, quote: text },
    },
  };
}

describe('hostile text on a card', () => {
  it('is shown as the words it is, on every line', () => {
    const card = alertCard(hostileView(EVIL));
    expect(card.quote).toBe(TAMED);
    expect(card.headline).toBe(
      '<!channel> <@U0KIM> @here <https://evil.example|bank> *b*\ufffd… at <!channel> <@U0KIM> @here <https://evil… mentioned us on <!channel> <@U0KIM> @here…',
    );
    expect(card.link?.text).toBe('<!channel> <@U0KIM> @here <https://evil… (evil.example)');
    expect(card.link?.url).not.toMatch(/[\s<>"]/u);
    expect(
      pieces(card)
        .map((piece) => piece.kind)
        .filter((kind) => kind !== 'text' && kind !== 'time'),
    ).toEqual([]);
  });

  it('carries no hidden character into any string of the card', () => {
    expect(HIDDEN.test(EVIL)).toBe(true);
    for (const text of everyString(alertCard(hostileView(EVIL)))) expect(text).not.toMatch(HIDDEN);
  });

  it('cannot make a card long, whatever its length', () => {
    const card = alertCard(hostileView(`${EVIL}${'\nlong word'.repeat(2_000)}`));
    expect(card.headline.length).toBeLessThanOrEqual(150);
    expect(card.quote?.length).toBeLessThanOrEqual(300);
    expect(everyString(card).join('').length).toBeLessThan(3_000);
    expect(card.fallback.length).toBeLessThan(300);
  });

  it('that shows nothing is left out like what is not known', () => {
    const blank = ' \u200b\u202e\u2060\n\t\u{e0041}\u200d ';
    const card = cardAloud(alertCard({ ...hostileView(blank), alert: { ...OPEN, reason: 'Reach of 5.' } }));
    expect(card.split('\n')[0]).toBe('High · CX-123 · A customer mentioned us about refunds');
    expect(card).not.toMatch(/Language|Account|Prefers|“/u);
  });

  it('named after what every object has is only a word', () => {
    const card = cardAloud(alertCard(hostileView('constructor')));
    expect(card).toContain('constructor mentioned us on constructor about constructor');
    expect(card).not.toContain('function');
    expect(cardAloud(alertCard(hostileView('__proto__')))).not.toContain('object');
  });

  it('in what staff write stays inert in every state and thread line', () => {
    for (const state of ALERT_STATES) {
      const view = viewIn(state);
      const written = { ...view, alert: { ...view.alert, rootCause: EVIL, closingNote: EVIL } };
      for (const text of everyString(alertCard(written))) expect(text).not.toMatch(HIDDEN);
    }
    const told = aloud(
      eventLine(
        recorded({ kind: 'resolved', outcome: 'partly', rootCause: EVIL, note: EVIL }),
        viewIn('resolved'),
      ),
    );
    expect(told).not.toMatch(HIDDEN);
  });
});

describe('hostile text of a customer whom somebody looks up', () => {
  const actor = KIM;
  const notes = (words: string) => [
    customerNote({ ...customerSaying(words), alert: undefined }, actor),
    olderNote({ ...customerSaying(words), alert: 1 }, 1),
    whichCustomerNote({
      typed: words,
      customers: [{ customer: customerSaying(words).profile.customer, seenAt: at('10:00') }],
      more: true,
    }),
    nobodyNote(words),
  ];

  it('stays the words it is, and never becomes part of a line to type', () => {
    for (const note of notes(EVIL)) {
      const lines = [...note.lines, ...(note.after ?? []), ...(note.items ?? []).map(({ line }) => line)];
      for (const piece of lines.flat()) {
        expect(['text', 'strong', 'time', 'person']).toContain(piece.kind);
        if (piece.kind !== 'text' && piece.kind !== 'strong') continue;
        expect(piece.text).not.toMatch(HIDDEN);
        if (piece.isCommand) expect(piece.text).toMatch(/^\/cx-[\w .@-]+$/u);
      }
    }
  });

  it('cannot make the answer long', () => {
    const said = (note: Note) => [...note.lines, ...(note.after ?? [])].map(aloud);
    for (const note of notes('long word '.repeat(2_000)))
      for (const each of said(note)) expect(each.length).toBeLessThan(600);
  });
});

describe('the link of a card', () => {
  const linkOf = (url: string) =>
    alertCard({ ...viewIn('open'), lead: { ...viewIn('open').lead, url } }).link;

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a file', 'file:///etc/passwd'],
    ['another protocol', 'ftp://host/x'],
    ['no address at all', 'no address'],
    ['a name before the host', 'https://bank.example@evil.example/'],
    ['an address longer than platforms take', `https://evil.example/${'x'.repeat(3_000)}`],
  ])('is left out for %s', (_, url) => {
    expect(linkOf(url)).toBeUndefined();
  });

  it('shows the host as the network knows it, so that look-alike letters show', () => {
    expect(linkOf('https://аpple.com/1')?.text).toBe('Zendesk 1 (xn--pple-43d.com)');
  });

  it('names no number where the address has none', () => {
    expect(linkOf('https://reviews.example/r/abc?id=5')?.text).toBe('Zendesk (reviews.example)');
  });
});

function pieces(card: ReturnType<typeof alertCard>): readonly Inline[] {
  return [...card.facts.flatMap(({ value }) => value), ...card.notes.flat()];
}

function everyString(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.values(value).flatMap(everyString);
}
