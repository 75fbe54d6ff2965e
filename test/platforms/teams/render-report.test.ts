import { expect, it } from 'vitest';
import { line, strong } from '../../../src/cards/text.js';
import { renderMessage, renderPlainMessage } from '../../../src/platforms/teams/render/render-message.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { checkCard } from './card-rules.js';

const REPORT = {
  kind: 'digest',
  title: 'Friday 20 November · Customer voice',
  lines: [line('All is calm.')],
  parts: [
    { title: 'Figures', lines: [line(strong('Heard'), ' 12')] },
    { title: 'Thanks', lines: [line('“**wow** [x](https://evil.example)” Rosa')] },
  ],
  fallback: 'Friday 20 November. All is calm.',
} as const;

it('a digest on Teams is one card whose parts open by a press', () => {
  const { attachments, summary } = renderMessage({ kind: 'report', report: REPORT });
  expect(summary).toBe(REPORT.fallback);
  const { content } = attachments[0]!;
  expect(checkCard(content)).toEqual([]);
  expect(content).toMatchObject({
    body: [{ inlines: [{ text: REPORT.title, weight: 'bolder' }] }, { inlines: [{ text: 'All is calm.' }] }],
    actions: [
      {
        type: 'Action.ShowCard',
        title: 'Figures',
        card: { body: [{ inlines: [{ text: 'Heard' }, { text: ' 12' }] }] },
      },
      {
        type: 'Action.ShowCard',
        title: 'Thanks',
        card: {
          body: [{ type: 'RichTextBlock', inlines: [{ text: '“**wow** [x](https://evil.example)” Rosa' }] }],
        },
      },
    ],
  });
});

it('a digest on Teams is cut to what Teams takes, and in plain words is its sentence', () => {
  const lines = Array.from({ length: 40 }, () => line('x'.repeat(900)));
  const parts = Array.from({ length: 6 }, (_, index) => ({ title: `Part ${index}`, lines }));
  const content = { kind: 'report', report: { ...REPORT, parts } } as const;
  expect(sizeBytes(renderMessage(content))).toBeLessThanOrEqual(CONTENT_BYTES);
  expect(renderPlainMessage(content).text).toContain('All is calm.');
});
