/** `/cx-customer` as people type it, read from a real database. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Note } from '../../src/cards/note.js';
import { createConversation } from '../../src/conversation/create-conversation.js';
import type { Conversation } from '../../src/conversation/conversation.js';
import type { Signal } from '../../src/domain/signal.js';
import type { Staff } from '../../src/domain/staff.js';
import { aloud, noteAloud } from '../cards/read-aloud.js';
import { createWorld, type World } from '../world.js';

const DAY_MS = 86_400_000;
const MARIA = {
  id: 'M-1',
  name: 'María López',
  email: 'maria@acme.example',
  stage: 'active',
  preferredContact: 'phone',
  timeZone: 'Europe/Madrid',
};
const ACME = {
  id: 'acme',
  name: 'Acme',
  tier: 'gold',
  annualValue: 48_000,
  currency: 'EUR',
  owner: 'Bo Berg',
};

let world: World;
let conversation: Conversation;
let kim: Staff;

beforeEach(async () => {
  world = await createWorld();
  conversation = createConversation({
    transaction: world.database.transaction,
    clock: world.clock,
    newId: world.newId,
    accept: world.accept,
    policy: world.policy,
    timeZone: 'UTC',
    changed: () => undefined,
    wanted: () => undefined,
    sources: ['voice'],
    channelsOf: () => ({}),
  });
  kim = { id: await world.staff('Kim'), name: 'Kim' };
});
afterEach(() => world.database.close());

async function said(...signals: readonly Partial<Signal>[]): Promise<void> {
  await world.hear(...signals);
  await world.triageAll();
}

const ask = (line: string): Promise<Note> => conversation.command({ actor: kim, line });
const asked = async (line: string): Promise<string> => {
  const note = await ask(line);
  return [noteAloud(note), ...(note.after ?? []).map(aloud)].join('\n');
};

it('tells who somebody is, how it stands, what waits and all that was said and done', async () => {
  const score = { metric: 'csat', value: 5, scale: { min: 1, max: 5 } } as const;
  await said({ customer: MARIA, account: ACME, text: 'All well, thank you.', score, channel: 'chat' });
  world.pass(5 * DAY_MS);
  await said({ customer: MARIA, channel: 'phone' });
  await world.change(1, kim.id, { verb: 'claim' });
  world.pass(3_600_000);
  const due = new Date(world.clock().getTime() + 3_600_000);
  await world.change(1, kim.id, { verb: 'promise', due, timeZone: 'Europe/Madrid' });
  world.pass(60_000);
  await world.change(1, kim.id, {
    verb: 'log_contact',
    channel: 'call',
    result: 'reached',
    note: 'she is fine',
  });
  await world.change(1, kim.id, { verb: 'resolve', outcome: 'recovered', rootCause: 'refund stuck' });
  world.pass(4 * DAY_MS - 3_660_000);
  await said({ customer: MARIA, text: 'My lawyer will write to you.', channel: 'email' });
  expect(await asked('/cx-customer lopez')).toBe(
    [
      'María López · Acme · gold · €48k a year',
      'active · prefers a phone call · Madrid time · maria@acme.example · account of Bo Berg',
      'Heard 3 times since 09:00, the newest ~09:00 · 3rd contact in 9 days',
      'Scores CSAT 3 of 5 on average of 3; newest 2 of 5, as before',
      'Promised 1 call-back: 1 kept',
      'Open 1 alert is not closed yet:',
      'Critical · CX-2 · María López at Acme gave 2 of 5 after an e-mail exchange about a legal matter · nobody yet, respond by 09:15 (~09:15) [Claim] [Not an issue]',
      'Timeline, the newest first',
      '09:00 · survey by e-mail, CSAT 2 of 5 (voice) · “My lawyer will write to you.” · CX-2, nobody has claimed it yet',
      '10:01 · Kim reached the customer on the phone. The promise is kept. She is fine. · CX-1',
      '10:00 · Kim promised the customer a call-back at 11:00, 12:00 Madrid time. · CX-1',
      '09:00 · survey by phone, CSAT 2 of 5 (voice) · “Third time I call about the same refund.” · CX-1, resolved by Kim: recovered',
      '09:00 · survey in a chat, CSAT 5 of 5 (voice) · “All well, thank you.” · no alert',
    ].join('\n'),
  );
});

it.each(['maria@acme.example', 'M-1', 'CX-1', 'LOP', 'cx customer Lopez', '“María López”'])(
  'the same customer is found by %s',
  async (typed) => {
    await said({ customer: MARIA, account: ACME });
    const line = typed.startsWith('cx') ? typed : `/cx-customer ${typed}`;
    expect((await asked(line)).split('\n')[0]).toBe('María López · Acme · gold · €48k a year');
  },
);

it('whoever is only a name and one voice has no line that says nothing', async () => {
  await said({ customer: { id: 'x', name: 'Jo' }, kind: 'praise', text: 'Lovely.' });
  expect(await asked('/cx-customer jo')).toBe(
    [
      'Jo',
      'Heard once, ~09:00',
      'Open nothing: no alert about them waits for anybody',
      'Timeline',
      '09:00 · praise (voice) · “Lovely.” · no alert',
    ].join('\n'),
  );
});

it('of several each has the line that names only them', async () => {
  await said(
    { customer: { id: '1', name: 'Ana Ruiz', email: 'ana@one.example' }, account: ACME },
    { customer: { id: '2', name: 'Ana Rossi' } },
    { customer: { id: '3', name: 'Ana Ray' }, kind: 'praise', text: 'Thanks' },
  );
  const [first, ...choices] = (await asked('/cx-customer Ana')).split('\n');
  expect(first).toBe('3 customers fit “Ana”. Which one?');
  expect(choices.toSorted()).toEqual([
    expect.stringMatching(/^Ana Ray · heard ~09:00: \/cx-customer [0-9a-f-]{36}$/u),
    'Ana Rossi · heard ~09:00: /cx-customer CX-2',
    'Ana Ruiz · Acme · gold · €48k a year · heard ~09:00: /cx-customer ana@one.example',
  ]);
  for (const choice of choices) {
    const [, name, line] = /^(Ana \w+) .*(\/cx-customer .*)$/u.exec(choice)!;
    expect((await asked(line!)).split('\n')[0]).toMatch(new RegExp(`^${name!}`, 'u'));
  }
});

it('of many there are as many as can be read, and how to see fewer', async () => {
  await said(...Array.from({ length: 12 }, (_, at) => ({ customer: { id: `c${at}`, name: `Ana ${at}` } })));
  const lines = (await asked('/cx-customer ana')).split('\n');
  expect(lines[0]).toBe('More than 8 customers fit “ana”. Which one?');
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe('Type more of the name, or an e-mail address, to see fewer.');
});

it.each([
  [
    '/cx-customer',
    'Which customer? A name or its beginning will do, an e-mail address, a source’s id or an alert: for example /cx-customer Maria Lopez or /cx-customer CX-123.',
  ],
  [
    '/cx-customer Nobody',
    'I know no customer by “Nobody”. A name or its beginning will do, an e-mail address, a source’s id or an alert: for example /cx-customer Maria Lopez or /cx-customer CX-123.',
  ],
  ['/cx-customer CX-99', 'There is no CX-99. /cx-alerts shows what is not closed.'],
  ['/cx-custmer Nobody', "I don't know “/cx-custmer Nobody”. Did you mean /cx-customer Nobody?"],
])('%s is answered kindly', async (typed, answer) => {
  expect(await asked(typed)).toBe(answer);
});

it('an alert with nobody behind it says so', async () => {
  await said({});
  expect(await asked('/cx-customer CX-1')).toBe(
    'Whoever is behind CX-1 gave no name, address or id to know them by.',
  );
});

it('a long timeline is told in parts, each with the line that asks for the next', async () => {
  for (let day = 1; day <= 45; day += 1) {
    await said({ customer: MARIA, kind: 'praise', text: `Day ${day}.` });
    world.pass(DAY_MS);
  }
  const first = (await asked('/cx-customer lopez')).split('\n');
  expect(first.filter((each) => each.includes('“Day'))).toHaveLength(20);
  expect(first.at(-1)).toBe(
    '25 older entries: /cx-customer maria@acme.example more, or the desk under Customers.',
  );
  const second = (await asked('/cx-customer maria@acme.example more')).split('\n');
  expect(second[0]).toBe('María López, older (2)');
  expect(second[1]).toContain('“Day 25.”');
  expect(second.at(-1)).toBe(
    '5 older entries: /cx-customer maria@acme.example more 2, or the desk under Customers.',
  );
  const third = (await asked('/cx-customer maria@acme.example more 2')).split('\n');
  expect([third.length, third.at(-1)]).toEqual([6, expect.stringContaining('“Day 1.”')]);
  expect(await asked('/cx-customer maria@acme.example more 7')).toBe(
    'There is nothing older from María López. /cx-customer maria@acme.example',
  );
});

it('somebody who is called More is found by their name', async () => {
  await said({ customer: { id: 't', name: 'Thomas More' } });
  expect(await asked('/cx-customer Thomas More')).toMatch(/^Thomas More\n/u);
});

it('no more alerts are listed than a message holds', async () => {
  await said(
    ...Array.from({ length: 7 }, (_, at) => ({ customer: MARIA, conversationId: `c${at}`, text: 'Refund!' })),
  );
  const note = await ask('/cx-customer lopez');
  expect(note.items).toHaveLength(5);
  expect(note.lines.map(aloud).at(-1)).toBe('Open 7 alerts are not closed yet; the 5 gravest:');
});
