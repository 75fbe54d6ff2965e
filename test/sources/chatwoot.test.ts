import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chatwoot } from '../../src/sources/chatwoot.js';

const NOW = new Date('2026-11-20T10:45:00Z');
const SECRET = 'the-secret-of-an-older-server';
const BODY = Buffer.from('{"event":"message_created"}');

function verified(
  target: string,
  { unsigned = false, headers = {} }: { readonly unsigned?: boolean; readonly headers?: object } = {},
) {
  const settings = chatwoot.settings.parse({ unsigned });
  const source = chatwoot.create({ name: 'c', secrets: [SECRET], settings });
  return source.verify({ method: 'POST', target, headers: { ...headers }, body: BODY }, NOW).verified;
}

function signed(at = NOW) {
  const timestamp = String(at.getTime() / 1000);
  const digest = createHmac('sha256', SECRET).update(`${timestamp}.`).update(BODY).digest('hex');
  return { 'x-chatwoot-signature': `sha256=${digest}`, 'x-chatwoot-timestamp': timestamp };
}

describe('a server that does not sign', () => {
  it('is refused, whatever its address says, unless the operator says otherwise', () => {
    expect(verified(`/hooks/c?token=${SECRET}`)).toBe(false);
    expect(verified(`/hooks/c?token=${SECRET}`, { unsigned: true })).toBe(true);
  });

  it.each([
    '',
    '?',
    '?token=',
    '?token=another',
    `?token=${SECRET}x`,
    `?Token=${SECRET}`,
    `#token=${SECRET}`,
  ])('is believed by the token of its address, not by “%s”', (query) => {
    expect(verified(`/hooks/c${query}`, { unsigned: true })).toBe(false);
  });

  it('and then a call that is signed must be signed well', () => {
    const target = `/hooks/c?token=${SECRET}`;
    expect(verified('/hooks/c', { unsigned: true, headers: signed() })).toBe(true);
    const stale = signed(new Date(NOW.getTime() - 301_000));
    for (const headers of [
      stale,
      { ...signed(), 'x-chatwoot-signature': 'sha256=00' },
      { 'x-chatwoot-signature': '' },
      { 'x-chatwoot-timestamp': '1' },
    ]) {
      expect(verified(target, { unsigned: true, headers })).toBe(false);
    }
  });
});

it('only sha256= is a signature', () => {
  const { 'x-chatwoot-signature': signature, ...rest } = signed();
  expect(verified('/hooks/c', { headers: { ...rest, 'x-chatwoot-signature': signature } })).toBe(true);
  expect(verified('/hooks/c', { headers: { ...rest, 'x-chatwoot-signature': signature.slice(7) } })).toBe(
    false,
  );
});

it('a secret that can be guessed is not taken', () => {
  expect(chatwoot.checkSecret?.('short')).toBe('is shorter than 16 characters');
  expect(chatwoot.checkSecret?.(SECRET)).toBeUndefined();
});
