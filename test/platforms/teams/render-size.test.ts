import { describe, expect, it } from 'vitest';
import { ACTIONS, asksFirst } from '../../../src/cards/actions.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import type { Card } from '../../../src/cards/card.js';
import { clock, line, strong } from '../../../src/cards/text.js';
import { renderCard } from '../../../src/platforms/teams/render/render-card.js';
import { renderMessage } from '../../../src/platforms/teams/render/render-message.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { at, VIEW } from '../../cards/acme.js';
import { checkCard } from './card-rules.js';

describe('the size of a Teams card', () => {
  it('stays under 28 KB at the longest and beyond', () => {
    for (const piece of ['Wörd & <more> *x* ', '日本語 ', '🔥', '"\\']) {
      const long = piece.repeat(3_000);
      const card: Card = {
        ...alertCard(VIEW),
        label: long,
        headline: long,
        fallback: long,
        quote: long,
        facts: Array.from({ length: 30 }, () => ({
          label: long,
          value: line(long, strong(long), clock(at('10:00')), long),
        })),
        notes: Array.from({ length: 30 }, () => line(long, strong(long))),
        buttons: ACTIONS.filter(asksFirst),
        more: [...ACTIONS],
        link: { text: long, url: 'https://acme.example/' },
      };
      const people = Array.from({ length: 500 }, () => ({ value: 'x'.repeat(36), name: long }));
      const message = renderMessage(
        { kind: 'line', line: line(long), card },
        { people, involved: Array.from({ length: 500 }, (_, index) => `29:${'x'.repeat(80)}${index}`) },
      );
      expect(sizeBytes(message)).toBeLessThanOrEqual(CONTENT_BYTES);
      expect(sizeBytes(renderCard(card, { people }))).toBeLessThanOrEqual(CONTENT_BYTES);
      expect(checkCard(message.attachments[0]!.content)).toEqual([]);
    }
  });
});
