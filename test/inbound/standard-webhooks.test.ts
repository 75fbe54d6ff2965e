import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RawRequest } from '../../src/inbound/raw-request.js';
import { createStandardWebhooksCheck, standardWebhooksKey } from '../../src/inbound/standard-webhooks.js';

// The specification's own test vector: standard-webhooks/standard-webhooks, libraries/javascript/src/webhook.test.ts.
const SECRET = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const TIMESTAMP = 1614265330;
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const BODY = '{"test": 2432232314}';
const NOW = new Date(TIMESTAMP * 1000);

const check = createStandardWebhooksCheck([`whsec_${SECRET}`]);

function call(headers: Readonly<Record<string, string>> = {}, body = BODY): RawRequest {
  const usual = { 'webhook-id': ID, 'webhook-timestamp': String(TIMESTAMP), 'webhook-signature': SIGNATURE };
  return { method: 'POST', target: '/', headers: { ...usual, ...headers }, body: Buffer.from(body) };
}

describe('a Standard Webhooks signature', () => {
  it('is right for the vector of the specification, and with the secret written bare', () => {
    expect(check(call(), NOW)).toEqual({ verified: true });
    expect(createStandardWebhooksCheck([SECRET])(call(), NOW)).toEqual({ verified: true });
  });

  it('is found among several, whatever version the others are of', () => {
    const others = `v1,${'A'.repeat(43)}= v1a,${'B'.repeat(86)}== v2,xyz`;
    expect(check(call({ 'webhook-signature': `${others} ${SIGNATURE}` }), NOW).verified).toBe(true);
    expect(check(call({ 'webhook-signature': others }), NOW).verified).toBe(false);
  });

  it('counts under its own version only', () => {
    for (const version of ['v1a', 'v2', 'V1', '']) {
      const renamed = SIGNATURE.replace('v1,', `${version},`);
      expect(check(call({ 'webhook-signature': renamed }), NOW).verified).toBe(false);
    }
  });

  it('is not looked for in a header that was stuffed', () => {
    const stuffed = `${'v1,AAAA '.repeat(1_000)}${SIGNATURE}`;
    expect(check(call({ 'webhook-signature': stuffed }), NOW).verified).toBe(false);
  });

  it('covers id, time and body', () => {
    expect(check(call({ 'webhook-id': 'msg_other' }), NOW).verified).toBe(false);
    expect(check(call({ 'webhook-timestamp': String(TIMESTAMP + 1) }), NOW).verified).toBe(false);
    expect(check(call({}, `${BODY} `), NOW).verified).toBe(false);
  });

  it('says why it refuses, for the log', () => {
    const late = new Date(NOW.getTime() + 301_000);
    expect(check(call(), late)).toEqual({
      verified: false,
      why: 'webhook-timestamp is more than 5 minutes off',
    });
    expect(check(call({ 'webhook-id': '' }), NOW)).toEqual({
      verified: false,
      why: 'webhook-id, webhook-timestamp or webhook-signature is missing',
    });
  });

  it('refuses a signed time that is no number of seconds', () => {
    const key = Buffer.from(SECRET, 'base64');
    for (const timestamp of [
      '2021-02-25T15:02:10Z',
      '1614265330.0',
      ' 1614265330',
      '-1',
      '1e9',
      '9'.repeat(30),
    ]) {
      const signature = createHmac('sha256', key).update(`${ID}.${timestamp}.${BODY}`).digest('base64');
      const headers = { 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
      expect(check(call(headers), NOW).verified).toBe(false);
    }
  });
});

describe('a Standard Webhooks secret', () => {
  it('is base64 of at least 24 bytes', () => {
    expect(standardWebhooksKey(`whsec_${Buffer.alloc(24, 1).toString('base64')}`)?.byteLength).toBe(24);
    const tooShort = `whsec_${Buffer.alloc(23, 1).toString('base64')}`;
    for (const secret of ['', 'whsec_', tooShort, 'whsec_not base64 at all, but long enough']) {
      expect(standardWebhooksKey(secret)).toBeUndefined();
      expect(() => createStandardWebhooksCheck([secret])).toThrow('24 bytes');
    }
  });
});
