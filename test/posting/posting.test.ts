/** Long because everything that can become of a message is told in one place. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.js';
import type { Line } from '../../src/cards/text.js';
import { createPosting, type Posting } from '../../src/posting/create-posting.js';
import type { Call, Sent } from '../../src/posting/platform.js';
import { DatabaseAway } from '../../src/use-cases/failures.js';
import { adoptCard } from '../../src/use-cases/adopt-card.js';
import { readReport } from '../../src/use-cases/read-report.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, type World } from '../world.js';
import { createMemoryPlatform, type MemoryPlatform } from './memory-platform.js';
import { postingOn } from './posting-on.js';

const SETTLE_MS = 30_000;
const LEASE_MS = 20_000;

let world: World;
let platform: MemoryPlatform;
let posting: Posting;
let notices: string[];
let counts: string[];

let woken: boolean;
beforeEach(async () => {
  world = await createWorld();
  platform = createMemoryPlatform();
  notices = [];
  counts = [];
  posting = start(platform);
});
afterEach(() => world.database.close());

function start(on: MemoryPlatform): Posting {
  return createPosting({
    transaction: world.database.transaction,
    redoable: world.database.redoable,
    platforms: [on],
    fallback: () => 'lobby',
    report: (id) => world.database.transaction((store) => readReport(store, id, world.clock(), {})),
    channelName: (platform, channel) => `${platform} channel ${channel}`,
    clock: world.clock,
    newId: world.newId,
    log: quietLog,
    timing: { leaseMs: LEASE_MS, settleMs: SETTLE_MS, unlimited: false },
    notice: (_key, text) => Promise.resolve(void notices.push(text)),
    count: (what) => void counts.push(what),
    wake: () => void (woken = true),
    changed: () => undefined,
    mark: () => undefined,
  });
}

async function postAll(): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    woken = false;
    const pause = await posting.run(100);
    await posting.drain();
    if (pause > 0 && !isWoken()) return;
  }
  throw new Error('posting does not come to rest');
}

/** Read through a call: the flag changes while posting awaits, which narrowing does not see. */
function isWoken(): boolean {
  return woken;
}

async function openAlert(): Promise<void> {
  await world.hear({ customer: { id: 'maria', name: 'Maria' } });
  await world.triageAll();
}

const roots = (): Call[] => [...platform.shown.values()].filter(({ thread }) => thread === undefined);
const lines = (): string[] =>
  [...platform.shown.values()].filter(({ thread }) => thread !== undefined).map(words);
const cards = (): Card[] => roots().flatMap(({ content }) => (content.kind === 'card' ? [content.card] : []));

function words({ content }: Call): string {
  if (content.kind === 'card') return content.card.fallback;
  if (content.kind === 'report') return content.report.fallback;
  if (content.kind === 'parts') return content.parts.map(({ title }) => title).join(', ');
  if (content.kind === 'note') return content.note.lines.flatMap(inWords).join(' ');
  return inWords(content.line).join('');
}

function inWords(line: Line): readonly string[] {
  return line.map((piece) =>
    'text' in piece ? piece.text : piece.kind === 'person' ? piece.staff.name : '',
  );
}

describe('a card', () => {
  it('is posted once, edited in place when the alert changes, and told in its thread', async () => {
    await openAlert();
    await postAll();
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'claim' });
    await postAll();
    expect(cards().map(({ state }) => state)).toEqual(['claimed']);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain('Kim claimed this');
  });

  it('shows only the newest state when it changed several times before it could be sent', async () => {
    await openAlert();
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'claim' });
    await world.change(1, kim, { verb: 'release' });
    await postAll();
    expect(platform.calls.filter(({ content }) => content.kind === 'card')).toHaveLength(1);
    expect(cards()[0]?.state).toBe('open');
  });

  it('that changes while it is being sent is edited afterwards', async () => {
    await openAlert();
    const kim = await world.staff('Kim');
    await posting.run(100);
    await world.change(1, kim, { verb: 'claim' });
    await posting.drain();
    await postAll();
    expect(cards()[0]?.state).toBe('claimed');
    expect(lines()).toHaveLength(1);
  });

  it('whose post was lost by the platform is posted anew, with its later lines under the new one', async () => {
    await openAlert();
    await postAll();
    platform.shown.clear();
    platform.script.push(() => ({ outcome: 'lost', why: 'message_not_found' }));
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'claim' });
    await postAll();
    world.pass(5_000);
    await postAll();
    await world.change(1, kim, { verb: 'release' });
    await postAll();
    const [anew] = [...platform.shown].filter(([, { content }]) => content.kind === 'card');
    expect(cards().map(({ state }) => state)).toEqual(['open']);
    expect([...platform.shown.values()].at(-1)?.thread).toBe(anew?.[0]);
  });

  it('whose thread is found gone by a line is posted anew, and the line goes under it', async () => {
    await openAlert();
    await postAll();
    platform.shown.clear();
    await world.change(1, await world.staff('Kim'), { verb: 'claim' });
    platform.script.push(
      () => ({ outcome: 'later', why: 'edit held up' }),
      () => ({ outcome: 'lost', why: 'thread_not_found' }),
    );
    await postAll();
    world.pass(5_000);
    await postAll();
    expect(cards().map(({ state }) => state)).toEqual(['claimed']);
    expect(lines()).toHaveLength(1);
    expect(platform.calls.at(-1)?.thread).toBe([...platform.shown.keys()][0]);
  });
});

describe('order', () => {
  it('keeps the thread behind its card and the lines in the order of events', async () => {
    await openAlert();
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'claim' });
    await world.change(1, kim, { verb: 'release' });
    platform.script.push(() => ({ outcome: 'later', why: '503' }));
    await postAll();
    expect(platform.shown.size).toBe(0);
    world.pass(2_000);
    await postAll();
    world.pass(2_000);
    await postAll();
    world.pass(2_000);
    await postAll();
    expect(lines().map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual(['Kim claimed', 'Kim gave']);
  });

  it('sends what a person just did before what was waiting', async () => {
    await openAlert();
    await postAll();
    await world.hear({ customer: { id: 'a' } }, { customer: { id: 'b' } });
    await world.triageAll();
    await world.change(1, await world.staff('Kim'), { verb: 'claim' });
    platform.calls.length = 0;
    await posting.run(100);
    await posting.drain();
    expect(platform.calls[0]?.edit).toBe('support/1');
  });

  it('lets one failing message block only itself', async () => {
    await world.hear({ customer: { id: 'a' } }, { customer: { id: 'b' } });
    await world.triageAll();
    platform.script.push(() => ({ outcome: 'refused', why: 'invalid_blocks' }));
    await postAll();
    expect(cards()).toHaveLength(1);
    expect(await world.database.transaction((store) => store.deadMessages(10))).toMatchObject([
      { why: 'invalid_blocks' },
    ]);
  });
});

describe('limits', () => {
  it('take no more than the bucket holds and the rest as it refills', async () => {
    await world.hear(...['a', 'b', 'c', 'd', 'e'].map((id) => ({ customer: { id } })));
    await world.triageAll();
    await postAll();
    expect(platform.calls).toHaveLength(2);
    world.pass(1_000);
    await postAll();
    expect(platform.calls).toHaveLength(3);
    world.pass(1_000);
    await postAll();
    expect(platform.calls).toHaveLength(4);
  });

  it('close the bucket that a refusal names, until the time it names', async () => {
    await world.hear({ customer: { id: 'a' } }, { customer: { id: 'b' } });
    await world.triageAll();
    platform.script.push(() => ({
      outcome: 'later',
      why: 'ratelimited',
      afterMs: 30_000,
      closes: ['memory:support'],
    }));
    await postAll();
    expect(roots()).toHaveLength(1);
    await world.hear({ customer: { id: 'c' } });
    await world.triageAll();
    world.pass(29_000);
    await postAll();
    expect(roots()).toHaveLength(1);
    world.pass(2_000);
    await postAll();
    world.pass(2_000);
    await postAll();
    expect(roots()).toHaveLength(3);
  });

  it('do not hold one channel up because another is closed', async () => {
    await openAlert();
    await world.database.transaction((store) =>
      store.saveBuckets([
        {
          key: 'memory:support',
          tokens: 0,
          countedAt: world.clock(),
          closedUntil: new Date(world.clock().getTime() + 60_000),
        },
      ]),
    );
    platform.buckets = ({ channel }) => [{ key: `memory:${channel}-other`, capacity: 1, perSecond: 1 }];
    await postAll();
    expect(roots()).toHaveLength(1);
  });
});

describe('a message that waits for one of two buckets', () => {
  it('waits as long as that one takes, not as long as the slower one would', async () => {
    platform.buckets = () => [
      { key: 'memory:hour', capacity: 600, perSecond: 0.3 },
      { key: 'memory:second', capacity: 1, perSecond: 2 },
    ];
    for (const id of ['a', 'b', 'c', 'd']) await world.hear({ customer: { id } });
    await world.triageAll();
    const shown = [];
    for (let half = 0; half < 4; half += 1) {
      await postAll();
      shown.push(roots().length);
      world.pass(500);
    }
    expect(shown).toEqual([1, 2, 3, 4]);
  });

  it('do not stand still until a clock that was set back is where it was', async () => {
    await world.hear({ customer: { id: 'a' } }, { customer: { id: 'b' } });
    await world.triageAll();
    await postAll();
    world.pass(-3_600_000);
    await world.hear({ customer: { id: 'c' } });
    await world.triageAll();
    await postAll();
    expect(roots()).toHaveLength(3);
  });
});

describe('an unclear answer', () => {
  it('to a post that landed is settled by finding it: it is there once', async () => {
    await openAlert();
    platform.script.push(() => ({ outcome: 'unknown', why: 'reset', landed: true }));
    await postAll();
    await posting.recover();
    await postAll();
    expect(roots()).toHaveLength(1);
    expect(counts).toContain('adopted');
    expect(platform.calls.map(({ edit }) => edit)).toEqual([undefined, 'support/1']);
  });

  it('to a post that did not land is looked into twice, half a minute apart, and then sent again', async () => {
    await openAlert();
    platform.script.push(() => ({ outcome: 'unknown', why: 'time-out' }));
    await postAll();
    await posting.recover();
    world.pass(SETTLE_MS - 1_000);
    await posting.recover();
    await postAll();
    expect(roots()).toHaveLength(0);
    world.pass(2_000);
    await posting.recover();
    await postAll();
    expect(roots()).toHaveLength(1);
    expect(platform.calls).toHaveLength(2);
  });

  it('whose post lands after all although it was sent again is counted and named, once', async () => {
    await openAlert();
    let late: Call | undefined;
    platform.script.push((call) => {
      late = call;
      return { outcome: 'unknown', why: 'time-out' };
    });
    await postAll();
    await posting.recover();
    world.pass(SETTLE_MS + 1_000);
    await posting.recover();
    await postAll();
    if (late) platform.shown.set('support/late', late);
    world.pass(10 * SETTLE_MS);
    await posting.recover();
    await posting.recover();
    expect(counts.filter((count) => count === 'twice')).toHaveLength(1);
    expect(notices).toEqual([expect.stringContaining('CX-1 stands twice')]);
  });

  it('is shown as unconfirmed where the platform offers no way to look, and waits for a person', async () => {
    await openAlert();
    platform.canLook = false;
    platform.script.push(() => ({ outcome: 'unknown', why: 'reset' }));
    await postAll();
    await posting.recover();
    world.pass(3_600_000);
    await posting.recover();
    await postAll();
    expect(platform.calls).toHaveLength(1);
    const [unconfirmed] = await world.database.transaction((store) => store.deadMessages(10));
    expect(unconfirmed?.why).toContain('unconfirmed');
    await world.database.transaction((store) => store.retryMessage(unconfirmed?.id ?? '', world.clock()));
    await postAll();
    expect(roots()).toHaveLength(1);
  });

  it('is settled by who presses on the card: it is edited where it stands, and its thread goes on', async () => {
    await openAlert();
    platform.canLook = false;
    platform.script.push(() => ({ outcome: 'unknown', why: 'reset', landed: true }));
    await postAll();
    await posting.recover();
    const [reference = ''] = platform.shown.keys();
    const seen = { platform: 'desk', channel: 'support', alert: 1, reference } as const;
    const { transaction } = world.database;
    const adopt = () => adoptCard({ transaction, clock: world.clock, wake: () => void (woken = true) }, seen);
    expect(await adopt()).toBe(true);
    expect(await adopt()).toBe(false);
    await world.change(1, await world.staff('Kim'), { verb: 'claim' });
    await postAll();
    expect(cards().map(({ state }) => state)).toEqual(['claimed']);
    expect(roots()).toHaveLength(1);
    expect(lines()).toHaveLength(1);
    expect(await transaction((store) => store.deadMessages(10))).toEqual([]);
  });

  it('is not settled by who presses on another message of ours that names the alert', async () => {
    await openAlert();
    await postAll();
    const [other = ''] = platform.shown.keys();
    await world.hear({ customer: { id: 'ana' } });
    await world.triageAll();
    platform.canLook = false;
    platform.script.push(() => ({ outcome: 'unknown', why: 'reset', landed: true }));
    await postAll();
    await posting.recover();
    expect(roots()).toHaveLength(2);
    const { transaction } = world.database;
    const seen = { platform: 'desk', channel: 'support', alert: 2, reference: other } as const;
    expect(await adoptCard({ transaction, clock: world.clock, wake: () => undefined }, seen)).toBe(false);
  });

  it('to an edit leads to one more edit when it can no longer land, so that it covers nothing newer', async () => {
    await openAlert();
    await postAll();
    const [kim, sam] = [await world.staff('Kim'), await world.staff('Sam')];
    let late: Call | undefined;
    platform.script.push((call) => {
      late = call;
      return { outcome: 'unknown', why: 'reset' };
    });
    await world.change(1, kim, { verb: 'claim' });
    await postAll();
    await world.change(1, kim, { verb: 'reassign', to: sam });
    world.pass(2_000);
    await postAll();
    expect(cards()[0]?.label).toContain('Sam');
    if (late?.edit !== undefined) platform.shown.set(late.edit, late);
    expect(cards()[0]?.label).toContain('Kim');
    world.pass(SETTLE_MS);
    await postAll();
    expect(cards()[0]?.label).toContain('Sam');
    const edits = platform.calls.length;
    world.pass(10 * SETTLE_MS);
    await postAll();
    expect(platform.calls).toHaveLength(edits);
  });

  it('to an edit leads to that one more edit also where the card changes before it, and after the last of several', async () => {
    await openAlert();
    await postAll();
    const [kim, sam] = [await world.staff('Kim'), await world.staff('Sam')];
    let late: Call | undefined;
    const unclear = () =>
      platform.script.push((call) => {
        late = call;
        return { outcome: 'unknown', why: 'reset' };
      });
    unclear();
    await world.change(1, kim, { verb: 'claim' });
    await postAll();
    world.pass(SETTLE_MS - 5_000);
    unclear();
    await postAll();
    world.pass(2_000);
    await postAll();
    world.pass(5_000);
    await world.change(1, kim, { verb: 'reassign', to: sam });
    await postAll();
    expect(cards()[0]?.label).toContain('Sam');
    if (late?.edit !== undefined) platform.shown.set(late.edit, late);
    expect(cards()[0]?.label).toContain('Kim');
    world.pass(SETTLE_MS);
    await postAll();
    expect(cards()[0]?.label).toContain('Sam');
    const edits = platform.calls.length;
    world.pass(10 * SETTLE_MS);
    await postAll();
    expect(platform.calls).toHaveLength(edits);
  });

  it('to an edit is answered by editing again: nothing can double', async () => {
    await openAlert();
    await postAll();
    platform.script.push(() => ({ outcome: 'unknown', why: 'reset', landed: true }));
    await world.change(1, await world.staff('Kim'), { verb: 'claim' });
    await postAll();
    world.pass(10_000);
    await postAll();
    expect(cards().map(({ state }) => state)).toEqual(['claimed']);
  });
});

describe('a sender that died', () => {
  it('between lease and call is followed by another: looked for, then sent once', async () => {
    await openAlert();
    const dead = { ...platform, name: 'desk' as const, send: () => new Promise<never>(() => undefined) };
    await start(dead).run(100);
    await posting.recover();
    await postAll();
    expect(roots()).toHaveLength(0);
    world.pass(LEASE_MS + 1_000);
    await posting.recover();
    world.pass(SETTLE_MS + 1_000);
    await posting.recover();
    await postAll();
    expect(roots()).toHaveLength(1);
  });

  it('cannot write its late result over that of the one who took over', async () => {
    await openAlert();
    let answer: (() => void) | undefined;
    const slow = {
      ...platform,
      send: () =>
        new Promise<{ outcome: 'refused'; why: string }>(
          (resolve) => (answer = () => resolve({ outcome: 'refused', why: 'late' })),
        ),
    };
    const paused = start(slow);
    await paused.run(100);
    world.pass(LEASE_MS + 1_000);
    await posting.recover();
    world.pass(SETTLE_MS + 1_000);
    await posting.recover();
    await postAll();
    answer?.();
    await paused.drain();
    expect(roots()).toHaveLength(1);
    expect(await world.database.transaction((store) => store.deadMessages(10))).toEqual([]);
  });
});

it('what is known of a post is written down however long the database was away, and is not looked for', async () => {
  let isAway = true;
  let tried = 0;
  const { redoable } = world.database;
  const held = postingOn(world, platform, {
    redoable: (work) => {
      tried += 1;
      return isAway ? Promise.reject(new DatabaseAway('away')) : redoable(work);
    },
  });
  platform.canLook = false;
  await openAlert();
  await held.run(100);
  await expect.poll(() => tried).toBeGreaterThan(0);
  world.pass(LEASE_MS + 1_000);
  isAway = false;
  await held.recover();
  await held.drain();
  await held.recover();
  await postAll();
  expect(await world.database.transaction((store) => store.deadMessages(10))).toEqual([]);
  expect(platform.calls).toHaveLength(1);
});

it('a call that outlasts its lease, or a clock that is set forward, is not taken for lost by who makes it', async () => {
  platform.canLook = false;
  await openAlert();
  let answer: (() => void) | undefined;
  const works = { ...platform };
  platform.send = (call) => new Promise((resolve) => (answer = () => void works.send(call).then(resolve)));
  await posting.run(100);
  await expect.poll(() => answer).toBeDefined();
  world.pass(3_600_000);
  await posting.recover();
  answer?.();
  await posting.drain();
  expect(await world.database.transaction((store) => store.deadMessages(10))).toEqual([]);
  expect(roots()).toHaveLength(1);
});

it('a reason in characters that no database takes keeps nothing of what became of the others', async () => {
  await world.hear({ customer: { id: 'maria', name: 'Maria' } }, { customer: { id: 'ben', name: 'Ben' } });
  await world.triageAll();
  platform.script.push(() => ({ outcome: 'refused', why: 'it quotes \ud83d and \u0000' }));
  await postAll();
  expect(roots()).toHaveLength(1);
  const given = await world.database.transaction((store) => store.deadMessages(10));
  expect(given.map(({ why }) => why)).toEqual(['it quotes \ufffd and']);
  world.pass(LEASE_MS + 1_000);
  await posting.recover();
  await postAll();
  expect(platform.calls).toHaveLength(2);
});

describe('a channel that is gone', () => {
  it('sends its card to the fallback with a notice, and the thread follows', async () => {
    await openAlert();
    platform.script.push(() => ({ outcome: 'channel_gone', why: 'is_archived' }));
    await postAll();
    expect(roots().map(({ channel }) => channel)).toEqual(['lobby']);
    expect(lines()[0]).toMatch(/support.*is_archived|is_archived.*support|support/u);
    expect(notices[0]).toContain('support');
  });

  it.each(['edit', 'line'])(
    'sends its card to the fallback also where its edit and its line find out at the same time, the %s first',
    async (first) => {
      await openAlert();
      await postAll();
      const gone: Sent = { outcome: 'channel_gone', why: 'is_archived' };
      const works = { ...platform };
      platform.send = async (call) => {
        if (call.channel !== 'support') return works.send(call);
        const late = (call.edit === undefined ? 'line' : 'edit') !== first;
        if (late) await new Promise((resolve) => setTimeout(resolve, 100));
        return gone;
      };
      await world.change(1, await world.staff('Kim'), { verb: 'claim' });
      await postAll();
      world.pass(1_000);
      await postAll();
      const inLobby = [...platform.shown.values()].filter(({ channel }) => channel === 'lobby');
      expect(inLobby.map(({ content }) => content.kind)).toEqual(['card', 'line', 'line']);
      expect(inLobby.map(words).join(' ')).toContain('Kim claimed');
      expect(await world.database.transaction((store) => store.deadMessages(10))).toEqual([]);
      expect(notices).toEqual([expect.stringContaining('meanwhile')]);
    },
  );

  it('gives the card up, with its lines, where the fallback is gone too; both can be retried', async () => {
    await openAlert();
    platform.script.push(
      () => ({ outcome: 'channel_gone', why: 'is_archived' }),
      () => ({ outcome: 'channel_gone', why: 'not_in_channel' }),
    );
    await postAll();
    const dead = await world.database.transaction((store) => store.deadMessages(10));
    expect(dead.map(({ channel }) => channel)).toContain('lobby');
    for (const { id } of dead)
      await world.database.transaction((store) => store.retryMessage(id, world.clock()));
    await postAll();
    expect(roots().map(({ channel }) => channel)).toEqual(['lobby']);
  });
});

it('a platform that stopped keeps its messages and goes on when it is back', async () => {
  await openAlert();
  platform.script.push(() => ({ outcome: 'platform_stopped', why: 'token_revoked' }));
  await posting.run(100);
  await posting.drain();
  platform.isReady = false;
  await postAll();
  expect(roots()).toHaveLength(0);
  platform.isReady = true;
  await postAll();
  expect(roots()).toHaveLength(1);
});

it('whoever is handed an alert is told directly', async () => {
  await openAlert();
  await postAll();
  const [kim, ana] = [await world.staff('Kim'), await world.staff('Ana')];
  await world.change(1, kim, { verb: 'reassign', to: ana, why: 'she knows them' });
  await postAll();
  const direct = platform.calls.filter((call) => call.direct);
  expect(direct.map(({ channel }) => channel)).toEqual([ana]);
  expect(direct.map(words)[0]).toContain('Kim handed you this: she knows them');
});

describe('a shared summary', () => {
  async function share(id: string, channel = 'support'): Promise<void> {
    const kim = await world.staff('Kim');
    const question = { span: { kind: 'days', days: 7 }, timeZone: 'UTC', askedAt: world.clock() } as const;
    await world.database.transaction((store) => {
      store.keepReport({ id, question, askedBy: kim, place: { platform: platform.name, channel } });
    });
    await world.database.transaction((store) => store.shareReport({ id, by: kim, at: world.clock() }));
  }

  const reports = (): Call[] => roots().filter(({ content }) => content.kind === 'report');

  it('is counted when it is sent, and posted once however often the loop runs', async () => {
    await openAlert();
    await postAll();
    world.pass(1_000);
    await share(world.newId());
    await postAll();
    await postAll();
    expect(reports().map(words)).toEqual([
      'All teams · last 7 days: 1 heard, 1 alert, nothing needs anybody now.',
    ]);
  });

  it('several in one channel are several messages', async () => {
    await share(world.newId());
    await share(world.newId());
    await postAll();
    expect(reports()).toHaveLength(2);
  });

  it('in a channel that cannot be posted to is given up and listed, not moved to another', async () => {
    platform.script.push(() => ({ outcome: 'channel_gone', why: 'Earshot is not in the channel' }));
    await share(world.newId(), 'elsewhere');
    await postAll();
    const dead = await world.database.transaction((store) => store.deadMessages(10));
    expect(dead).toMatchObject([{ channel: 'elsewhere', why: 'Earshot is not in the channel' }]);
    expect(notices[0]).toContain('What was shared there waits under Delivery');
  });
});
