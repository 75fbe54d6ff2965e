import { describe, expect, it } from 'vitest';
import { ACTIONS, asksFirst } from '../../../src/cards/actions.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import { line } from '../../../src/cards/text.js';
import { renderCard } from '../../../src/platforms/teams/render/render-card.js';
import { renderMessage } from '../../../src/platforms/teams/render/render-message.js';
import { CONTENT_BYTES, sizeBytes } from '../../../src/platforms/teams/render/within-size.js';
import { VIEW } from '../../cards/acme.js';
import { longCard } from '../../cards/at-their-longest.js';
import { checkCard } from './card-rules.js';

describe('the size of a Teams card', () => {
  it('stays under 28 KB at the longest and beyond', () => {
    for (const piece of ['Wörd & <more> *x* ', '日本語 ', '🔥', '"\\']) {
      const long = piece.repeat(3_000);
      const card = { ...longCard(alertCard(VIEW), long), buttons: ACTIONS.filter(asksFirst) };
      const message = renderMessage(
        { kind: 'line', line: line(long), card },
        { involved: Array.from({ length: 500 }, (_, index) => `29:${'x'.repeat(80)}${index}`) },
      );
      expect(sizeBytes(message)).toBeLessThanOrEqual(CONTENT_BYTES);
      expect(sizeBytes(renderCard(card))).toBeLessThanOrEqual(CONTENT_BYTES);
      expect(checkCard(message.attachments[0]!.content)).toEqual([]);
    }
  });
});
