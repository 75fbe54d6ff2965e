import { describe, expect, it } from 'vitest';
import { line } from '../../../src/cards/text.js';
import { renderLine } from '../../../src/platforms/slack/render/render-line.js';
import { renderReport } from '../../../src/platforms/slack/render/render-report.js';
import { renderNote } from '../../../src/platforms/slack/render/render-note.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import { checkMessageBlocks } from '../../counterparts/slack/block-kit-limits.js';
import { KIM, viewIn } from '../../cards/acme.js';
import { longNotes } from '../../cards/at-their-longest.js';

describe('a private note on Slack', () => {
  it('has its lines, and the buttons that it offers', () => {
    expect(
      renderNote({
        lines: [line('Kim has had this since 10:04.'), line('Nothing changed.')],
        buttons: [{ action: 'take_over', alert: 123 }],
      }),
    ).toEqual({
      text: 'Kim has had this since 10:04.\nNothing changed.',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'Kim has had this since 10:04.' },
                { type: 'text', text: '\n' },
                { type: 'text', text: 'Nothing changed.' },
              ],
            },
          ],
        },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'take_over',
              text: { type: 'plain_text', text: 'Take over', emoji: false },
              value: '123',
              accessibility_label: 'Take over CX-123',
            },
          ],
        },
      ],
    });
  });

  it('keeps the buttons of different alerts apart', () => {
    const note = renderNote({
      lines: [line('Two.')],
      buttons: [
        { action: 'claim', alert: 1 },
        { action: 'claim', alert: 2 },
        { action: 'dismiss', alert: 1 },
        { action: 'claim', alert: 1 },
      ],
    });
    expect(checkMessageBlocks({ blocks: note.blocks })).toBeUndefined();
    expect(note.blocks).toHaveLength(3);
  });

  it('is taken by Slack as help, as a list and as a history', () => {
    for (const note of longNotes()) {
      expect(checkMessageBlocks({ blocks: renderNote(note).blocks })).toBeUndefined();
    }
  });

  it('stays within Slack’s limits whatever it holds, and says what it leaves out', () => {
    const words = 'w'.repeat(5_000);
    const note = renderNote({
      lines: Array.from({ length: 100 }, () => line(words)),
      items: Array.from({ length: 100 }, (_, index) => ({
        alert: index + 1,
        line: line(words),
        buttons: ['claim'] as const,
      })),
      buttons: Array.from({ length: 100 }, (_, index) => ({ action: 'claim' as const, alert: index + 1 })),
    });
    expect(checkMessageBlocks({ blocks: note.blocks })).toBeUndefined();
    expect(note.text.length).toBeLessThanOrEqual(3_000);
    expect(JSON.stringify(note.blocks)).toContain('80 more are not shown here.');
  });

  it('is never empty', () => {
    expect(renderNote({ lines: [] }).text).toBe('Earshot');
  });
});

describe('a thread line on Slack', () => {
  it('calls whom it hands something to, in its blocks and in its text', () => {
    const message = renderLine(
      line('Over to ', { kind: 'person', staff: KIM, mention: true }, '.'),
      undefined,
      () => 'U0KIM00001',
    );
    expect(message).toEqual({
      text: 'Over to <@U0KIM00001>.',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'Over to ' },
                { type: 'user', user_id: 'U0KIM00001' },
                { type: 'text', text: '.' },
              ],
            },
          ],
        },
      ],
      attachments: [],
    });
  });

  it('has the card below it that it speaks of', () => {
    const message = renderLine(line('Kim handed you this.'), alertCard(viewIn('claimed')), () => undefined);
    expect(message.blocks).toHaveLength(2);
    expect(message.attachments).toHaveLength(1);
    expect(message.text).toBe('Kim handed you this.');
    expect(checkMessageBlocks(message)).toBeUndefined();
  });

  it('of 2,500 characters is whole in its blocks', () => {
    const words = 'w'.repeat(2_500);
    const message = renderLine(line(`In full: “${words}”`), undefined, () => undefined);
    expect(JSON.stringify(message.blocks)).toContain(words);
    expect(checkMessageBlocks(message)).toBeUndefined();
  });
});

describe('a summary on Slack', () => {
  const lines = Array.from({ length: 25 }, (_, index) => line(`${index} `.repeat(200)));

  it('has its figures below the alerts, and its share button last', () => {
    const { blocks } = renderNote({
      lines: [line('Support')],
      items: [{ alert: 7, line: line('CX-7'), buttons: ['claim'] }],
      after: [line('Heard 5')],
      share: 'report-1',
    });
    expect(blocks.map(({ type }) => type)).toEqual([
      'rich_text',
      'rich_text',
      'actions',
      'rich_text',
      'actions',
    ]);
    expect(blocks.at(-1)).toEqual({
      type: 'actions',
      elements: [
        {
          type: 'button',
          action_id: 'share',
          text: { type: 'plain_text', text: 'Share in this channel', emoji: false },
          value: 'report-1',
        },
      ],
    });
  });

  it('however long is a message that Slack takes, private or shared', () => {
    const items = Array.from({ length: 5 }, (_, index) => ({
      alert: index + 1,
      line: line('x'.repeat(500)),
      buttons: ['claim', 'dismiss'] as const,
    }));
    const note = renderNote({ lines: lines.slice(0, 2), items, after: lines.slice(0, 9), share: 'report-1' });
    expect(checkMessageBlocks(note)).toBeUndefined();
    const report = renderReport({ title: 'Support', lines, fallback: 'Support' });
    expect(checkMessageBlocks(report)).toBeUndefined();
  });

  it('shared calls nobody, whatever a customer wrote', () => {
    const { text, blocks } = renderReport({
      title: 'Support',
      lines: [line('CX-7 · <!channel> wrote <@U1>')],
      fallback: 'Support: <!channel>',
    });
    expect(text).not.toContain('<!channel>');
    expect(JSON.stringify(blocks)).toContain('"type":"text","text":"CX-7 · <!channel> wrote <@U1>"');
  });
});
