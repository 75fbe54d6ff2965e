import { expect, it } from 'vitest';
import { standard } from '../../src/sources/standard.js';
import { CAPS } from '../../src/sources/standard/fields.js';

const NOW = new Date('2026-11-20T10:45:00Z');
const source = standard.create({
  name: 's',
  secrets: [`whsec_${Buffer.alloc(24, 1).toString('base64')}`],
  settings: {},
});

function read(body: unknown, id = 'msg_1') {
  const headers = { 'webhook-id': id };
  return source.read({ method: 'POST', target: '/', headers, body: Buffer.from(JSON.stringify(body)) }, NOW);
}

function signalOf(body: Readonly<Record<string, unknown>>) {
  const reading = read({ kind: 'report', text: 'a', ...body });
  const [element] = 'faults' in reading ? [] : reading.elements;
  return element?.kind === 'signal' ? element.signal : undefined;
}

function faultsOf(body: Readonly<Record<string, unknown>>) {
  const reading = read({ kind: 'report', text: 'a', ...body });
  return 'faults' in reading ? reading.faults : [];
}

it.each([
  ['text', CAPS.text],
  ['external_id', CAPS.id],
  ['conversation_id', CAPS.id],
  ['channel', CAPS.name],
  ['agent', CAPS.name],
  ['location', CAPS.name],
])('%s takes %i characters and not one more', (field, most) => {
  expect(signalOf({ [field]: 'x'.repeat(most) })).toBeDefined();
  expect(faultsOf({ [field]: 'x'.repeat(most + 1) })).toEqual([
    {
      path: field,
      message: `has ${(most + 1).toLocaleString('en-GB')} characters; at most ${most.toLocaleString('en-GB')}`,
    },
  ]);
});

it('takes 50 tags of 100 characters', () => {
  const tags = (count: number, length: number) => ({
    tags: Array.from({ length: count }, (_, i) => String(i).padEnd(length, 'x')),
  });
  expect(signalOf(tags(50, 100))?.tags).toHaveLength(50);
  expect(faultsOf(tags(51, 3))).toEqual([{ path: 'tags', message: 'has 51 tags; at most 50' }]);
  expect(faultsOf(tags(1, 101))).toEqual([{ path: 'tags[0]', message: 'has 101 characters; at most 100' }]);
});

it('takes http and https addresses as a browser reads them, up to 2,048 characters', () => {
  expect(signalOf({ url: 'https://example.com/a b?c="d"' })?.url).toBe('https://example.com/a%20b?c=%22d%22');
  const long = (length: number) => ({ url: 'https://example.com/'.padEnd(length, 'x') });
  expect(signalOf(long(2_048))?.url).toHaveLength(2_048);
  expect(faultsOf(long(2_049))).toHaveLength(1);
  expect(faultsOf({ url: `https://example.com/${'é'.repeat(1_000)}` })).toHaveLength(1);
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    '//a.example',
    'a.example',
    'https://',
  ]) {
    expect(faultsOf({ url })).toHaveLength(1);
  }
});

it('keeps unknown fields in their order until their room is full', () => {
  const { extra = {} } = signalOf({ first: 1, big: 'x'.repeat(CAPS.extra), last: { a: [1, null] } }) ?? {};
  expect(extra).toEqual({ first: 1, last: { a: [1, null] } });
});

it('scales may be of any kind, and a thumb stands at their end', () => {
  const score = (body: Readonly<Record<string, unknown>>) => signalOf(body)?.score;
  expect(score({ metric: 'csat', score: 20, scale: { min: 0, max: 100 } })).toEqual({
    metric: 'csat',
    value: 20,
    scale: { min: 0, max: 100 },
  });
  expect(score({ metric: 'NPS', score: -100, scale: { min: -100, max: 100 } })?.value).toBe(-100);
  expect(score({ metric: 'thumbs', score: 'GOOD', scale: { min: 1, max: 2 } })?.value).toBe(2);
  for (const value of ['constructor', '__proto__', 'fine', true, [], {}]) {
    expect(faultsOf({ metric: 'thumbs', score: value })).toHaveLength(1);
  }
});

it('an address that is none is not an address, so that it joins no strangers', () => {
  for (const email of [
    'n/a',
    'none',
    '-',
    'a@b',
    '@example.com',
    'a b@example.com',
    'a@example.com,b@example.com',
  ]) {
    expect(signalOf({ customer: { email } })).toMatchObject({ extra: { 'customer.email': email } });
    expect(signalOf({ customer: { email } })?.customer).toBeUndefined();
  }
  expect(signalOf({ customer: { email: ' Robin@Vale.example ' } })?.customer?.email).toBe(
    'Robin@Vale.example',
  );
});

it('a call needs an id that can be kept', () => {
  expect(read({ kind: 'report', text: 'a' }, '')).toHaveProperty('faults');
  expect(read({ kind: 'report', text: 'a' }, 'x'.repeat(512))).toHaveProperty('deliveryId');
  expect(read({ kind: 'report', text: 'a' }, 'x'.repeat(513))).toHaveProperty('faults');
});

it('answers a list with the list of results, in order', () => {
  const receipts = [
    { id: 'r-1', outcome: 'duplicate', reason: 'was here' },
    { outcome: 'refused', faults: [] },
  ] as const;
  expect(source.answer({ deliveryId: 'd', list: true, elements: [] }, receipts)).toEqual({
    status: 202,
    body: receipts,
  });
});
