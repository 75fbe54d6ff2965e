/** Long because everything that can become of a roll-up is told in one place. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../src/cards/note.js';
import type { Line } from '../../src/cards/text.js';
import type { Posting } from '../../src/posting/create-posting.js';
import type { Call } from '../../src/posting/platform.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import { createWorld, type World } from '../world.js';
import { createMemoryPlatform, type MemoryPlatform } from './memory-platform.js';
import { LEASE_MS, postingOn, SETTLE_MS } from './posting-on.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const OVER = 4;
const MOST = 3;

let world: World;
let platform: MemoryPlatform;
let posting: Posting;
let notices: string[];
beforeEach(async () => {
  world = await createWorld();
  platform = createMemoryPlatform(MOST);
  notices = [];
  posting = start();
});
afterEach(() => world.database.close());

function start(more: Parameters<typeof postingOn>[2] = {}): Posting {
  return postingOn(world, platform, {
    rollUpOver: OVER,
    notice: (_key, text) => Promise.resolve(void notices.push(text)),
    ...more,
  });
}

/** One after the other, so that their numbers are in the order in which they came. */
async function openAlerts(count: number, said?: string): Promise<void> {
  for (let each = 0; each < count; each += 1) await world.hear(said === undefined ? {} : { text: said });
  await world.triageAll();
}

/** Until nothing is left to send, with time passing as the channel needs it. */
async function postAll(on = posting): Promise<void> {
  for (let second = 0; second < 40; second += 1) {
    await on.recover();
    await on.run(100);
    await on.drain();
    world.pass(SECOND_MS);
  }
}

const shown = (): Call[] => [...platform.shown.values()];
const notes = (): Note[] => shown().flatMap(({ content }) => (content.kind === 'note' ? [content.note] : []));
const cards = (): number[] =>
  shown().flatMap(({ content, thread }) =>
    content.kind === 'card' && thread === undefined ? [content.card.alert] : [],
  );
const lines = (): string[] =>
  shown().flatMap(({ content }) => (content.kind === 'line' ? [words(content.line)] : []));
const rolled = (): number[][] => notes().map(({ items = [] }) => items.map(({ alert }) => alert));
const words = (line: Line): string =>
  line
    .map((piece) => ('text' in piece ? piece.text : piece.kind === 'person' ? piece.staff.name : '…'))
    .join('');
const rows = (): string[] => notes().flatMap(({ items = [] }) => items.map(({ line }) => words(line)));
const buttons = (): string[] => notes().flatMap(({ items = [] }) => items.map((item) => item.buttons.join()));
const opening = (): string[] => notes().map((note) => words(note.lines[0] ?? []));

describe('a channel for which more cards wait than it takes soon', () => {
  it('gets roll-ups that name every alert once, each with its own button', async () => {
    await openAlerts(8);
    await postAll();
    expect(rolled()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8],
    ]);
    expect(cards()).toEqual([]);
    expect(buttons()).toEqual(Array.from({ length: 8 }, () => 'claim'));
    expect(rows()[0]).toBe('Normal · CX-1 · respond by … (…) · A customer gave 2 of 5, about refunds');
    expect(opening()[0]).toBe(
      '3 wait to be claimed. 3 alerts came at once, more than this channel takes cards. Whoever claims one gets its card, with its thread, in this channel.',
    );
  });

  it('keeps its cards where no more than that wait', async () => {
    await openAlerts(OVER);
    await postAll();
    expect(notes()).toEqual([]);
    expect(cards()).toEqual([1, 2, 3, 4]);
  });

  it('keeps the cards of critical alerts, which are not to be looked for in a list', async () => {
    await openAlerts(2, 'My lawyer will write to you.');
    await openAlerts(4);
    await postAll();
    expect(cards()).toEqual([1, 2]);
    expect(rolled()).toEqual([[3, 4, 5], [6]]);
  });

  it('takes what comes later into a roll-up that waits as well, as far as it has room', async () => {
    await openAlerts(5);
    await posting.recover();
    await openAlerts(2);
    await postAll(start());
    expect(rolled()).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('is not rolled up where more are allowed to wait, nor on a platform that has no limits', async () => {
    await openAlerts(8);
    const never = start({ rollUpOver: 1_000 });
    await postAll(never);
    expect(notes()).toEqual([]);
    platform = createMemoryPlatform();
    await openAlerts(8);
    await postAll(start());
    expect(notes()).toEqual([]);
    expect(shown()).toHaveLength(8);
  });
});

describe('an alert of a roll-up', () => {
  beforeEach(async () => {
    await openAlerts(6);
    await postAll();
  });

  it('gets its own card, with its thread, when somebody claims it; its row leads there', async () => {
    await world.change(2, await world.staff('Kim'), { verb: 'claim' });
    await postAll();
    expect(cards()).toEqual([2]);
    expect(lines()).toEqual(['Kim claimed this within a minute.']);
    expect(rows()[1]).toBe('CX-2 · Claimed by Kim · its card');
    const link = notes()[0]?.items?.[1]?.line.find(({ kind }) => kind === 'link');
    const card = [...platform.shown].find(([, { content }]) => content.kind === 'card')?.[0];
    expect(link).toEqual({ kind: 'link', text: 'its card', url: `https://chat.example/${card}` });
    expect(buttons()).toEqual(['claim', '', 'claim', 'claim', 'claim', 'claim']);
    expect(opening()[0]).toMatch(/^2 wait to be claimed\./u);
  });

  it('changes its row when more is heard, without a card of its own; what was said stands in its thread later', async () => {
    const matter = { customer: { id: 'maria', name: 'Maria' } };
    for (let each = 0; each < 6; each += 1) await world.hear(each === 0 ? matter : {});
    await world.triageAll();
    await postAll(start());
    const calls = platform.calls.length;
    await world.hear({ ...matter, text: 'Still no refund.', externalId: 'again' });
    await world.triageAll();
    await postAll();
    expect(platform.calls.slice(calls).map(({ edit }) => edit !== undefined)).toEqual([true]);
    const maria = notes()
      .flatMap(({ items = [] }) => items)
      .find(({ line }) => words(line).includes('×2 · Maria'));
    await world.change(maria?.alert ?? 0, await world.staff('Kim'), { verb: 'claim' });
    await postAll();
    expect(cards()).toEqual([maria?.alert]);
    expect(lines()).toEqual([
      expect.stringContaining('Still no refund.'),
      expect.stringMatching(/^Kim claimed this/u),
    ]);
  });

  it('gets its own card when it grows graver', async () => {
    const matter = { customer: { id: 'maria', name: 'Maria' } };
    for (let each = 0; each < 6; each += 1) await world.hear(each === 0 ? matter : {});
    await world.triageAll();
    await postAll(start());
    expect(cards()).toEqual([]);
    await world.hear({ ...matter, text: 'My lawyer will hear of this refund.', externalId: 'graver' });
    await world.triageAll();
    await postAll();
    expect(cards()).toHaveLength(1);
  });

  it('keeps no card of its own when the clock says something, which its row shows and its thread tells later', async () => {
    world.pass(241 * MINUTE_MS);
    const calls = platform.calls.length;
    await attendAlerts({
      transaction: world.database.transaction,
      clock: world.clock,
      newId: world.newId,
      policy: world.policy,
      timeZone: 'UTC',
      platforms: ['desk'],
      changed: () => undefined,
    });
    await postAll();
    expect(cards()).toEqual([]);
    expect(platform.calls.slice(calls).every(({ edit }) => edit !== undefined)).toBe(true);
    await world.change(1, await world.staff('Kim'), { verb: 'claim' });
    await postAll();
    expect(lines()).toEqual([
      expect.stringMatching(/^Nobody has claimed this/u),
      expect.stringMatching(/^Kim claimed this/u),
    ]);
  });
});

describe('a roll-up', () => {
  it('whose outcome is unknown is found and adopted, and shows what changed meanwhile', async () => {
    await openAlerts(5);
    platform.script.push(() => ({ outcome: 'unknown', why: 'cut off', landed: true }));
    await posting.recover();
    await posting.run(1);
    await posting.drain();
    await world.change(1, await world.staff('Kim'), { verb: 'claim' });
    world.pass(SETTLE_MS + SECOND_MS);
    await postAll();
    expect(rolled()).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(rows()[0]).toContain('CX-1 · Claimed by Kim');
    expect(cards()).toEqual([1]);
  });

  it('of a process that died is posted once by another', async () => {
    await openAlerts(5);
    platform.script.push(() => ({ outcome: 'posted', reference: 'lost with the process', landed: true }));
    await posting.recover();
    const dying = start({ redoable: () => new Promise(() => undefined) });
    await dying.run(1);
    world.pass(LEASE_MS + SECOND_MS);
    await postAll(start());
    expect(rolled()).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('is gathered once by two processes', async () => {
    await openAlerts(9);
    const other = start();
    await Promise.all([posting.recover(), other.recover()]);
    await postAll();
    expect(
      rolled()
        .flat()
        .sort((a, b) => a - b),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(cards()).toEqual([]);
  });

  it('whose alerts were all claimed before it could go out is not posted', async () => {
    await openAlerts(5);
    await posting.recover();
    const kim = await world.staff('Kim');
    for (const alert of [1, 2, 3, 4, 5]) await world.change(alert, kim, { verb: 'claim' });
    await postAll();
    expect(notes()).toEqual([]);
    expect(cards().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  it('that a channel does not take gives its alerts their own cards, which find their way to the fallback', async () => {
    await openAlerts(5);
    const gone = () => ({ outcome: 'channel_gone', why: 'it is archived' }) as const;
    const works = platform.send.bind(platform);
    platform.send = (call) => (call.channel === 'support' ? Promise.resolve(gone()) : works(call));
    for (let round = 0; round < 5; round += 1) await postAll();
    expect([...cards(), ...rolled().flat()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    expect(
      shown()
        .filter(({ thread }) => !thread)
        .map(({ channel }) => channel),
    ).not.toContain('support');
    expect(notices[0]).toContain('cannot be posted to: it is archived');
  });

  it('that the platform will not take gives its alerts their own cards', async () => {
    await openAlerts(5);
    platform.script.push(
      () => ({ outcome: 'refused', why: 'too long' }),
      () => ({ outcome: 'refused', why: 'too long' }),
    );
    await postAll();
    expect(notes()).toEqual([]);
    expect(cards().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    const dead = await world.database.transaction((store) => store.deadMessages(10));
    expect(dead).toEqual([]);
  });
});
