import { describe, expect, it } from 'vitest';
import { createSlackCheck } from '../../../src/platforms/slack/receive/verify.js';
import { signatureHeaders } from '../../counterparts/slack/inbound/signature.js';

const SECRET = '0123456789abcdef0123456789abcdef';
const NOW = new Date('2026-11-20T10:00:00Z');
const NOW_SEC = NOW.getTime() / 1000;
const BODY = '{"type":"event_callback"}';

const check = createSlackCheck(SECRET);

function signed(
  options: { readonly secret?: string; readonly timestampSec?: number; readonly body?: string } = {},
) {
  const { secret = SECRET, timestampSec = NOW_SEC, body = BODY } = options;
  return { headers: signatureHeaders({ secret, timestampSec, body }), body: Buffer.from(body) };
}

describe('Slack’s signature', () => {
  it('is accepted now and at the edges of five minutes, before and after', () => {
    for (const offset of [0, -300, 300]) {
      expect(check(signed({ timestampSec: NOW_SEC + offset }), NOW)).toEqual({ verified: true });
    }
  });

  it('that another program made is accepted', () => {
    // printf 'v0:1795168800:command=%%2Fcx-help&text=' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    const headers = {
      'x-slack-request-timestamp': '1795168800',
      'x-slack-signature': 'v0=367a647c2ee4ea843a6f96aea73bd40b26ea861c520cfa3dc1b09df8aed262b3',
    };
    expect(check({ headers, body: Buffer.from('command=%2Fcx-help&text=') }, NOW)).toEqual({
      verified: true,
    });
  });

  it.each([
    ['more than five minutes old', signed({ timestampSec: NOW_SEC - 301 })],
    ['more than five minutes in the future', signed({ timestampSec: NOW_SEC + 301 })],
    ['an hour in the future', signed({ timestampSec: NOW_SEC + 3_600 })],
    ['made with another secret', signed({ secret: 'another-secret-of-fitting-length' })],
    ['of another body', { ...signed(), body: Buffer.from(`${BODY} `) }],
    [
      'of another time',
      { ...signed(), headers: { ...signed().headers, 'x-slack-request-timestamp': String(NOW_SEC + 1) } },
    ],
    ['cut short', { ...signed(), headers: shortened(signed().headers) }],
    ['of another version', { ...signed(), headers: replaced(signed().headers, 'v0=', 'v1=') }],
    ['in capitals', { ...signed(), headers: replaced(signed().headers, 'v0=', 'V0=') }],
    [
      'with a timestamp that is no number',
      { ...signed(), headers: { ...signed().headers, 'x-slack-request-timestamp': 'now' } },
    ],
    [
      'with a timestamp that is negative',
      { ...signed(), headers: { ...signed().headers, 'x-slack-request-timestamp': `-${NOW_SEC}` } },
    ],
    [
      'without a timestamp',
      { ...signed(), headers: { 'x-slack-signature': signed().headers['x-slack-signature'] } },
    ],
    ['absent', { ...signed(), headers: { 'x-slack-request-timestamp': String(NOW_SEC) } }],
    ['empty', { ...signed(), headers: { ...signed().headers, 'x-slack-signature': '' } }],
  ])('is refused when it is %s', (_, request) => {
    expect(check(request, NOW).verified).toBe(false);
  });

  it('covers bodies that are not text', () => {
    const body = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    const headers = {
      'x-slack-request-timestamp': String(NOW_SEC),
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
    };
    expect(check({ headers, body }, NOW).verified).toBe(false);
  });
});

function shortened(headers: Readonly<Record<string, string>>): Record<string, string> {
  return { ...headers, 'x-slack-signature': headers['x-slack-signature']!.slice(0, -1) };
}

function replaced(
  headers: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Record<string, string> {
  return { ...headers, 'x-slack-signature': headers['x-slack-signature']!.replace(from, to) };
}
