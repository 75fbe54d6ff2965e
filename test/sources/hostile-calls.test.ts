/** Calls in the senders' shapes with something odd in them, by chance and by seed: read or refused, never thrown, never our fault. */
import { describe, expect, it } from 'vitest';
import type { Element } from '../../src/domain/delivery.js';
import type { Signal } from '../../src/domain/signal.js';
import { VERIFIED } from '../../src/inbound/verification.js';
import { ALL_SOURCES } from '../../src/sources/all-sources.js';
import type { SourceType } from '../../src/sources/source.js';
import { type Chance, createChance, readSeed } from '../chaos/seeded.js';
import { oddBody, oddJson } from '../chaos/hostile-values.js';
import { type Fixture, readFixtures } from '../contracts/source-fixtures.js';
import { openDoor } from '../http/door.js';

const NOW = new Date('2026-11-20T10:45:00Z');
const CALLS = 1_500;
const CALLS_BY_HTTP = 120;
const SETTINGS: Readonly<Record<string, object>> = {
  chatwoot: { base_address: 'https://chat.acme.example', read_messages: true },
  meta: { verify_token: 'env:TOKEN', read_messages: true },
};

interface Call {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const PLACEHOLDER = '@odd@';

/** A fixture with one to three of its values replaced, some of its bytes changed, or nothing left of it. */
function oddCall(type: string, fixtures: readonly Fixture[], chance: Chance): Call {
  const { headers = {}, body, raw } = chance.pick(fixtures);
  let text = raw ?? JSON.stringify(body);
  for (let left = chance.between(1, 3); left > 0 && raw === undefined; left -= 1) {
    const value: unknown = JSON.parse(text.includes('1e400') ? JSON.stringify(body) : text);
    text = JSON.stringify(replaceOne(value, chance)).replace(`"${PLACEHOLDER}"`, () => oddJson(chance));
    if (!isJson(text)) break;
  }
  let bytes: Buffer = Buffer.from(text);
  if (chance.happens(0.05)) bytes = oddBody(chance);
  if (chance.happens(0.1)) bytes = bytes.subarray(0, chance.between(0, bytes.length));
  if (chance.happens(0.1) && bytes.length > 0)
    bytes[chance.between(0, bytes.length - 1)] = chance.between(0, 255);
  const contentType = type === 'cloudevents' ? 'application/cloudevents+json' : 'application/json';
  return { headers: { 'webhook-id': 'msg_1', 'content-type': contentType, ...headers }, body: bytes };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One member somewhere in `value` gives way to the placeholder, is doubled, or goes. */
function replaceOne(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(0.1)) return PLACEHOLDER;
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.happens(0.1)) return [...(value as unknown[]), PLACEHOLDER];
    const at = chance.between(0, value.length - 1);
    return value.map((each: unknown, index) => (index === at ? replaceOne(each, chance) : each));
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return { [chance.pick(['a', 'id', 'toString'])]: PLACEHOLDER };
  const key = chance.pick(keys);
  const { [key]: member, ...rest } = value as Readonly<Record<string, unknown>>;
  return chance.happens(0.15) ? rest : { ...value, [key]: replaceOne(member, chance) };
}

function createSource(type: SourceType) {
  const settings = type.settings.parse(SETTINGS[type.type] ?? {});
  return type.create({ name: type.type, secrets: [], settings });
}

/** What the rest of the product takes for granted. */
function unfit({
  occurredAt,
  text,
  score,
  externalId,
  conversationId,
  url,
  tags,
}: Signal): string | undefined {
  const whole = JSON.stringify([text, externalId, conversationId, tags]);
  if (Number.isNaN(occurredAt.getTime())) return 'no time';
  if (whole.includes('\\u0000') || whole.includes('\\ud')) return 'text that cannot be stored';
  if ((text?.length ?? 0) > 20_000 || tags.length > 50) return 'too long';
  if ([externalId, conversationId].some((id) => id === '' || (id?.length ?? 0) > 512)) return 'an odd id';
  if (url !== undefined && !/^https?:\/\//u.test(url)) return 'an odd address';
  if (score && !(score.value >= score.scale.min && score.value <= score.scale.max))
    return 'a score off its scale';
  return undefined;
}

function faultOf(element: Element): string | undefined {
  switch (element.kind) {
    case 'signal':
      return unfit(element.signal);
    case 'ignored':
      return element.reason === '' || element.reason.length > 400 ? 'no reason' : undefined;
    case 'refused':
      return element.faults.length === 0 || element.faults.length > 20 ? 'no faults' : undefined;
  }
}

describe.each(ALL_SOURCES.map((type) => [type.type, type] as const))('%s', (name, type) => {
  const fixtures = readFixtures(name);
  const source = createSource(type);

  it('reads what it can and says what it cannot, whatever it is sent', () => {
    const seed = readSeed();
    const chance = createChance(seed);
    const count = { signals: 0, ignored: 0, refused: 0 };
    for (let call = 0; call < CALLS; call += 1) {
      const { headers, body } = oddCall(name, fixtures, chance);
      const where = `seed ${seed}, call ${call}: ${body.subarray(0, 300).toString('latin1')}`;
      const read = source.read({ method: 'POST', target: '/', headers, body }, NOW);
      if ('faults' in read) {
        count.refused += 1;
        expect(read.faults.length > 0 && read.faults.length <= 20, where).toBe(true);
        continue;
      }
      expect(read.deliveryId.length > 0 && read.deliveryId.length <= 512, where).toBe(true);
      for (const element of read.elements) {
        if (element.kind === 'signal') count.signals += 1;
        if (element.kind === 'ignored') count.ignored += 1;
        expect(faultOf(element), where).toBeUndefined();
      }
    }
    expect(count.signals).toBeGreaterThan(CALLS / 20);
    expect(count.refused).toBeGreaterThan(CALLS / 20);
    console.info(`${name}, seed ${seed}: ${JSON.stringify(count)} of ${CALLS} calls`);
  });

  it('is never answered as if it were our fault', async () => {
    const seed = readSeed();
    const chance = createChance(seed);
    const door = await openDoor({
      sources: new Map([
        [name, { name, source: { ...source, verify: () => VERIFIED }, limits: 'off', retentionDays: 1 }],
      ]),
    });
    const statuses: Record<number, number> = {};
    for (let call = 0; call < CALLS_BY_HTTP; call += 1) {
      const { headers, body } = oddCall(name, fixtures, chance);
      const init = { method: 'POST', headers: withoutOdd(headers), body: new Uint8Array(body) };
      const { status } = await fetch(`http://127.0.0.1:${door.port}/hooks/${name}`, init);
      statuses[status] = (statuses[status] ?? 0) + 1;
      expect([200, 202, 400, 413], `seed ${seed}, call ${call}`).toContain(status);
    }
    expect(door.logged).toEqual([]);
    console.info(`${name}, seed ${seed}: ${JSON.stringify(statuses)}`);
  });
});

/** fetch refuses to send what is no header value. */
function withoutOdd(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([, value]) => /^[\x21-\x7e][\x20-\x7e]*$/u.test(value)),
  );
}
