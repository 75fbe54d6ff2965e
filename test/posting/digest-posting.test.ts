/** A digest as posting sends it: its message, and below it in the thread what can be opened. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ZonedAudience } from '../../src/domain/digest/audience.js';
import { createPosting, type Posting } from '../../src/posting/create-posting.js';
import { createReportReader } from '../../src/use-cases/report-reader.js';
import { sendDigests } from '../../src/use-cases/send-digests.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, type World } from '../world.js';
import { createMemoryPlatform, type MemoryPlatform } from './memory-platform.js';

const DAY_MS = 86_400_000;
const AUDIENCE: ZonedAudience = {
  name: 'leadership',
  kind: 'leadership',
  minutes: 480,
  timeZone: 'UTC',
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  teams: [],
  to: { channelsOf: [], channels: { desk: 'board' }, people: ['kim@acme.example'] },
  quiet: 'line',
};

let world: World;
let platform: MemoryPlatform;
let posting: Posting;
let read: string[];
let notices: string[];
let kim: string;

beforeEach(async () => {
  world = await createWorld();
  platform = createMemoryPlatform();
  [read, notices] = [[], []];
  const { transaction, redoable } = world.database;
  const report = createReportReader({
    silence: {},
    transaction: (work) =>
      transaction((store) => {
        const findReport: typeof store.findReport = (id) => {
          read.push(id);
          return store.findReport(id);
        };
        return work({ ...store, findReport });
      }),
    clock: world.clock,
  });
  posting = createPosting({
    transaction,
    redoable,
    platforms: [platform],
    fallback: () => 'lobby',
    channelName: (_platform, channel) => channel,
    report,
    clock: world.clock,
    newId: world.newId,
    log: quietLog,
    timing: { leaseMs: 20_000, settleMs: 30_000, unlimited: true },
    notice: (_key, text) => Promise.resolve(void notices.push(text)),
    count: () => undefined,
    wake: () => undefined,
    changed: () => undefined,
    mark: () => undefined,
  });
  kim = await world.staff('Kim');
  await world.database.pool.query(`update staff set email = 'kim@acme.example'`);
});
afterEach(() => world.database.close());

/** The platform in memory stands for one with threads. */
async function tick(): Promise<void> {
  await sendDigests({
    transaction: world.database.transaction,
    audiences: [AUDIENCE],
    channelsOf: () => ({}),
    fallbackTeam: 'fallback',
    silence: {},
    platforms: ['desk'],
    threaded: ['desk'],
    clock: world.clock,
    newId: world.newId,
    notices: { set: () => Promise.resolve(), clear: () => Promise.resolve() },
    changed: () => undefined,
  });
}

async function morning({ quiet = false } = {}): Promise<void> {
  await tick();
  if (!quiet) {
    await world.hear({ customer: { id: 'maria', name: 'Maria' } });
    await world.triageAll();
    await world.database.pool.query(`update messages set state = 'posted', reference = 'x'`);
  }
  world.pass(DAY_MS);
  await tick();
}

async function postAll(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await posting.run(100);
    await posting.drain();
  }
}

const shown = () =>
  [...platform.shown.values()]
    .toSorted(
      (a, b) => a.content.kind.localeCompare(b.content.kind) * -1 || a.channel.length - b.channel.length,
    )
    .map(({ channel, direct, thread, content }) => ({
      to: channel === kim ? 'Kim' : channel,
      direct,
      ...(thread !== undefined && { inThread: true }),
      kind: content.kind,
    }));

it('is a message with its parts in the thread, in a channel and with a person, counted once', async () => {
  await morning();
  await postAll();
  expect(shown()).toEqual([
    { to: 'board', direct: false, kind: 'report' },
    { to: 'Kim', direct: true, kind: 'report' },
    { to: 'board', direct: false, inThread: true, kind: 'parts' },
    { to: 'Kim', direct: true, inThread: true, kind: 'parts' },
  ]);
  expect(read).toHaveLength(1);
});

it('has no thread on a quiet day', async () => {
  await morning({ quiet: true });
  await postAll();
  expect(shown().map(({ kind }) => kind)).toEqual(['report', 'report']);
  const { rows } = await world.database.pool.query(`select 1 from messages where state <> 'posted'`);
  expect(rows).toEqual([]);
});

it('whose outcome is unclear is looked for and found, and its parts follow', async () => {
  await morning();
  platform.script.push(() => ({ outcome: 'unknown', why: 'no answer', landed: true }));
  await postAll();
  world.pass(60_000);
  await posting.recover();
  await postAll();
  expect(
    shown()
      .filter(({ to }) => to === 'board')
      .map(({ kind }) => kind),
  ).toEqual(['report', 'parts']);
});

it('that the platform will not take takes its parts along, and both come when it is tried again', async () => {
  await morning();
  platform.script.push(() => ({ outcome: 'refused', why: 'no' }));
  await postAll();
  const { rows } = await world.database.pool.query<{ id: string; role: string }>(
    `select id, role from messages where state = 'dead' order by seq`,
  );
  expect(rows.map(({ role }) => role)).toEqual(['report', 'detail']);
  await world.database.transaction((store) => store.retryMessage(rows[0]!.id, world.clock()));
  await postAll();
  expect(
    shown()
      .filter(({ to }) => to === 'board')
      .map(({ kind }) => kind),
  ).toEqual(['report', 'parts']);
});

it('that somebody deleted before its parts came is not posted again', async () => {
  await morning();
  platform.script.push(
    () => ({ outcome: 'posted', reference: 'gone' }),
    () => ({ outcome: 'posted', reference: 'gone too' }),
    () => ({ outcome: 'lost', why: 'thread_not_found' }),
    () => ({ outcome: 'channel_gone', why: 'is_archived' }),
  );
  await postAll();
  const { rows } = await world.database.pool.query<{ role: string; state: string }>(
    `select role, state from messages where role in ('report', 'detail') order by seq`,
  );
  expect(rows.map(({ role, state }) => `${role} ${state}`)).toEqual([
    'report posted',
    'report posted',
    'detail dead',
    'detail dead',
  ]);
  const dead = await world.database.transaction((store) => store.deadMessages(10));
  expect(dead.map(({ person, channel }) => person ?? channel).toSorted()).toEqual(['Kim', 'board']);
});
