import { expect, it } from 'vitest';
import { zendesk } from '../../src/sources/zendesk.js';

const NOW = new Date('2026-11-20T10:45:00Z');

function read(
  body: unknown,
  {
    settings = {},
    headers = {},
  }: { readonly settings?: object; readonly headers?: Readonly<Record<string, string>> } = {},
) {
  const source = zendesk.create({ name: 'z', secrets: [], settings: zendesk.settings.parse(settings) });
  const reading = source.read(
    { method: 'POST', target: '/', headers, body: Buffer.from(JSON.stringify(body)) },
    NOW,
  );
  return 'faults' in reading ? undefined : { deliveryId: reading.deliveryId, element: reading.elements[0] };
}

function signalOf(body: unknown, settings: object = {}) {
  const element = read(body, { settings })?.element;
  return element?.kind === 'signal' ? element.signal : undefined;
}

const csat = (score: unknown, more: object = {}) => ({
  type: 'zen:event-type:ticket.csat_received',
  id: 'e-1',
  time: '2026-11-20T10:40:00Z',
  detail: { id: '1', ...more },
  event: { satisfaction_score: { score } },
});

it('a trigger’s call without an invocation id is known by its bytes', () => {
  const body = { ticket_id: 1, rating: 'Bad' };
  const id = read(body)?.deliveryId;
  expect(id).toMatch(/^[0-9a-f]{64}$/u);
  expect(read(body)?.deliveryId).toBe(id);
  expect(read({ ...body, ticket_id: 2 })?.deliveryId).not.toBe(id);
  expect(read(body, { headers: { 'x-zendesk-webhook-invocation-id': 'i-1' } })?.deliveryId).toBe('i-1');
});

it.each([
  ['GOOD', 1],
  ['good', 1],
  ['Good, I’m satisfied', 1],
  ['BAD', 0],
  ['bad_with_comment', 0],
  ["Bad, I'm unsatisfied", 0],
  ['Schlecht, ich bin unzufrieden', 0],
  ['Mauvais', 0],
  ['Mala, no estoy satisfecho', 0],
  ['Goed!', 1],
])('the rating “%s” is a thumb at %i', (rating, value) => {
  expect(signalOf({ ticket_id: 1, rating })?.score).toEqual({
    metric: 'thumbs',
    value,
    scale: { min: 0, max: 1 },
  });
  expect(signalOf(csat(rating))?.score?.value).toBe(value);
});

it.each([[1], ['2'], [5]])('the rating %j of the newer survey is a CSAT', (rating) => {
  expect(signalOf(csat(rating))?.score).toEqual({
    metric: 'csat',
    value: Number(rating),
    scale: { min: 1, max: 5 },
  });
});

it.each([['Goodness'], ['not good'], ['satisfied'], [0], [6], [true], [{}]])(
  'the rating %j is not guessed at',
  (rating) => {
    expect(read(csat(rating))).toBeUndefined();
  },
);

it('an event whose time is none or absurd happened now', () => {
  for (const time of [undefined, null, 5, 'yesterday', '1970-01-01T00:00:00Z', '2999-01-01T00:00:00Z']) {
    expect(signalOf({ ...csat('BAD'), time })?.occurredAt).toEqual(NOW);
  }
});

it('facts of an odd shape are left out, and lose nothing', () => {
  const odd = {
    requester_id: { a: 1 },
    organization_id: 2 ** 60,
    via: 'web',
    tags: 'a b',
    subject: 5,
    status: null,
  };
  expect(signalOf(csat('BAD', odd))).toEqual({
    kind: 'survey',
    externalId: '1',
    conversationId: '1',
    occurredAt: new Date('2026-11-20T10:40:00Z'),
    tags: ['a', 'b'],
    score: { metric: 'thumbs', value: 0, scale: { min: 0, max: 1 } },
  });
});

it('long texts are cut with an ellipsis, many tags to fifty', () => {
  const body = {
    ...csat('BAD', { tags: Array.from({ length: 80 }, (_, i) => `t${i}`) }),
    event: { satisfaction_score: { score: 'BAD', comment: 'word '.repeat(6_000) } },
  };
  const signal = signalOf(body);
  expect(signal?.text?.length).toBeLessThanOrEqual(20_000);
  expect(signal?.text).toMatch(/word…$/u);
  expect(signal?.tags).toHaveLength(50);
});

it('the link of a ticket is made from the base address, and only http or https from a trigger', () => {
  const settings = { base_address: 'https://acme.zendesk.com/' };
  expect(signalOf(csat('BAD'))?.url).toBeUndefined();
  expect(signalOf(csat('BAD', { id: '../1?a' }), settings)?.url).toBe(
    'https://acme.zendesk.com/agent/tickets/..%2F1%3Fa',
  );
  const trigger = (ticket_url: string) =>
    signalOf({ ticket_id: 1, rating: 'Bad', ticket_url }, settings)?.url;
  expect(trigger('acme.zendesk.com/tickets/1')).toBe('https://acme.zendesk.com/tickets/1');
  expect(trigger('javascript:alert(1)')).toBe('https://acme.zendesk.com/agent/tickets/1');
});

it('the settings refuse what would not work, each by its path', () => {
  const parsed = zendesk.settings.safeParse({
    base_address: 'acme',
    breach_within_minutes: -1,
    escalation_tag: [],
  });
  expect(parsed.error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual([
    '',
    'base_address',
    'breach_within_minutes',
  ]);
});
