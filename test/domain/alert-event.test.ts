import { describe, expect, it } from 'vitest';
import { CARD_QUOTE_LIMIT, openingDeservesLine, repeatDeservesLine } from '../../src/domain/alert-event.js';

describe('a repeat of one customer', () => {
  it('gets a line of its own the first five times, then at round numbers only', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => index + 1).filter(repeatDeservesLine);
    expect(lines).toEqual([1, 2, 3, 4, 5, 10, 20, 50, 100, 200, 500, 1000]);
  });

  it('leaves the thread of a storm of a million readable', () => {
    const round = Array.from({ length: 6 }, (_, power) => 10 ** (power + 1));
    for (const each of round) {
      expect([each, 2 * each, 5 * each].map(repeatDeservesLine)).toEqual([true, true, true]);
      expect([each + 1, 3 * each, each - 1].map(repeatDeservesLine)).toEqual([false, false, false]);
    }
  });
});

describe('the words that opened an alert', () => {
  it('are repeated whole in the thread only where the card cuts them', () => {
    expect(openingDeservesLine(undefined)).toBe(false);
    expect(openingDeservesLine('x'.repeat(CARD_QUOTE_LIMIT))).toBe(false);
    expect(openingDeservesLine('x'.repeat(CARD_QUOTE_LIMIT + 1))).toBe(true);
  });
});
