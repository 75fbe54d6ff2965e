/** What strangers, broken senders and people with the secret may send to the door of each kind of sender. */
import { randomUUID } from 'node:crypto';
import { bodyOf, type Fixture, readFixtures } from '../contracts/source-fixtures.js';
import { type Content, type Door, dressed, type Header, withHeaders } from './hostile-door.js';
import { hugeOrOdd, oddObject, spoilt } from './hostile-values.js';
import type { Chance } from './seeded.js';
import type { SourceContract } from './source-contracts.js';

/** With what its sender says of it in headers of its own. */
interface Call extends Content {
  readonly said: readonly Header[];
}

const JSON_TYPE = 'application/json';
const MINUTE_MS = 60_000;

/** The door is called as its type: `/hooks/zendesk`. */
export function webhookDoor(contract: SourceContract): Door {
  const { type, secrets } = contract;
  const name = type.type;
  const calls = readFixtures(name).filter(({ body }) => body !== undefined);
  const usualType = contract.contentType ?? JSON_TYPE;
  const path = `/hooks/${name}`;
  const signedFor = (content: Content, secret: string, at = thisSecond()): Header[] => [
    ...withHeaders(contract.sign({ body: content.body, secret, at, id: `msg_${randomUUID()}` })),
  ];
  const contentOf = (chance: Chance): Call => {
    const call = chance.pick(calls);
    const { 'content-type': type = usualType, ...more } = call.headers ?? {};
    // Some senders say in headers what kind of call it is, and what it is about; its id is the signature's.
    const said = Object.entries(more)
      .filter(([header]) => header !== 'webhook-id')
      .map(([header, value]): Header => [header, chance.happens(0.1) ? oddHeader(chance) : value]);
    return { body: bodyFor(chance, name, call), type, said };
  };
  return {
    name,
    at: 'public',
    signed(chance) {
      const content = contentOf(chance);
      const target = chance.happens(0.02) ? oddTarget(chance, path) : path;
      const headers = [...content.said, ...signedFor(content, secrets.newer)];
      return dressed(chance, { content, headers, target });
    },
    unsigned(chance) {
      const content = contentOf(chance);
      const target = chance.happens(0.1) ? oddTarget(chance, path) : path;
      const right = (): Header[] => signedFor(content, secrets.newer);
      const at = (offsetMs: number) => signedFor(content, secrets.newer, thisSecond(offsetMs));
      const headers = chance.pick<() => readonly Header[]>([
        () => [],
        // Who signs no time is believed at any.
        ...(contract.signsTime === false ? [] : [() => at(-10 * MINUTE_MS), () => at(24 * 60 * MINUTE_MS)]),
        () => signedFor({ ...content, body: Buffer.concat([content.body, Buffer.from(' ')]) }, secrets.newer),
        () => signedFor(content, secrets.strange),
        () => right().map(([header]) => [header, 'é'.repeat(200)]),
        () => right().map(([header, value]) => [header, `${value},${value}`.slice(1)]),
        () => [[contract.signatureHeader, 'v1, '.repeat(2_000)]],
        () => [[contract.signatureHeader, 'a'.repeat(64)]],
      ])();
      return dressed(chance, { content, headers: [...content.said, ...headers], target });
    },
  };
}

/** Half of it nearly right: a call in the sender's documented shape, spoilt in a place or not at all. */
function bodyFor(chance: Chance, type: string, call: Fixture): Buffer {
  if (chance.happens(0.4)) return hugeOrOdd(chance);
  if (type === 'standard' && chance.happens(0.6)) return Buffer.from(oddSignals(chance));
  if (chance.happens(0.15)) return bodyOf(call);
  const one = (): string => spoilt(chance, call.body);
  if (chance.happens(0.9)) return Buffer.from(one());
  return Buffer.from(
    `[${Array.from({ length: chance.between(0, chance.happens(0.1) ? 600 : 5) }, one).join()}]`,
  );
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

function oddTarget(chance: Chance, path: string): string {
  return chance.pick([
    '//',
    '/hooks',
    '/hooks/',
    '/hooks/nobody',
    '/hooks/__proto__',
    '/hooks/constructor',
    `${path}/`,
    `${path}%00`,
    '/hooks/%2e%2e/%2e%2e/etc/passwd',
    '/hooks/%zz',
    `${path}?a=1&a=2`,
    `${path}?hub.mode=subscribe&hub.challenge=${'1'.repeat(3_000)}`,
    `/hooks/${'v'.repeat(8_000)}`,
    `http://evil.example${path}`,
    '*',
    '/open/',
  ]);
}

function oddHeader(chance: Chance): string {
  return chance.pick([
    '',
    '__proto__',
    '{}',
    '%00',
    'é'.repeat(200),
    'x'.repeat(4_000),
    '2026-02-30T25:61:00Z',
  ]);
}

/** Senders date their calls to the second. */
function thisSecond(offsetMs = 0): Date {
  return new Date(Math.floor((Date.now() + offsetMs) / 1000) * 1000);
}
