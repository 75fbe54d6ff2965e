import { describe, expect, it } from 'vitest';
import { alertsNote } from '../../../src/cards/alerts-note.js';
import { unknownNote } from '../../../src/cards/bad-input-note.js';
import { claimedNote } from '../../../src/cards/claimed-note.js';
import { helpNote } from '../../../src/cards/help-note.js';
import { notFoundNote } from '../../../src/cards/refusal-note.js';
import { clock, line } from '../../../src/cards/text.js';
import { renderMessage, renderPlainMessage } from '../../../src/platforms/teams/render/render-message.js';
import { noteText, renderNote } from '../../../src/platforms/teams/render/render-note.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { at, KIM, viewIn } from '../../cards/acme.js';
import { longNotes } from '../../cards/at-their-longest.js';
import { checkCard } from './card-rules.js';

const NOW = at('10:10');

describe('a private answer on Teams', () => {
  it('says its lines, times in the reader’s zone and how far away they are now', () => {
    const { body } = renderNote(claimedNote(viewIn('claimed')), { now: NOW });
    expect(body.slice(0, 2)).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'CX-123', weight: 'bolder' },
          { type: 'TextRun', text: ' is yours: Maria Lopez at Acme gave 2 of 5 after a call about refunds.' },
        ],
        spacing: 'default',
      },
      {
        type: 'TextBlock',
        text: 'Respond by {{DATE(2026-11-20T10:40:00Z, SHORT)}}, {{TIME(2026-11-20T10:40:00Z)}} (in 30 min).',
        wrap: true,
        spacing: 'small',
      },
    ]);
    expect(JSON.stringify(body[2])).toContain('"verb":"resolve"');
  });

  it.each([
    [20, 'in less than a minute'],
    [-20, 'just now'],
    [-4 * 60, '4 min ago'],
    [3 * 3_600, 'in 3 h'],
    [-26 * 3_600, '1 day ago'],
    [-50 * 3_600, '2 days ago'],
  ])('tells %i seconds from now as “%s”', (seconds, words) => {
    const then = new Date(NOW.getTime() + seconds * 1_000);
    const note = { lines: [line('It was ', { kind: 'time', at: then, as: 'relative' }, '.')] };
    expect(noteText(note, { now: NOW })).toBe(`It was ${words}.`);
  });

  it('in plain words says times in the reader’s zone where Teams named it, else in UTC', () => {
    const note = { lines: [line('By ', clock(at('10:40')), '.'), line('And so on.')] };
    expect(noteText(note, { now: NOW, timeZone: 'Europe/Berlin' })).toBe('By 20 Nov 11:40.\n\nAnd so on.');
    for (const timeZone of [undefined, 'Mars/Olympus', ''])
      expect(noteText(note, { now: NOW, ...(timeZone !== undefined && { timeZone }) })).toBe(
        'By 20 Nov 10:40 UTC.\n\nAnd so on.',
      );
  });

  it('names commands as they are typed on Teams', () => {
    const told = { now: NOW };
    expect(noteText(helpNote(), told)).toContain('claim CX-123 · Makes an alert yours.');
    expect(noteText(helpNote(), told)).not.toContain('/cx-');
    expect(noteText(alertsNote({ listed: { show: 'mine' }, views: [], total: 0, actor: KIM }), told)).toBe(
      'Nothing waits for you. “alerts unclaimed” shows what nobody has taken yet.',
    );
    expect(JSON.stringify(renderNote(notFoundNote(999), told))).toContain('“alerts”');
    const unknown = unknownNote({ typed: '/cx-alerst', meant: '/cx-alerts' });
    expect(noteText(unknown, told)).toBe("I don't know “/cx-alerst”. Did you mean “alerts”?");
  });

  it('keeps to every rule of Teams as help, as a list and as a history', () => {
    for (const note of longNotes()) {
      const card = renderNote(note, { now: NOW });
      expect(checkCard(card)).toEqual([]);
      expect(sizeBytes(card)).toBeLessThanOrEqual(CONTENT_BYTES);
    }
  });

  it('stays under 28 KB whatever it holds, and says what it leaves out', () => {
    const words = '日本 & <w> '.repeat(2_000);
    const note = {
      lines: Array.from({ length: 100 }, () => line(words)),
      items: Array.from({ length: 100 }, (_, index) => ({
        alert: index + 1,
        line: line(words),
        buttons: ['claim', 'dismiss'] as const,
      })),
      buttons: Array.from({ length: 100 }, (_, index) => ({ action: 'claim' as const, alert: index + 1 })),
    };
    const card = renderNote(note, { now: NOW });
    expect(sizeBytes(card)).toBeLessThanOrEqual(CONTENT_BYTES);
    expect(JSON.stringify(card)).toContain('88 more are not shown here.');
    expect(noteText(note, { now: NOW }).length).toBeLessThanOrEqual(3_500);
  });

  it('in place of a card leads back to it', () => {
    const [back, ...more] =
      renderNote(claimedNote(viewIn('claimed')), { now: NOW, backTo: 123 }).actions ?? [];
    expect(more).toEqual([]);
    expect(back).toMatchObject({
      title: 'Back to the card',
      verb: 'refresh',
      data: { earshot: { v: 1, action: 'refresh', alert: 123 } },
    });
    expect(renderNote(claimedNote(viewIn('claimed')), { now: NOW }).actions).toBeUndefined();
  });

  it('is never empty', () => {
    expect(noteText({ lines: [] }, { now: NOW })).toBe('Earshot');
  });
});

describe('a summary on Teams', () => {
  it('has its figures below the alerts, its share button last, and is spoken whole', () => {
    const note = {
      lines: [line('Support')],
      items: [{ alert: 7, line: line('CX-7'), buttons: ['claim'] as const }],
      after: [line('Heard 5')],
      share: '0190a0b0-0000-7000-8000-000000000001',
    };
    const card = renderNote(note, { now: NOW });
    checkCard(card);
    expect(card.body.map(({ type }) => type)).toEqual([
      'RichTextBlock',
      'Container',
      'RichTextBlock',
      'ActionSet',
    ]);
    expect(JSON.stringify(card.body.at(-1))).toContain(
      '"data":{"earshot":{"v":1,"action":"share","report":"0190a0b0-0000-7000-8000-000000000001"}}',
    );
    expect(noteText(note, { now: NOW })).toBe('Support\n\nCX-7\n\nHeard 5');
  });

  it('shared is a card without buttons, and a sentence where cards are not shown', () => {
    const report = {
      title: 'Support · today',
      lines: [line('Heard 5')],
      fallback: 'Support · today: 5 heard.',
    };
    const { summary, attachments, entities } = renderMessage({ kind: 'report', report });
    expect(summary).toBe('Support · today: 5 heard.');
    expect(entities).toEqual([]);
    const [card] = attachments;
    expect(card?.content.body).toHaveLength(2);
    expect(JSON.stringify(card)).not.toContain('Action.');
    expect(renderPlainMessage({ kind: 'report', report }).summary).toBe('Support · today: 5 heard.');
  });
});
