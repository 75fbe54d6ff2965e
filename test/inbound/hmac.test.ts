import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { createHmacCheck } from '../../src/inbound/hmac.js';

const NEWER = Buffer.from('a secret of sixteen bytes or more');
const OLDER = Buffer.from('another secret of that sort, older');
const BODY = Buffer.from('{"a":1}');

const digest = (key: Buffer, encoding: 'hex' | 'base64' = 'hex') =>
  createHmac('sha256', key).update('v0:1:').update(BODY).digest(encoding);

const check = createHmacCheck({ algorithm: 'sha256', encoding: 'hex', keys: [NEWER, OLDER] });

it('either of two keys is right, and the right digest is found among others', () => {
  expect(check(['v0:1:', BODY], [digest(NEWER)])).toBe(true);
  expect(check(['v0:1:', BODY], ['00', digest(OLDER)])).toBe(true);
});

it('another key, another length, another spelling and no digest are wrong', () => {
  const right = digest(NEWER);
  const wrong = [
    digest(Buffer.alloc(32)),
    right.slice(0, -1),
    `${right}0`,
    right.toUpperCase(),
    digest(NEWER, 'base64'),
    '',
  ];
  expect(check(['v0:1:', BODY], wrong)).toBe(false);
  expect(check(['v0:1:', BODY], [])).toBe(false);
});

it('header values are signed as the bytes they came in', () => {
  const sent = Buffer.from('Zoë', 'utf8');
  const asNodeHandsItOut = sent.toString('latin1');
  const signed = createHmac('sha256', NEWER).update(sent).digest('hex');
  expect(check([asNodeHandsItOut], [signed])).toBe(true);
});

it('a key that can be guessed is refused, and without keys nothing is right', () => {
  expect(() => createHmacCheck({ algorithm: 'sha256', encoding: 'hex', keys: [Buffer.alloc(15)] })).toThrow(
    '16 bytes',
  );
  const none = createHmacCheck({ algorithm: 'sha256', encoding: 'hex', keys: [] });
  expect(none(['v0:1:', BODY], [digest(NEWER)])).toBe(false);
});
