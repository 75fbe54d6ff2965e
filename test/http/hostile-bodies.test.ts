import { expect, it } from 'vitest';
import { openDoor, post } from './door.js';

/** JSON values that have broken programs: put where a signal has its fields, and where it has none. */
const ODD_VALUES: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '1e15',
  '1e16',
  '1e308',
  '1e400',
  '-1e400',
  '9007199254740993',
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\u202e\\u2066\\ufeff"',
  '"<!channel> <@U1> *b* `c`"',
  '"=cmd|\'/c calc\'!A1"',
  '"__proto__"',
  '"constructor"',
  '"2026-02-30T00:00:00Z"',
  '"+300000-01-01T00:00:00Z"',
  '"javascript:alert(1)"',
  '"http://[::1"',
  `"${'x'.repeat(30_000)}"`,
  '[]',
  '[null]',
  '[[[[]]]]',
  `[${'"t",'.repeat(60)}"t"]`,
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"toString":1,"valueOf":2,"hasOwnProperty":3}',
  '{"min":1,"max":1}',
];

const FIELDS = [
  'kind',
  'score',
  'text',
  'scale',
  'occurred_at',
  'url',
  'tags',
  'customer',
  'author',
  'unknown',
];

/** Whole bodies that are no signal at all. */
const ODD_BODIES: readonly (string | Buffer)[] = [
  ...ODD_VALUES,
  '',
  ' ',
  '{',
  '[',
  ']',
  '{}}',
  '{"kind":"report","text":"a"}garbage',
  'kind=report&text=a',
  '<xml/>',
  '['.repeat(200_000),
  `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
  `${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}`,
  `[${'{},'.repeat(499)}{}]`,
  `[${'1,'.repeat(400_000)}1]`,
  `{"kind":"report","text":"a",${Array.from({ length: 3_000 }, (_, i) => `"k${i}":${i}`).join()}}`,
  `{"kind":"report","text":"a","extra":"${'y'.repeat(900_000)}"}`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.alloc(1_048_577, 0x20),
  Buffer.alloc(1_000_000, 0x22),
];

const bodies = [
  ...FIELDS.flatMap((field) =>
    ODD_VALUES.map((value) => `{"kind":"survey","metric":"csat","score":2,"text":"a","${field}":${value}}`),
  ),
  ...ODD_BODIES,
];

it('no body makes the door fail, and none that is not signed gets in', async () => {
  const { port, deliveries, logged } = await openDoor();
  const statuses = new Map<number, number>();
  for (const body of bodies) {
    const { status } = await post(port, { body });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect([String(body).slice(0, 100), [202, 400, 413].includes(status)]).toEqual([
      String(body).slice(0, 100),
      true,
    ]);
  }
  const accepted = deliveries.length;
  for (const body of bodies.filter((_, index) => index % 3 === 0)) {
    const { status } = await post(port, { body, headers: { 'webhook-id': 'forged' } });
    expect([401, 413]).toContain(status);
  }
  console.info(
    `${bodies.length} signed bodies: ${[...statuses].map(([status, count]) => `${status} × ${count}`).join(', ')}`,
  );
  expect([...statuses.keys()].toSorted()).toEqual([202, 400, 413]);
  expect(deliveries.length).toBe(accepted);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(logged.filter((line) => !line.startsWith('a webhook was not from its sender'))).toEqual([]);
});

it('what gets in can be stored: no U+0000, nothing half, nothing endless, nothing deep', async () => {
  const { port, deliveries } = await openDoor();
  for (const body of bodies) await post(port, { body });
  expect(deliveries.length).toBeGreaterThan(50);
  for (const element of deliveries.flatMap(({ elements }) => elements)) {
    const json = JSON.stringify(element);
    expect(json.isWellFormed()).toBe(true);
    expect(json).not.toMatch(/\\u0000|\\ud[89a-f]|1e\+?400/iu);
    expect(json.length).toBeLessThan(60_000);
  }
});
