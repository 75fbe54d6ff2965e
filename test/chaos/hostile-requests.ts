/** What strangers, broken senders and people with the secret may send to the two doors that take a body. */
import { randomUUID } from 'node:crypto';
import { signatureHeaders } from '../counterparts/slack/inbound/signature.js';
import { SIGNING_SECRET } from '../counterparts/slack/workspace.js';
import { standardHeaders } from '../stories/senders.js';
import { type Content, slackContent } from './hostile-slack.js';
import { hugeOrOdd, oddObject } from './hostile-values.js';
import type { RawRequest } from './send-bytes.js';
import type { Chance } from './seeded.js';

export interface HostileRequest extends RawRequest {
  readonly door: 'webhook' | 'slack';
  readonly signed: boolean;
}

type Header = readonly [string, string];

const JSON_TYPE = 'application/json';

/** `trap`: an address that nothing must ever be sent to. */
export function drawRequests(chance: Chance, count: number, trap: string): readonly HostileRequest[] {
  const drawn: HostileRequest[] = [];
  for (let number = 0; number < count; number += 1) {
    const signed = number % 2 === 0;
    const earlier = drawn.filter((each) => each.signed === signed);
    if (earlier.length > 0 && chance.happens(0.05)) drawn.push(chance.pick(earlier));
    else drawn.push(number % 4 < 2 ? toWebhook(chance, signed) : toSlack(chance, signed, trap));
  }
  return drawn;
}

function toWebhook(chance: Chance, signed: boolean): HostileRequest {
  const content: Content = {
    body: chance.happens(0.5) ? Buffer.from(oddSignals(chance)) : hugeOrOdd(chance),
    type: JSON_TYPE,
  };
  const usual = Object.entries(standardHeaders({ body: content.body })).filter(
    ([name]) => name !== 'content-type',
  );
  const headers = signed
    ? usual
    : chance.pick<() => Header[]>([
        () => [],
        () => usual.slice(1),
        () => toPairs(standardHeaders({ body: content.body, offsetSec: -600 })),
        () => toPairs(standardHeaders({ body: content.body, offsetSec: 86_400 })),
        () => toPairs(standardHeaders({ body: `${content.body.toString('latin1')} ` })),
        () => toPairs(standardHeaders({ body: content.body, secret: `whsec_${forged(32)}` })),
        () => usual.map(([name, value]) => [name, value.repeat(200)]),
        () => usual.map(([name, value]) => [name, `${value},${value}`]),
        () => [...usual.slice(0, 2), ['webhook-signature', `v1,${'v1, '.repeat(2_000)}`]],
        () => [...usual, ['webhook-timestamp', '1']],
      ])();
  const target = chance.happens(signed ? 0.02 : 0.1) ? oddTarget(chance) : '/hooks/voice';
  return { door: 'webhook', signed, ...dressed(chance, { content, headers, target, signed }) };
}

const SIGNAL = {
  kind: '"survey"',
  metric: '"csat"',
  score: '1',
  scale: '{"min":1,"max":5}',
  text: '"Refund?"',
  external_id: '"answer"',
  conversation_id: '"conversation"',
  occurred_at: '"2026-11-20T09:00:00Z"',
  url: '"https://example.com/a"',
  tags: '["a"]',
  author: '{"name":"A","reach":3}',
  account: '{"id":"acme","annual_value":1}',
  customer: '{"id":"maria","email":"maria@example.com"}',
};

function oddSignals(chance: Chance): string {
  const one = (): string => oddObject(chance, { ...SIGNAL, external_id: `"${randomUUID()}"` });
  if (chance.happens(0.8)) return one();
  return `[${Array.from({ length: chance.between(0, chance.happens(0.1) ? 600 : 5) }, one).join()}]`;
}

function toSlack(chance: Chance, signed: boolean, trap: string): HostileRequest {
  const content = slackContent(chance, trap);
  const offsetSec = signed ? 0 : chance.pick([-600, 86_400, 0]);
  const secret = signed || offsetSec !== 0 ? SIGNING_SECRET : forged(16);
  const timestampSec = Math.floor(Date.now() / 1000) + offsetSec;
  const right = toPairs(signatureHeaders({ secret, timestampSec, body: content.body }));
  const headers =
    signed || offsetSec !== 0
      ? right
      : chance.pick([[], right.slice(0, 1), right.slice(1), right, [...right, ...right]]);
  const target = chance.happens(0.03) ? '/slack/events?ssl_check=1' : '/slack/events';
  return { door: 'slack', signed, ...dressed(chance, { content, headers, target, signed }) };
}

/** Everything around the body that a sender may get wrong. What makes a signature invalid is left out where it is to be right. */
function dressed(
  chance: Chance,
  given: {
    readonly content: Content;
    readonly headers: readonly Header[];
    readonly target: string;
    readonly signed: boolean;
  },
): RawRequest {
  const { content, target } = given;
  const type = chance.happens(0.05)
    ? chance.pick([
        'text/plain',
        'multipart/form-data; boundary=x',
        `${content.type}; charset=utf-16`,
        'x'.repeat(4_000),
        '',
      ])
    : content.type;
  const headers: Header[] = [['content-type', type], ...given.headers];
  if (chance.happens(0.03)) headers.push(['content-encoding', chance.pick(['gzip', 'br', 'identity, gzip'])]);
  if (chance.happens(0.03)) headers.push(['content-type', 'text/html']);
  if (chance.happens(0.02)) headers.push(['x-filler', 'y'.repeat(chance.between(1_000, 40_000))]);
  if (chance.happens(0.02)) headers.push(['expect', '100-continue']);
  if (chance.happens(0.01)) headers.push(['transfer-encoding', 'chunked']);
  if (chance.happens(0.01))
    headers.push(['content-length', chance.pick(['-1', '1e3', '99999999999', '0x10'])]);
  const method = chance.happens(0.03)
    ? chance.pick(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD'])
    : 'POST';
  const cut = content.body.length > 1 && chance.happens(0.03);
  return {
    method,
    target,
    headers,
    body: content.body,
    ...(cut && { missing: chance.between(1, content.body.length) }),
  };
}

function oddTarget(chance: Chance): string {
  return chance.pick([
    '//',
    '/hooks',
    '/hooks/',
    '/hooks/nobody',
    '/hooks/__proto__',
    '/hooks/constructor',
    '/hooks/voice/',
    '/hooks/voice%00',
    '/hooks/%2e%2e/%2e%2e/etc/passwd',
    '/hooks/%zz',
    '/hooks/voice?a=1&a=2',
    `/hooks/${'v'.repeat(8_000)}`,
    'http://evil.example/hooks/voice',
    '*',
    '/slack/events/',
    '/metrics',
    '/open/',
  ]);
}

function toPairs(headers: Readonly<Record<string, string>>): Header[] {
  return Object.entries(headers).filter(([name]) => name !== 'content-type');
}

function forged(bytes: number): string {
  return Buffer.alloc(bytes, 7).toString('base64');
}
