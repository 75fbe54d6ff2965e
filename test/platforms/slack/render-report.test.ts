import { describe, expect, it } from 'vitest';
import { line, strong } from '../../../src/cards/text.js';
import { renderParts, renderReport } from '../../../src/platforms/slack/render/render-report.js';
import { checkMessageBlocks } from '../../counterparts/slack/block-kit-limits.js';

const PARTS = [
  { title: 'Figures', lines: [line(strong('Heard'), ' 12'), line('More')] },
  { title: 'Thanks', lines: [line('“<!channel> *wow* <@U1>” Rosa')] },
];

describe('a digest on Slack', () => {
  it('keeps its parts for the thread: one block each, under its title', () => {
    const report = {
      kind: 'digest',
      title: 'Friday',
      lines: [line('Calm.')],
      parts: PARTS,
      fallback: 'Friday. Calm.',
    } as const;
    expect(renderReport(report).blocks).toHaveLength(1);
    const { blocks, text } = renderParts(PARTS);
    expect(blocks).toHaveLength(2);
    expect(JSON.stringify(blocks[0])).toContain('"text":"Figures","style":{"bold":true}');
    expect(text).toContain('Figures');
  });

  it('calls nobody, whatever a customer wrote', () => {
    const { blocks, text } = renderParts(PARTS);
    expect(text).not.toMatch(/<!channel>|<@U1>/u);
    expect(JSON.stringify(blocks[1])).toContain('"type":"text","text":"“<!channel> *wow* <@U1>” Rosa"');
  });

  it('however long is a message that Slack takes', () => {
    const lines = Array.from({ length: 30 }, () => line('x'.repeat(900)));
    const parts = Array.from({ length: 12 }, (_, index) => ({ title: `Part ${index}`, lines }));
    const message = renderParts(parts);
    expect(checkMessageBlocks(message)).toBeUndefined();
    expect(message.blocks).toHaveLength(8);
    expect(JSON.stringify(message.blocks.at(-1))).toContain('Part 7');
    expect(message.text.length).toBeLessThanOrEqual(3_000);
  });
});
