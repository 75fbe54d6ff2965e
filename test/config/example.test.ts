import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parse } from 'yaml';
import { DEFAULT_DEADLINES, DEFAULT_THRESHOLDS } from '../../src/config/default-policy.js';
import { earshotJsonSchema } from '../../src/config/json-schema.js';
import { ALL_SOURCES } from '../../src/sources/all-sources.js';
import { settingsOf, SLACK } from './settings-fixture.js';

const EXAMPLE = readFileSync(new URL('../../docs/earshot.example.yaml', import.meta.url), 'utf8');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const GIVEN = {
  yaml: EXAMPLE,
  env: {
    ...SLACK,
    SURVEYS_SECRET: SECRET,
    SURVEYS_OLD_SECRET: SECRET,
    CHATWOOT_SECRET: 'a-secret-of-chatwoot',
    META_APP_SECRET: '0123456789abcdef0123456789abcdef',
    META_VERIFY_TOKEN: 'open sesame',
    EVENTS_SECRET: SECRET,
  },
  files: { '/run/secrets/zendesk': 'a-signing-secret' },
};

describe('docs/earshot.example.yaml', () => {
  it('is read without a fault', () => {
    const { policy, sources, operator } = settingsOf(GIVEN);
    expect(sources.map(({ name, secrets }) => [name, secrets.length])).toEqual([
      ['surveys', 2],
      ['zendesk', 1],
      ['chat', 1],
      ['social', 1],
      ['events', 1],
    ]);
    expect(sources[3]?.settings).toEqual({ verify_token: 'open sesame', read_messages: false });
    expect(policy.teams.map(({ name, channels }) => [name, channels])).toEqual([
      ['support', { slack: '#support', desk: 'support' }],
      ['money matters', { slack: 'C0123456789' }],
      ['legal', { desk: 'legal' }],
    ]);
    expect(operator).toEqual({ name: 'Kim', email: 'kim@acme.example' });
  });

  it('says the defaults where it says that they are', () => {
    const { policy } = settingsOf(GIVEN);
    expect(policy.thresholds).toEqual(DEFAULT_THRESHOLDS);
    expect(policy.deadlines).toEqual(DEFAULT_DEADLINES);
  });

  it('shows every key that there is', () => {
    const shown = new Set(keysIn(parse(EXAMPLE)));
    const known = knownKeys(earshotJsonSchema(ALL_SOURCES));
    expect(known.length).toBeGreaterThan(50);
    expect(known.filter((key) => !shown.has(key))).toEqual([]);
  });
});

describe('docs/earshot.schema.json', () => {
  it('is the schema that earshot.yaml is read by', async () => {
    const schema = JSON.stringify(earshotJsonSchema(ALL_SOURCES), undefined, 2);
    await expect(`${schema}\n`).toMatchFileSnapshot('../../docs/earshot.schema.json');
  });

  it('names the keys of every type of source, and no others', () => {
    const sources = z
      .object({
        items: z.object({ anyOf: z.array(z.looseObject({ properties: z.record(z.string(), z.unknown()) })) }),
      })
      .parse(earshotJsonSchema(ALL_SOURCES).properties?.['sources']).items.anyOf;
    expect(sources.map(({ properties }) => properties['type'])).toMatchObject([
      { const: 'standard' },
      { const: 'zendesk' },
      { const: 'chatwoot' },
      { const: 'meta' },
      { const: 'cloudevents' },
    ]);
    expect(sources.map((each) => each['additionalProperties'])).toEqual(ALL_SOURCES.map(() => false));
    expect(sources.map(({ properties }) => 'base_address' in properties)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [key, ...keysIn(inside)]);
}

/** Every key under `properties`, wherever it stands. */
function knownKeys(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(knownKeys);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, inside]: [string, unknown]) =>
    key === 'properties' && typeof inside === 'object' && inside !== null
      ? [...Object.keys(inside), ...Object.values(inside).flatMap(knownKeys)]
      : knownKeys(inside),
  );
}
