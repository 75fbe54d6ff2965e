import { describe, expect, it } from 'vitest';
import { bucketsOf, createRefusals } from '../../../src/platforms/teams/buckets.js';
import { CONVERSATION_WINDOWS, RATES, TENANT_WINDOW } from '../../../src/platforms/teams/limits.js';
import { type BucketState, takeTokens } from '../../../src/posting/buckets.js';
import type { BucketUse, Target } from '../../../src/posting/platform.js';

const SUPPORT = '19:support@thread.tacv2';
const START = Date.parse('2026-11-20T10:00:00Z');

/** When each call went that was wanted at `wanted` (milliseconds), as the posting loop grants them. */
function grant(wanted: readonly { readonly atMs: number; readonly uses: readonly BucketUse[] }[]): number[] {
  const states = new Map<string, BucketState>();
  const went: number[] = [];
  let nowMs = 0;
  for (const { atMs, uses } of wanted) {
    nowMs = Math.max(nowMs, atMs);
    for (;;) {
      const taken = takeTokens(uses, states, new Date(START + nowMs));
      if (taken.granted) {
        for (const bucket of taken.buckets) states.set(bucket.key, bucket);
        went.push(nowMs);
        break;
      }
      // The loop looks again a millisecond later at the soonest.
      nowMs = Math.max(nowMs + 1, taken.until.getTime() - START);
    }
  }
  return went;
}

function busiest(times: readonly number[], seconds: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  sorted.forEach((time, to) => {
    while (time - (sorted[from] ?? 0) > seconds * 1000) from += 1;
    most = Math.max(most, to - from + 1);
  });
  return most;
}

/** A number from 0 to 1 for each number, always the same. */
function scattered(index: number): number {
  const value = Math.sin(index * 12.9898) * 43758.5453;
  return value - Math.floor(value);
}

const target = (more: Partial<Target> = {}): Target => ({
  messageId: 'm',
  channel: SUPPORT,
  direct: false,
  ...more,
});

describe('the buckets of a conversation', () => {
  const uses = bucketsOf(target());
  const patterns: Readonly<Record<string, (index: number) => number>> = {
    'a storm': () => 0,
    'a storm after a quiet hour': (index) => (index === 0 ? 0 : 3_600_000),
    'seven every two seconds': (index) => Math.floor(index / 7) * 2_000,
    'one every 400 ms, and fifty every minute': (index) =>
      index % 2 === 0 ? index * 200 : Math.floor(index / 50) * 60_000,
    'any times': (index) => index * 600 + scattered(index) * 5_000,
  };

  it.each(Object.keys(patterns))('are never too quick for Teams in %s', (name) => {
    const wanted = Array.from({ length: 2_500 }, (_, index) => ({ atMs: patterns[name]!(index), uses })).sort(
      (a, b) => a.atMs - b.atMs,
    );
    const went = grant(wanted);
    // Calls reach Teams later than they left us, some more, some less.
    const arrived = went.map((time, index) => time + 300 * scattered(index));
    for (const { seconds, most } of CONVERSATION_WINDOWS) {
      expect(busiest(went, seconds), `${seconds} s`).toBeLessThanOrEqual(most);
      expect(busiest(arrived, seconds), `${seconds} s, as they arrive`).toBeLessThanOrEqual(most);
    }
  });

  it('would be too quick with a little more, so that the test above can fail', () => {
    const more = [{ key: 'a', capacity: 6, perSecond: 1.8 }];
    const went = grant(Array.from({ length: 100 }, () => ({ atMs: 0, uses: more })));
    expect(busiest(went, 2)).toBeGreaterThan(8);
  });

  it('let four hundred cards through within a tenth of the shortest time that Teams allows', () => {
    const went = grant(Array.from({ length: 400 }, () => ({ atMs: 0, uses })));
    const shortestMs = (400 / 60) * 30_000;
    expect(went.at(-1)!).toBeLessThan(shortestMs * 1.12);
  });

  it('leave some of every window to answers that wait for no bucket', () => {
    for (const { seconds, most } of CONVERSATION_WINDOWS) {
      const { capacity, perSecond } = seconds > 60 ? RATES.conversationHour : RATES.conversation;
      expect(Math.floor(capacity + seconds * perSecond)).toBeLessThan(most);
    }
  });
});

describe('the bucket of the tenant', () => {
  it('is kept by storms in many channels at once', () => {
    const wanted = Array.from({ length: 2_000 }, (_, index) => ({
      atMs: 0,
      uses: bucketsOf(target({ channel: `19:channel-${index % 100}@thread.tacv2` })),
    }));
    const went = grant(wanted);
    expect(busiest(went, TENANT_WINDOW.seconds)).toBeLessThanOrEqual(TENANT_WINDOW.most - 10);
    const arrived = went.map((time, index) => time + 300 * scattered(index));
    expect(busiest(arrived, TENANT_WINDOW.seconds)).toBeLessThanOrEqual(TENANT_WINDOW.most);
  });
});

describe('the conversation of a call', () => {
  const keyOf = (more: Partial<Target>) => bucketsOf(target(more))[0]!.key;

  it('is the whole channel for its cards, their threads and their edits', () => {
    const reference = `${SUPPORT};messageid=17|17`;
    expect(keyOf({})).toBe(`teams:${SUPPORT}`);
    expect(keyOf({ thread: reference })).toBe(`teams:${SUPPORT}`);
    expect(keyOf({ edit: reference })).toBe(`teams:${SUPPORT}`);
    expect(keyOf({ thread: '19:other@thread.tacv2;messageid=17|17' })).toBe('teams:19:other@thread.tacv2');
  });

  it('is one person for direct messages', () => {
    const direct = { channel: 'staff-kim', direct: true };
    expect(keyOf(direct)).toBe('teams:@staff-kim');
    expect(keyOf({ ...direct, edit: 'a:1x|17' })).toBe('teams:@staff-kim');
  });

  it('is closed by a refusal, and the tenant when a second one is refused meanwhile; the hour stays open', () => {
    let now = START;
    const refused = createRefusals(() => new Date(now));
    const other = target({ channel: '19:other@thread.tacv2' });
    expect(refused(target(), 3_000)).toEqual([`teams:${SUPPORT}`]);
    expect(refused(target(), 3_000)).toEqual([`teams:${SUPPORT}`]);
    expect(refused(other, 3_000)).toEqual(['teams:19:other@thread.tacv2', 'teams:tenant']);
    now += 3_000;
    expect(refused(target(), 3_000)).toEqual([`teams:${SUPPORT}`]);
  });
});
