/** The way to the language model, over real HTTP, with what is remembered of it in the real database. Long because each way to fail is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCallOpenAi } from '../../src/reading/openai/call-openai.js';
import { createAskModel } from '../../src/reading/openai/create-ask-model.js';
import type { ModelQuestion } from '../../src/use-cases/ask-model.js';
import { createStaffNames } from '../../src/use-cases/staff-names.js';
import {
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';
import { createWorld, type World } from '../world.js';

const MODEL = 'gpt-4.1-mini';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const SHAPE = z.object({ mood: z.enum(['good', 'bad']), words: z.string().max(20).nullable() });
const BAD = { kind: 'answers', with: () => ({ mood: 'bad', words: null }) } as const;
const FAILS = { kind: 'fails', status: 500 } as const;

let world: World;
let service: ModelCounterpart;
let notices: Map<string, string>;
let logged: string[];
let counted: string[];

beforeEach(async () => {
  world = await createWorld();
  service = await startModelCounterpart();
  service.behave(BAD);
  notices = new Map();
  logged = [];
  counted = [];
});
afterEach(async () => {
  await service.close();
  await world.database.close();
});

function asker(
  more: {
    readonly apiKey?: string;
    readonly callsPerDay?: number;
    readonly limitMs?: number;
    readonly name?: string;
  } = {},
) {
  const { apiKey = KEY, callsPerDay = 100, limitMs, name = MODEL } = more;
  const note = (fields: object, message: string): void => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  return createAskModel({
    call: createCallOpenAi({ apiKey, baseUrl: service.baseUrl, name }),
    service: { name, baseUrl: service.baseUrl },
    callsPerDay,
    staff: createStaffNames({ transaction: world.database.transaction, clock: world.clock }),
    transaction: world.database.transaction,
    notices: {
      set: (key, text) => Promise.resolve(void notices.set(key, text)),
      clear: (key) => Promise.resolve(void notices.delete(key)),
    },
    count: { asked: (purpose, outcome) => counted.push(`${purpose}: ${outcome}`), tokens: () => undefined },
    clock: world.clock,
    log: { debug: note, info: note, warn: note, error: note },
    ...(limitMs !== undefined && { limitMs }),
  });
}

const asking = (input = 'It was bad.'): ModelQuestion<z.infer<typeof SHAPE>> => ({
  purpose: 'read a text',
  system: 'Say how it sounds.',
  input,
  people: ['Maria Lopez'],
  shape: 'mood',
  schema: SHAPE,
  maxTokens: 50,
});

describe('a question to the model', () => {
  it('is sent as far as a complaint goes, and as far as it says where it says so', async () => {
    const input = 'refund '.repeat(2_000).trim();
    const { ask } = asker();
    await ask(asking(input));
    await ask({ ...asking(input), mostInput: 20_000 });
    const sent = service.heard().map((each) => each.input.length);
    expect(sent[0]).toBeLessThanOrEqual(4_000);
    expect(sent[1]).toBe(input.length);
  });

  it('is answered in the shape that was asked for, and says which model answered', async () => {
    expect(await asker().ask(asking())).toEqual({
      answer: { mood: 'bad', words: null },
      reader: MODEL,
      kept: false,
    });
    expect(service.heard()).toMatchObject([
      {
        model: MODEL,
        system: 'Say how it sounds.',
        input: 'It was bad.',
        body: { max_completion_tokens: 50, response_format: { json_schema: { name: 'mood', strict: true } } },
      },
    ]);
    expect(service.heard()[0]?.body).not.toHaveProperty('tools');
  });

  it('takes out personal data before it leaves, and cuts what is long', async () => {
    await asker().ask(asking(`Maria here, maria@acme.example, +34 612 345 678. ${'So bad. '.repeat(2_000)}`));
    const [{ input } = { input: '' }] = service.heard();
    expect(input).toMatch(/^\[name\] here, \[email\], \[phone\]\. So bad\./u);
    expect(input.length).toBeLessThanOrEqual(4_000);
  });

  it('holds the whole name of nobody of ours, whoever asks what; whoever came since is known within ten minutes', async () => {
    await world.staff('Kim Larsen');
    const { ask } = asker();
    await ask(asking('Kim Larsen was kind, and no larsen is like Hana Kobayashi.'));
    await world.staff('Kobayashi, Hana');
    world.pass(10 * MINUTE);
    await ask(asking('HANA KOBAYASHI was kind.'));
    expect(service.heard().map(({ input }) => input)).toEqual([
      '[name] was kind, and no larsen is like Hana Kobayashi.',
      '[name] was kind.',
    ]);
  });

  it('holds no name of a colleague who left either', async () => {
    await world.staff('Kim Larsen');
    await world.database.pool.query(`update staff_identities set standing = 'gone'`);
    await asker().ask(asking('Kim Larsen was rude.'));
    expect(service.heard().map(({ input }) => input)).toEqual(['[name] was rude.']);
  });

  it('is asked once for the same words: the answer is kept, for other processes too', async () => {
    await asker().ask(asking());
    expect(await asker().ask(asking())).toMatchObject({ answer: { mood: 'bad' }, kept: true });
    expect(service.heard()).toHaveLength(1);
    await asker({ name: 'another' }).ask(asking());
    expect(service.heard()).toHaveLength(2);
    expect(counted).toEqual(['read a text: answered', 'read a text: kept', 'read a text: answered']);
  });

  it('is asked once more where the service stumbles, and no third time', async () => {
    service.behave(FAILS, BAD);
    expect(await asker().ask(asking('one'))).toMatchObject({ answer: { mood: 'bad' } });
    service.behave(FAILS);
    expect(await asker().ask(asking('two'))).toEqual({ refused: 'failed' });
    expect(service.heard()).toHaveLength(4);
  });

  it.each([
    ['not JSON', { kind: 'says', text: 'It sounds bad to me.' }],
    ['of another shape', { kind: 'answers', with: () => ({ mood: 'murderous', words: null }) }],
    [
      'longer than the shape has room for',
      { kind: 'answers', with: () => ({ mood: 'bad', words: 'x'.repeat(21) }) },
    ],
    ['broken off', { kind: 'stops_early' }],
    ['empty', { kind: 'says', text: '' }],
  ] as const)('whose answer is %s has none', async (_, behaviour) => {
    service.behave(behaviour);
    expect(await asker().ask(asking())).toEqual({ refused: 'unusable' });
    expect(service.heard()).toHaveLength(1);
    expect(await asker().ask(asking())).toEqual({ refused: 'unusable' });
  });

  it('ends after its time, and is not tried again then', async () => {
    service.behave({ kind: 'hangs' });
    const began = performance.now();
    expect(await asker({ limitMs: 300 }).ask(asking())).toEqual({ refused: 'failed' });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(service.heard()).toHaveLength(1);
  });

  it('ends when the process does', async () => {
    service.behave({ kind: 'hangs' });
    const { ask, stop } = asker();
    const answer = ask(asking());
    setTimeout(stop, 200);
    expect(await answer).toEqual({ refused: 'stopping' });
    expect(notices).toEqual(new Map());
  });

  it('waits as long as the service asks, where that is short', async () => {
    service.behave({ kind: 'fails', status: 429, retryAfter: 1 }, BAD);
    const began = performance.now();
    expect(await asker().ask(asking('one'))).toMatchObject({ answer: { mood: 'bad' } });
    expect(performance.now() - began).toBeGreaterThan(950);
    service.behave({ kind: 'fails', status: 429, retryAfter: 30 }, BAD);
    expect(await asker().ask(asking('two'))).toEqual({ refused: 'failed' });
  });
});

describe('after five failures in a row', () => {
  it('nothing is asked for a minute; whoever runs it is told, and told no more once it answers again', async () => {
    const { ask } = asker();
    service.behave({ kind: 'fails', status: 400 });
    for (const text of ['1', '2', '3', '4', '5']) await ask(asking(text));
    expect(await ask(asking('6'))).toEqual({ refused: 'resting' });
    expect(service.heard()).toHaveLength(5);
    expect([...notices.values()].join()).toContain('it does not take the question (400)');
    service.behave(BAD);
    world.pass(59 * SECOND);
    expect(await ask(asking('7'))).toEqual({ refused: 'resting' });
    world.pass(2 * SECOND);
    expect(await ask(asking('8'))).toMatchObject({ answer: { mood: 'bad' } });
    expect(notices).toEqual(new Map());
  });

  it('the second rest is longer than the first', async () => {
    const { ask } = asker();
    service.behave({ kind: 'fails', status: 400 });
    for (const text of ['1', '2', '3', '4', '5']) await ask(asking(text));
    world.pass(61 * SECOND);
    expect(await ask(asking('6'))).toEqual({ refused: 'failed' });
    world.pass(61 * SECOND);
    expect(await ask(asking('7'))).toEqual({ refused: 'resting' });
  });
});

it('a key that is refused rests the model at once, and its notice says what to mend', async () => {
  const { ask } = asker({ apiKey: 'sk-test-wrong' });
  expect(await ask(asking())).toEqual({ refused: 'setup' });
  expect(await ask(asking('again'))).toEqual({ refused: 'resting' });
  expect([...notices.values()]).toEqual([expect.stringContaining('the key was refused')]);
  world.pass(16 * MINUTE);
  expect(await ask(asking('later'))).toEqual({ refused: 'setup' });
});

describe('the budget of a day', () => {
  it('is shared by all processes, told when it is spent, and there again the next day', async () => {
    const one = asker({ callsPerDay: 2 });
    const two = asker({ callsPerDay: 2 });
    await one.ask(asking('1'));
    await two.ask(asking('2'));
    expect(await one.ask(asking('3'))).toEqual({ refused: 'budget' });
    expect(service.heard()).toHaveLength(2);
    expect([...notices.values()]).toEqual([expect.stringContaining('asked 2 times today')]);
    expect(await one.ask(asking('1')), 'what is kept costs nothing').toMatchObject({ kept: true });
    world.pass(24 * 60 * MINUTE);
    expect(await one.ask(asking('3'))).toMatchObject({ kept: false });
    expect(notices).toEqual(new Map());
  });
});

it('neither the words nor the key are in a log line or a notice, whatever fails', async () => {
  const { ask, stop } = asker({ callsPerDay: 9, limitMs: 2_000 });
  service.behave(FAILS, { kind: 'fails', status: 400 }, { kind: 'says', text: 'SECRET WORDS' }, FAILS);
  for (const text of [
    'SECRET WORDS 1',
    'SECRET WORDS 2',
    'SECRET WORDS 3',
    'SECRET WORDS 4',
    'SECRET WORDS 5',
    'SECRET WORDS 6',
  ])
    await ask(asking(text));
  await asker({ apiKey: `${KEY}-wrong` }).ask(asking('SECRET WORDS'));
  stop();
  const said = [...logged, ...notices.values(), ...counted].join('\n');
  expect(logged.length).toBeGreaterThan(0);
  expect(said).not.toContain('SECRET');
  expect(said).not.toContain(KEY);
});
