import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { meta } from '../../src/sources/meta.js';

const NOW = new Date('2026-11-20T10:45:00Z');
const APP_SECRET = '0123456789abcdef0123456789abcdef';
const source = meta.create({
  name: 'm',
  secrets: [APP_SECRET],
  settings: meta.settings.parse({ verify_token: 'env:TOKEN' }),
});

const requestOf = (text: string, signedText = text) => ({
  method: 'POST',
  target: '/hooks/m',
  headers: {
    'x-hub-signature-256': `sha256=${createHmac('sha256', APP_SECRET).update(signedText).digest('hex')}`,
  },
  body: Buffer.from(text),
});

it('the bytes with their escapes are what is signed, not what they say', () => {
  const escaped = String.raw`{"object":"page","entry":[{"id":"1","changes":[{"field":"feed","value":{"message":"sp\u00e4t"}}]}]}`;
  const plain = JSON.stringify(JSON.parse(escaped));
  expect(plain).not.toBe(escaped);
  expect(source.verify(requestOf(escaped), NOW).verified).toBe(true);
  expect(source.verify(requestOf(plain, escaped), NOW).verified).toBe(false);
});

const comments = (count: number) => ({
  object: 'page',
  entry: [
    {
      id: '1',
      time: 1_795_085_000,
      changes: Array.from({ length: count }, (_, index) => ({
        field: 'feed',
        value: {
          from: { id: `customer-${index}`, name: `Customer ${index}` },
          item: 'comment',
          comment_id: `2_${index}`,
          post_id: '1_2',
          parent_id: '1_2',
          verb: 'add',
          created_time: 1_795_084_900,
          message: `Number ${index} is lost too.`,
        },
      })),
    },
  ],
});

it('a batch of 1,000 changes is read, whatever its size together; one more is refused', () => {
  const read = source.read(requestOf(JSON.stringify(comments(1_000))), NOW);
  expect('elements' in read && read.elements.filter(({ kind }) => kind === 'signal')).toHaveLength(1_000);
  expect(source.read(requestOf(JSON.stringify(comments(1_001))), NOW)).toEqual({
    faults: [{ path: '', message: 'the body holds 1001 changes and messages: send at most 1000 at once' }],
  });
});
