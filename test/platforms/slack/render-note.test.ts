import { describe, expect, it } from 'vitest';
import { line } from '../../../src/cards/text.js';
import { renderLine } from '../../../src/platforms/slack/render/render-line.js';
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
