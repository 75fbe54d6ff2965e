/** Long because an answer that is said again is looked at from everywhere where it is counted or told. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventLine } from '../../src/cards/event-line.js';
import type { Score } from '../../src/domain/score.js';
import type { Signal } from '../../src/domain/signal.js';
import { readSummary } from '../../src/use-cases/read-summary.js';
import { aloud } from '../cards/read-aloud.js';
import { onServer } from '../database/test-database.js';
import { createWorld, type World } from '../world.js';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.database.close());

const MINUTE_MS = 60_000;
const ROBIN = { id: 'robin', name: 'Robin Vale' };
const csat = (value: number): Score => ({ metric: 'csat', value, scale: { min: 1, max: 5 } });
/** A rating without words. */
const rating = (value: number, more: Partial<Signal> = {}): Partial<Signal> => ({
  kind: 'survey',
  externalId: 'answer-1',
  customer: ROBIN,
  score: csat(value),
  ...({ text: undefined } as object),
  ...more,
});
const comment = (text: string, value = 1): Partial<Signal> => rating(value, { text });

const view = (alert: number) => world.database.transaction((store) => store.viewAlert(alert));
const alerts = () => world.database.transaction((store) => store.listAlerts({ show: 'all' }, 50));
const history = (alert: number) => world.database.transaction((store) => store.history(alert));
const heard = () => world.database.transaction((store) => store.heard({ limit: 50 }));

async function lines(alert: number): Promise<readonly string[]> {
  const shown = (await view(alert))!;
  return (await history(alert)).flatMap((each) => {
    const told = each.event.kind === 'amended' ? eventLine(each, shown) : undefined;
    return told ? [aloud(told)] : [];
  });
}

/** One after the other, a minute apart, each decided on before the next. */
async function said(...signals: readonly Partial<Signal>[]): Promise<void> {
  for (const signal of signals) {
    await world.hear(signal);
    await world.triageAll();
    world.pass(MINUTE_MS);
  }
}

async function counts(days = 7, passed = 0) {
  world.pass(passed);
  const question = {
    span: { kind: 'days', days },
    timeZone: 'UTC',
    askedAt: world.clock(),
  } as const;
  const { now } = await world.database.transaction((store) =>
    readSummary(store, question, world.clock(), {}),
  );
  const { heard: voices, satisfied, nps } = now.counts;
  return { heard: voices, satisfied: satisfied.n, csat: satisfied.of, nps: nps.of };
}

async function close(alert: number): Promise<void> {
  const kim = await world.staff('Kim');
  await world.change(alert, kim, { verb: 'dismiss', dismissal: 'handled' });
}

describe('a rating whose comment follows', () => {
  it('is one answer of one alert: the card quotes the words, the thread says what came', async () => {
    await said(rating(1), comment('Nobody read what I wrote about my refund.'));
    expect((await alerts()).total).toBe(1);
    const card = await view(1);
    expect(card?.alert.signalCount).toBe(1);
    expect(card?.lead).toMatchObject({
      score: csat(1),
      text: 'Nobody read what I wrote about my refund.',
    });
    expect(await lines(1)).toEqual([
      'Robin Vale added to the rating: “Nobody read what I wrote about my refund.”',
    ]);
    expect(await counts()).toEqual({ heard: 1, satisfied: 0, csat: 1, nps: 0 });
  });

  it('also where its sender sends the words alone, and the card keeps the score', async () => {
    await said(rating(1), rating(1, { text: 'Nobody calls.', ...({ score: undefined } as object) }));
    expect((await view(1))?.lead).toMatchObject({ score: csat(1), text: 'Nobody calls.' });
    expect((await view(1))?.alert.signalCount).toBe(1);
    expect(await counts()).toEqual({ heard: 1, satisfied: 0, csat: 1, nps: 0 });
  });

  it('also in one batch, where the alert is opened by the whole of it', async () => {
    await world.hear(rating(1));
    world.pass(1);
    await world.hear(comment('Nobody calls.'));
    world.pass(1);
    await world.triageAll();
    expect((await alerts()).total).toBe(1);
    expect((await view(1))?.alert.signalCount).toBe(1);
    expect((await view(1))?.lead).toMatchObject({ score: csat(1), text: 'Nobody calls.' });
    expect((await history(1)).map(({ event }) => event.kind)).toEqual(['opened']);
    expect(await counts()).toEqual({ heard: 1, satisfied: 0, csat: 1, nps: 0 });
    expect((await heard()).map(({ alert }) => alert)).toEqual([1, 1]);
  });

  it('also where the words overtake it on their way', async () => {
    const at = world.clock();
    world.pass(MINUTE_MS);
    await said(rating(1, { text: 'On Tuesday.', ...({ score: undefined } as object) }));
    expect((await alerts()).total).toBe(0);
    await said(rating(1, { occurredAt: at }));
    expect(await view(1)).toMatchObject({
      alert: { signalCount: 1 },
      lead: { score: csat(1), text: 'On Tuesday.' },
    });
    expect(await counts()).toEqual({ heard: 1, satisfied: 0, csat: 1, nps: 0 });
  });

  it('raises its alert where the words are graver', async () => {
    await said(rating(1), comment('My lawyer will call.'));
    expect((await alerts()).views.map(({ alert }) => [alert.severity, alert.signalCount])).toEqual([
      ['critical', 1],
    ]);
    expect(await lines(1)).toEqual([
      'Robin Vale added to the rating: “My lawyer will call.” This is now critical.',
    ]);
  });

  it('counts once beside what the customer says besides', async () => {
    await said(
      rating(1, { conversationId: 'chat' }),
      { customer: ROBIN, conversationId: 'chat', text: 'Hello? My refund!' },
      { ...comment('Nobody calls.'), conversationId: 'chat' },
    );
    expect((await view(1))?.alert.signalCount).toBe(2);
    expect((await history(1)).map(({ event }) => event.kind)).toEqual(['opened', 'joined', 'amended']);
  });
});

describe('a score that is changed', () => {
  it('from bad to good counts as good, and its alert stays open and says so', async () => {
    await said(rating(2, { text: 'Where is my refund?' }), rating(5, { text: 'Where is my refund?' }));
    const card = await view(1);
    expect(card?.alert).toMatchObject({ state: 'open', signalCount: 1 });
    expect(card).toMatchObject({ lead: { score: csat(5) }, previousScore: csat(2) });
    expect(await lines(1)).toEqual([
      'Robin Vale rated anew: 5 of 5 (was 2). That alone would need nobody: this stays open until one of you closes it.',
    ]);
    expect(await counts()).toEqual({ heard: 1, satisfied: 1, csat: 1, nps: 0 });
  });

  it('from good to bad opens an alert that knows what it was', async () => {
    await said(rating(5), rating(1));
    expect(await view(1)).toMatchObject({ lead: { score: csat(1) }, previousScore: csat(5) });
    expect((await view(1))?.alert.signalCount).toBe(1);
    expect(await counts()).toEqual({ heard: 1, satisfied: 0, csat: 1, nps: 0 });
  });

  it('among good ones needs nobody, and counts once', async () => {
    await said(rating(4), rating(5, { text: 'Lovely' }));
    expect((await alerts()).total).toBe(0);
    expect(await counts()).toEqual({ heard: 1, satisfied: 1, csat: 1, nps: 0 });
  });

  it('counts when it was first heard', async () => {
    await said(rating(1));
    world.pass(8 * 24 * 60 * MINUTE_MS);
    await said(rating(5));
    expect(await counts(7)).toMatchObject({ heard: 0, csat: 0 });
    expect(await counts(30)).toEqual({ heard: 1, satisfied: 1, csat: 1, nps: 0 });
  });

  it('in one batch is taken as it is in the end', async () => {
    await world.hear(rating(1));
    world.pass(1);
    await world.hear(rating(5));
    world.pass(1);
    await world.triageAll();
    expect((await alerts()).total).toBe(0);
    expect(await counts()).toEqual({ heard: 1, satisfied: 1, csat: 1, nps: 0 });
    expect((await heard()).map(({ reason }) => reason)).toEqual([
      'CSAT 5 of 5 is above the threshold, and no rule fired.',
      'Said anew soon after: what it says now was decided on.',
    ]);
  });

  it('and delivered late, after what was said later, changes nothing', async () => {
    const at = world.clock();
    world.pass(MINUTE_MS);
    await said(rating(5), rating(1, { occurredAt: at }));
    expect((await alerts()).total).toBe(0);
    expect(await counts()).toEqual({ heard: 1, satisfied: 1, csat: 1, nps: 0 });
    await said(rating(2));
    expect(await view(1)).toMatchObject({ lead: { score: csat(2) }, previousScore: csat(5) });
    expect(await counts()).toEqual({ heard: 1, satisfied: 0, csat: 1, nps: 0 });
  });

  it('many times leaves a thread that can be read', async () => {
    await said(...Array.from({ length: 12 }, (_, index) => comment(`Version ${index}`)));
    const { rows } = await world.database.pool.query(
      `select count(*)::int as lines from messages where role = 'line' and alert = 1`,
    );
    expect(rows).toEqual([{ lines: 5 }]);
    expect((await view(1))?.lead.text).toBe('Version 11');
    expect((await view(1))?.alert.signalCount).toBe(1);
  });
});

describe('once the alert is closed', () => {
  it('a comment that follows is told in its thread and opens no other', async () => {
    await said(rating(1));
    await close(1);
    await said(comment('Nobody read what I wrote about my refund.'));
    expect((await alerts()).total).toBe(0);
    const card = await view(1);
    expect(card?.alert.state).toBe('dismissed');
    expect(card?.lead.text).toBe('Nobody read what I wrote about my refund.');
    expect(await lines(1)).toHaveLength(1);
  });

  it('a better score is told in its thread, without asking anybody to close it', async () => {
    await said(rating(1));
    await close(1);
    await said(rating(5));
    expect(await lines(1)).toEqual(['Robin Vale rated anew: 5 of 5 (was 1).']);
    expect((await alerts()).total).toBe(0);
  });

  it.each([
    ['a worse score', rating(1)],
    ['words that are graver than it was', comment('My lawyer will call.', 2)],
  ])('%s is another alert, and still one answer', async (_, again) => {
    await said(rating(2));
    await close(1);
    await said(again);
    const [opened] = (await alerts()).views;
    expect(opened?.alert).toMatchObject({ number: 2, signalCount: 1 });
    expect(await lines(1)).toEqual([]);
    expect(await counts()).toEqual({ heard: 1, satisfied: 0, csat: 1, nps: 0 });
    await said(comment('And another thing.', 1));
    expect(await lines(2)).toHaveLength(1);
    expect((await view(2))?.alert.signalCount).toBe(1);
  });
});

describe('what is no second word about the same', () => {
  it('is another answer, another kind, or another question of one survey', async () => {
    const nps = { metric: 'nps', value: 3, scale: { min: 0, max: 10 } } as const;
    await said(
      rating(1),
      rating(1, { externalId: 'answer-2' }),
      rating(1, { kind: 'review' }),
      rating(1, { score: nps }),
    );
    expect(await counts()).toEqual({ heard: 4, satisfied: 0, csat: 3, nps: 1 });
    expect((await view(1))?.alert.signalCount).toBe(4);
  });

  it('is what a source tells of a ticket, twice in other words', async () => {
    const happened = (happening: string): Partial<Signal> => ({
      kind: 'escalation',
      externalId: 'ticket-1',
      customer: ROBIN,
      text: 'My refund.',
      happening,
    });
    await said(happened('Reopened after it was resolved'), happened('Priority raised from high to urgent'));
    expect(await counts()).toMatchObject({ heard: 2 });
  });
});

describe('where nobody knows who spoke', () => {
  const NOBODY = { customer: undefined } as object;

  it('an edited post is found in the alert that it opened', async () => {
    const post = { kind: 'mention', externalId: 'post-1', ...NOBODY } as const;
    await said({ ...post, text: 'I will ask my lawyer.' }, { ...post, text: 'I asked my lawyer.' });
    expect((await view(1))?.alert.signalCount).toBe(1);
    expect((await view(1))?.lead.text).toBe('I asked my lawyer.');
    expect(await lines(1)).toEqual(['The customer changed the words: “I asked my lawyer.”']);
    expect(await counts()).toMatchObject({ heard: 1 });
  });

  it('also where it is good now', async () => {
    await said(rating(1, NOBODY), rating(5, NOBODY));
    expect(await lines(1)).toHaveLength(1);
    expect(await counts()).toEqual({ heard: 1, satisfied: 1, csat: 1, nps: 0 });
  });
});

describe('on the customer’s page', () => {
  it('each version stands as it was said, and is told from the others', async () => {
    await said(rating(1), comment('Nobody calls.'), comment('Somebody called.', 4));
    const rows = await heard();
    const [{ customerId } = {}] = rows;
    expect(rows.map(({ signal }) => [signal.score?.value, signal.text])).toEqual([
      [4, 'Somebody called.'],
      [1, 'Nobody calls.'],
      [1, undefined],
    ]);
    const profile = await world.database.transaction((store) => store.customerProfile(customerId!, 5));
    expect(profile).toMatchObject({
      heard: { count: 1 },
      entries: 3,
      standings: [{ answers: 1, newest: { value: 4 } }],
    });
  });
});

it('the words of thanks are quoted as they were last said', async () => {
  await said(comment('Good', 5), comment('Good, thank you Ana.', 5));
  const since = new Date(world.clock().getTime() - 60 * MINUTE_MS);
  const { praise } = await world.database.transaction((store) =>
    store.thanksIn({ since, until: world.clock() }, {}),
  );
  expect(praise.map(({ signal }) => signal.text)).toEqual(['Good, thank you Ana.']);
});

it('what was said again before this was known is brought in line by the migration', async () => {
  await said(rating(2), comment('Nobody calls.', 4), rating(1, { externalId: 'answer-2' }));
  const { pool } = world.database;
  const kept = async () =>
    (
      await pool.query<object>(
        `select amends, amended_at is not null as overtaken, metric, score, score_place, signal_count
         from signals s join alerts a on a.number = s.alert order by s.id`,
      )
    ).rows;
  const before = await kept();
  await pool.query('update signals set score_place = (score - 1) / 4, amends = null, amended_at = null');
  await pool.query('update alerts set signal_count = 3');
  const migration = readFileSync('migrations/0017-answers-said-again.sql', 'utf8');
  const [, updates] = /(with again as[\s\S]*?)\ndrop index/u.exec(migration) ?? [];
  await pool.query(updates ?? '');
  expect(await kept()).toEqual(before);
  expect(before).toMatchObject([
    { amends: null, overtaken: true, score: 2, score_place: 0.75, signal_count: 2 },
    { overtaken: false, score: 4 },
    { amends: null, overtaken: false },
  ]);
});

it.runIf(onServer).each([
  ['needs a person', 1],
  ['needs nobody', 5],
])('decided on by several processes at once an answer that %s counts once', async (_, value) => {
  for (let round = 0; round < 8; round += 1) {
    const who = { customer: { id: `customer ${round}` }, externalId: `answer-${round}` };
    await world.hear(rating(value, who));
    world.pass(1);
    await world.hear({ ...comment('Once more.', value), ...who });
    world.pass(1);
  }
  const one: World['triageAll'] = () => world.triageAll(1);
  while ((await Promise.all([one(), one(), one(), one()])).some(({ signals }) => signals > 0));
  expect(await counts()).toEqual({ heard: 8, satisfied: value === 5 ? 8 : 0, csat: 8, nps: 0 });
  const { views } = await alerts();
  expect(views.map(({ alert }) => alert.signalCount)).toEqual(Array(value === 1 ? 8 : 0).fill(1));
});
