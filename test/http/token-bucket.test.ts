import { expect, it } from 'vitest';
import { createTokenBucket } from '../../src/http/token-bucket.js';

it('gives its burst at once, then as many as the rate', () => {
  const take = createTokenBucket({ perSecond: 2, burst: 3 });
  const at = 1_000_000;
  expect([take(at), take(at), take(at), take(at)]).toEqual([0, 0, 0, 1]);
  expect([take(at + 499), take(at + 500), take(at + 500)]).toEqual([1, 0, 1]);
});

it('never holds more than its burst', () => {
  const take = createTokenBucket({ perSecond: 1, burst: 2 });
  take(0);
  const later = 3_600_000;
  expect([take(later), take(later), take(later)]).toEqual([0, 0, 1]);
});

it('a clock that is set back neither fills nor empties it', () => {
  const take = createTokenBucket({ perSecond: 1, burst: 2 });
  expect([take(10_000), take(5_000), take(5_000), take(6_000)]).toEqual([0, 0, 1, 0]);
});

it('says how many whole seconds to wait', () => {
  const take = createTokenBucket({ perSecond: 0.1, burst: 1 });
  expect([take(0), take(0), take(5_000)]).toEqual([0, 10, 5]);
});
