import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createConversation } from '../../../src/conversation/create-conversation.js';
import { createDesk } from '../../../src/platforms/desk/create-desk.js';
import { quietLog } from '../../quiet-log.js';
import { createWorld, type World } from '../../world.js';
import { type Browser, newBrowser, ORIGIN, partOf, wordsOf } from './browse.js';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await createWorld();
  const staffId = await world.staff('Kim');
  const { transaction } = world.database;
  const { clock, newId, policy } = world;
  const desk = createDesk({
    read: transaction,
    conversation: createConversation({
      transaction,
      clock,
      newId,
      policy,
      timeZone: 'UTC',
      changed: () => undefined,
    }),
    people: { kind: 'operator', staffId },
    changes: { subscribe: () => () => undefined, publish: () => undefined },
    retryMessage: () => Promise.resolve(false),
    metrics: () => Promise.resolve(''),
    platforms: () => [],
    channels: ['support'],
    teamOf: () => undefined,
    announce: () => undefined,
    sessionKey: randomBytes(32),
    randomToken: () => randomBytes(32).toString('base64url'),
    clock,
    timeZone: 'UTC',
    log: quietLog,
  });
  browser = newBrowser(desk);
  await browser.get(new URL(desk.openingAddress(ORIGIN)).pathname);
});
afterEach(() => world.database.close());

it('an alert on the real database is read, claimed and resolved, and its customer’s timeline tells', async () => {
  await world.hear({ customer: { id: 'maria', name: 'Maria Lopez' }, text: 'Where is my refund?' });
  await world.triageAll();
  const list = await browser.get('/alerts');
  const [, number] = /id="cx-(\d+)"/u.exec(list.html)!;
  const card = `cx-${number!}`;
  expect(wordsOf(partOf(list.html, card))).toContain('“Where is my refund?”');

  const from = { back: '/alerts', place: 'stream' };
  const claimed = await browser.post(`/alerts/${number!}/claim`, from);
  expect(wordsOf(partOf(claimed.html, card))).toContain('Claimed by Kim');
  const answers = { 'field-outcome': 'recovered', 'field-rootCause': 'refund stuck in review' };
  const resolved = await browser.post(`/alerts/${number!}/resolve/answers`, { ...from, ...answers });
  expect(wordsOf(partOf(resolved.html, card))).toContain('Resolved: recovered');

  const thread = await browser.get(`/alerts/${number!}`);
  expect(wordsOf(partOf(thread.html, 'thread'))).toContain('Kim resolved this');
  const [timeline] = /\/customers\/[0-9a-f-]{36}/u.exec(thread.html)!;
  expect(wordsOf((await browser.get(timeline)).html)).toContain('Where is my refund?');
  for (const path of ['/mine', '/channels/support', '/heard', '/sources', '/delivery'])
    expect((await browser.get(path)).status, path).toBe(200);
});
