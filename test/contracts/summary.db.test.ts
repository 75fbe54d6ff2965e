/** A summary as people ask for it, read from a real database, and shared. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Line } from '../../src/cards/text.js';
import type { Conversation } from '../../src/conversation/conversation.js';
import { createConversation } from '../../src/conversation/create-conversation.js';
import type { Staff } from '../../src/domain/staff.js';
import { keepHouse } from '../../src/use-cases/keep-house.js';
import { createWorld, type World } from '../world.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PLACE = { platform: 'desk', channel: 'support' } as const;

let world: World;
let conversation: Conversation;
let wanted: number;
let kim: Staff;
let ana: Staff;

beforeEach(async () => {
  world = await createWorld();
  wanted = 0;
  const { clock, newId, policy, database } = world;
  conversation = createConversation({
    transaction: database.transaction,
    clock,
    newId,
    accept: world.accept,
    policy,
    changed: () => undefined,
    wanted: () => (wanted += 1),
    sources: ['voice'],
    channelsOf: () => ({ desk: 'support' }),
    timeZone: 'UTC',
  });
  kim = { id: await world.staff('Kim'), name: 'Kim' };
  ana = { id: await world.staff('Ana'), name: 'Ana' };
});
afterEach(() => world.database.close());

const words = (lines: readonly Line[] = []): readonly string[] =>
  lines.map((line) => line.map((piece) => ('text' in piece ? piece.text : '')).join(''));

const asked = (line: string, more: object = { place: PLACE }) =>
  conversation.command({ actor: kim, line, ...more });

const reports = async (): Promise<readonly object[]> =>
  (
    await world.database.pool.query<{ channel: string; platform: string }>(
      `select channel, platform from messages where role = 'report'`,
    )
  ).rows;

describe('/cx-summary', () => {
  it('tells of all teams, or of the channel’s', async () => {
    await world.hear({ customer: { id: 'maria' } });
    await world.triageAll();
    world.pass(5 * 3_600_000);
    const note = await asked('/cx-summary today');
    expect(words(note.lines)[0]).toMatch(/^All teams · today, /u);
    expect(words(note.lines)[1]).toBe('Needs you now 1 unclaimed past its time');
    expect(note.items).toMatchObject([{ alert: 1, buttons: ['claim', 'dismiss'] }]);
    expect(words(note.after)[0]).toBe('Heard 1 (was 0) · Alerts 1 (was 0)');
    expect(words((await asked('/cx-summary', { team: 'support' })).lines)[0]).toMatch(
      /^Support · last 7 days/u,
    );
  });

  it('shows when the alerts were opened, against the time before', async () => {
    for (const [customer, days] of [
      ['ana', 6],
      ['maria', 3],
      ['jo', 1],
      ['bo', 0],
    ] as const) {
      await world.hear({ customer: { id: customer } });
      await world.hear({ customer: { id: `${customer} too` } });
      await world.triageAll();
      world.pass(days * DAY_MS + MINUTE_MS);
    }
    const note = await asked('/cx-summary 4d');
    expect(note.chart).toMatchObject({
      title: 'Alerts a day',
      series: [
        { name: 'Last 4 days', values: [0, 0, 2, 2] },
        { name: '4 days before', values: [0, 0, 0, 2] },
      ],
    });
    expect(note.chart?.labels).toHaveLength(4);
    expect(await asked('/cx-summary today')).not.toHaveProperty('chart');
  });

  it('answers wrong words with help and an example', async () => {
    expect(words((await asked('/cx-summary 2026-02-30')).lines)).toEqual([
      '“2026-02-30” is no day of the calendar. Days are written 2026-11-20.',
      expect.stringContaining('/cx-summary takes'),
      'Teams: support, fallback. Sources: voice.',
      'For example /cx-summary 7d support',
    ]);
    expect(words((await asked('/cx-sumary yesturday')).lines)[0]).toContain(
      'Did you mean /cx-summary yesterday?',
    );
  });
});

describe('a summary', () => {
  const share = (report: string, actor = kim) => conversation.share({ actor, report });
  const shareId = async (): Promise<string> => {
    const { share: id } = await asked('/cx-summary');
    if (id === undefined) throw new Error('nothing to share');
    return id;
  };

  it('is posted once to the channel it was asked in, however many press at once', async () => {
    const report = await shareId();
    expect(await reports()).toEqual([]);
    const said = await Promise.all(Array.from({ length: 5 }, () => share(report)));
    const first = said.filter((note) => words(note.lines)[0]?.startsWith('Shared:'));
    expect(first).toHaveLength(1);
    expect(await reports()).toEqual([{ platform: 'desk', channel: 'support' }]);
    expect(wanted).toBe(1);
    expect(words((await share(report)).lines)[0]).toContain('It is not posted twice');
  });

  it('is shared by nobody but who asked', async () => {
    const report = await shareId();
    expect(words((await share(report, ana)).lines)[0]).toContain('can no longer be shared');
    expect(await reports()).toEqual([]);
  });

  it('that was asked in no channel cannot be shared', async () => {
    expect(await asked('/cx-summary', {})).not.toHaveProperty('share');
  });

  it('is forgotten after a day where nobody shared it, and kept where somebody did', async () => {
    const [kept, forgotten] = [await shareId(), await shareId()];
    await share(kept);
    world.pass(DAY_MS + 1);
    await keepHouse({ transaction: world.database.transaction, clock: world.clock });
    expect(words((await share(forgotten)).lines)[0]).toContain('can no longer be shared');
    const { rows } = await world.database.pool.query('select id from reports');
    expect(rows).toEqual([{ id: kept }]);
  });
});
