import { describe, expect, it } from 'vitest';
import { editsBetween, nearWord } from '../../src/domain/near-word.js';

describe('the nearest word', () => {
  it.each([
    ['claim', 'claim', 0],
    ['clam', 'claim', 1],
    ['claiim', 'claim', 1],
    ['clain', 'claim', 1],
    ['cliam', 'claim', 1],
    ['', 'help', 4],
    ['help', '', 4],
    ['mein', 'mine', 2],
  ])('%s is %s after %d edits', (a, b, edits) => {
    expect(editsBetween(a, b)).toBe(edits);
    expect(editsBetween(b, a)).toBe(edits);
  });

  it('is found within a third of its letters, or begun, and not further away', () => {
    const words = ['alerts', 'claim', 'help'] as const;
    expect(nearWord('alrets', words)).toBe('alerts');
    expect(nearWord('al', words)).toBe('alerts');
    expect(nearWord('a', words)).toBeUndefined();
    expect(nearWord('hllo', words)).toBeUndefined();
    expect(nearWord('x'.repeat(10_000), words)).toBeUndefined();
  });
});
