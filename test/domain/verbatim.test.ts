import { expect, it } from 'vitest';
import { verbatim } from '../../src/domain/verbatim.js';

const TEXT = 'It broke.\n\nIt  broke again, and nobody “cared”. It broke';

it.each([
  ['as it stands', 'nobody “cared”', 'nobody “cared”'],
  ['across lines, as it stands', 'It broke. It broke again', 'It broke.\n\nIt  broke again'],
  ['with space around it', '  It broke again ', 'It  broke again'],
])('words are found %s', (_, quote, found) => {
  expect(verbatim(quote, TEXT)).toBe(found);
});

it.each(['it broke.', 'nobody "cared"', 'It broke again and', 'It broke it', '', '   ', '[name]'])(
  '“%s” stands nowhere in it',
  (quote) => {
    expect(verbatim(quote, TEXT)).toBeUndefined();
  },
);

it('is found out soon, whatever is sought in whatever text', () => {
  const began = performance.now();
  expect(verbatim(`${'a '.repeat(120)}b`, 'a '.repeat(10_000))).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(3_000);
});
