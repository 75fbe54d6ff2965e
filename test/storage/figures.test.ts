/** Long because every figure is counted in one place, on the same few customers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/alert.js';
import type { Score } from '../../src/domain/score.js';
import type { Signal } from '../../src/domain/signal.js';
import type { Summary } from '../../src/domain/figures/summary.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import type { Silence } from '../../src/domain/follow-up/silence.js';
import { readSummary } from '../../src/use-cases/read-summary.js';
import { createWorld, type World } from '../world.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.database.close());

function csat(value: number): Score {
  return { metric: 'csat', value, scale: { min: 1, max: 5 } };
}

async function said(...signals: readonly Partial<Signal>[]): Promise<void> {
  await world.hear(...signals);
  await world.triageAll();
}

const summary = (
  asked: { readonly days?: number; readonly team?: string; readonly source?: string } = {},
  silence: Silence = {},
) => {
  const { days = 7, ...scope } = asked;
  const question = {
    span: { kind: 'days', days },
    timeZone: 'UTC',
    askedAt: world.clock(),
    ...scope,
  } as const;
  return world.database.transaction((store): Promise<Summary> =>
    readSummary(store, question, world.clock(), silence),
  );
};

/** An alert of a customer of its own, claimed and resolved after so many minutes. */
async function handled(
  name: string,
  minutes: { readonly claim: number; readonly resolve?: number; readonly outcome?: Outcome },
): Promise<void> {
  await said({ customer: { id: name } });
  const { rows } = await world.database.pool.query<{ number: string }>(
    'select max(number) as number from alerts',
  );
  const alert = Number(rows[0]?.number);
  const kim = await world.staff('Kim');
  world.pass(minutes.claim * MINUTE_MS);
  await world.change(alert, kim, { verb: 'claim' });
  if (minutes.resolve === undefined) return;
  world.pass((minutes.resolve - minutes.claim) * MINUTE_MS);
  await world.change(alert, kim, {
    verb: 'resolve',
    outcome: minutes.outcome ?? 'recovered',
    rootCause: 'refunds',
  });
}

describe('figures of a period', () => {
  it('count each voice where it was heard, and hold the days before against them', async () => {
    await said({ score: csat(5) }, { score: csat(4) });
    world.pass(7 * DAY_MS);
    await said(...[1, 2, 4, 5, 5].map((value) => ({ score: csat(value) })));
    world.pass(HOUR_MS);
    const { now, previous } = await summary();
    expect(now.counts).toMatchObject({ heard: 5, satisfied: { n: 3, of: 5 }, alerts: 2 });
    expect(now.csat).toEqual({ value: 0.6, n: 5 });
    expect(previous.counts).toMatchObject({ heard: 2, satisfied: { n: 2, of: 2 }, alerts: 0 });
    expect(previous.csat).toBeUndefined();
  });

  it('take promoters from nine on and detractors up to six', async () => {
    const scores = [10, 9, 8, 7, 6, 0].map((value) => ({
      score: { metric: 'nps', value, scale: { min: 0, max: 10 } } as const,
    }));
    await said(...scores);
    world.pass(MINUTE_MS);
    const { now } = await summary();
    expect(now.counts.nps).toEqual({ promoters: 2, detractors: 2, of: 6 });
    expect(now.nps).toMatchObject({ value: 0, n: 6 });
  });

  it('measure from opening to the first owner and to resolving, and what came of it', async () => {
    for (const [index, claim] of [2, 4, 6, 8, 100].entries()) {
      await handled(`customer ${index}`, {
        claim,
        resolve: claim + 60,
        outcome: index === 0 ? 'no_reply' : 'recovered',
      });
    }
    world.pass(1);
    const { now } = await summary();
    expect(now.toClaim).toEqual({ n: 5, medianMs: 6 * MINUTE_MS, ninthDecileMs: 63.2 * MINUTE_MS });
    expect(now.toResolve).toMatchObject({ n: 5, medianMs: 66 * MINUTE_MS });
    expect(now.recovered).toEqual({ value: 0.8, n: 5 });
  });

  it('count a deadline when it falls due, kept or not, also of what nobody ever took', async () => {
    await handled('in time', { claim: 10 });
    await handled('late', { claim: 5 * 60 });
    await said({ customer: { id: 'nobody' } });
    await said({ customer: { id: 'set aside' } });
    const ana = await world.staff('Ana');
    await world.change(4, ana, { verb: 'dismiss', dismissal: 'misread' });
    expect((await summary()).now.counts.answeredInTime).toEqual({ n: 1, of: 2 });
    world.pass(5 * HOUR_MS);
    const { now } = await summary();
    expect(now.counts.answeredInTime).toEqual({ n: 1, of: 3 });
    expect(now.counts.dismissed).toBe(1);
    expect(now.answeredInTime).toBeUndefined();
  });

  it('who takes an alert over, or has it again after a release, changes nothing about its first owner', async () => {
    await handled('maria', { claim: 3 });
    const [kim, ana] = [await world.staff('Kim'), await world.staff('Ana')];
    world.pass(HOUR_MS);
    await world.change(1, kim, { verb: 'release' });
    await world.change(1, ana, { verb: 'claim' });
    const { now } = await summary();
    expect(now.counts.claimed).toEqual({ n: 1, medianMs: 3 * MINUTE_MS, ninthDecileMs: 3 * MINUTE_MS });
  });

  it('of an alert that was reopened ask who took it since', async () => {
    await handled('maria', { claim: 3, resolve: 60 });
    const kim = await world.staff('Kim');
    await world.change(1, kim, { verb: 'reopen' });
    world.pass(5 * HOUR_MS);
    const { now, needs } = await summary();
    expect(needs.counts.unclaimed).toBe(1);
    expect(now.counts.answeredInTime).toEqual({ n: 0, of: 1 });
    expect(now.counts).toMatchObject({ alerts: 1, resolved: { n: 0 }, claimed: { n: 1 } });
    await world.change(1, kim, { verb: 'claim' });
    await world.change(1, kim, { verb: 'resolve', outcome: 'recovered', rootCause: 'x' });
    world.pass(1);
    const { counts } = (await summary()).now;
    expect(counts).toMatchObject({
      alerts: 1,
      resolved: { n: 1 },
      claimed: { n: 1 },
      outcomes: { recovered: 1 },
    });
  });

  it('count a promise once, when it is settled: kept, late or broken', async () => {
    const kim = await world.staff('Kim');
    const promised = async (name: string): Promise<number> => {
      await said({ customer: { id: name } });
      const { rows } = await world.database.pool.query<{ number: string }>(
        'select max(number) as number from alerts',
      );
      const alert = Number(rows[0]?.number);
      await world.change(alert, kim, { verb: 'claim' });
      const due = new Date(world.clock().getTime() + HOUR_MS);
      await world.change(alert, kim, { verb: 'promise', due, timeZone: 'UTC' });
      return alert;
    };
    const reached = { verb: 'log_contact', channel: 'call', result: 'reached' } as const;
    const [kept, late, moved, closed] = [
      await promised('kept'),
      await promised('late'),
      await promised('moved'),
      await promised('closed'),
    ];
    await promised('broken');
    await world.change(kept, kim, reached);
    await world.change(kept, kim, reached);
    const due = new Date(world.clock().getTime() + 2 * DAY_MS);
    await world.change(moved, kim, { verb: 'promise', due, timeZone: 'UTC' });
    world.pass(90 * MINUTE_MS);
    await world.change(late, kim, reached);
    await world.change(closed, kim, { verb: 'resolve', outcome: 'no_reply', rootCause: 'x' });
    world.pass(HOUR_MS);
    const attendDeps = { ...world, transaction: world.database.transaction };
    await attendAlerts({ ...attendDeps, platforms: [], timeZone: 'UTC', changed: () => undefined });
    world.pass(1);
    expect((await summary({ days: 1 })).now.counts.promises).toEqual({ kept: 1, late: 1, broken: 2 });
    expect((await summary({ team: 'fallback' })).now.counts.promises).toEqual({
      kept: 0,
      late: 0,
      broken: 0,
    });
    world.pass(DAY_MS);
    const { now, previous } = await summary({ days: 1 });
    expect(now.counts.promises).toEqual({ kept: 0, late: 0, broken: 0 });
    expect(previous.counts.promises).toEqual({ kept: 1, late: 1, broken: 2 });
    expect(previous.promisesKept).toBeUndefined();
  });

  it('are of a team’s own voices, the happy ones too, and of one source where one is asked for', async () => {
    await said({ score: csat(5) }, { score: csat(1) });
    world.pass(MINUTE_MS);
    expect((await summary({ team: 'support' })).now.counts).toMatchObject({ heard: 2, alerts: 1 });
    expect((await summary({ team: 'fallback' })).now.counts).toMatchObject({ heard: 0, alerts: 0 });
    expect((await summary({ source: 'voice' })).now.counts).toMatchObject({ heard: 2, alerts: 1 });
    expect((await summary({ source: 'zendesk' })).now.counts).toMatchObject({ heard: 0, alerts: 0 });
  });
});

describe('what needs somebody now', () => {
  it('is what nobody took in time, what is not resolved in time, and whose owner is silent, in this order', async () => {
    await handled('silent', { claim: 1 });
    await handled('breached', { claim: 1 });
    await world.database.pool.query(
      'update alerts set resolve_by = opened_at + interval $$1 hour$$ where number = 2',
    );
    await said(
      { customer: { id: 'unclaimed' } },
      { customer: { id: 'worse' }, text: 'I will call my lawyer' },
    );
    world.pass(25 * HOUR_MS);
    await said({ customer: { id: 'fresh' } });
    const { needs } = await summary();
    expect(needs.counts).toEqual({ unclaimed: 2, breached: 1, silent: 1 });
    expect(needs.alerts.map(({ need, view }) => [need, view.alert.severity])).toEqual([
      ['unclaimed', 'critical'],
      ['unclaimed', 'normal'],
      ['breached', 'normal'],
      ['silent', 'normal'],
    ]);
  });

  it('calls an owner silent after what is configured for the severity, and not while the alert sleeps', async () => {
    await handled('silent', { claim: 1 });
    await handled('asleep', { claim: 1 });
    await world.database.pool.query(
      'update alerts set snoozed_until = opened_at + interval $$3 hours$$ where number = 2',
    );
    world.pass(2 * HOUR_MS);
    const silentAfter = async (minutes?: number) => {
      const silentAfterMinutes = minutes === undefined ? {} : { normal: minutes };
      const { needs } = await summary({}, { silentAfterMinutes });
      return needs.alerts.map(({ need, view }) => `${need} ${view.alert.number}`);
    };
    expect(await silentAfter(90)).toEqual(['silent 1']);
    expect(await silentAfter(130)).toEqual([]);
    expect(await silentAfter()).toEqual([]);
  });

  it('names no more than five and counts all', async () => {
    await said(...Array.from({ length: 7 }, (_, index) => ({ customer: { id: `c${index}` } })));
    world.pass(5 * HOUR_MS);
    const { needs } = await summary();
    expect(needs.counts).toEqual({ unclaimed: 7, breached: 0, silent: 0 });
    expect(needs.alerts).toHaveLength(5);
  });

  it('is nothing while all have time', async () => {
    await said({ customer: { id: 'maria' } });
    expect((await summary()).needs).toEqual({ counts: { unclaimed: 0, breached: 0, silent: 0 }, alerts: [] });
  });
});

describe('themes, accounts and the course', () => {
  it('are counted over the period, themes against the one before', async () => {
    await said({ customer: { id: 'a' } });
    world.pass(7 * DAY_MS);
    await said(
      { customer: { id: 'b' }, account: { id: 'acme', name: 'Acme' } },
      { customer: { id: 'c' }, account: { id: 'acme', name: 'Acme' } },
      { customer: { id: 'd' }, text: 'You will hear of my lawyer' },
    );
    world.pass(HOUR_MS);
    const { themes, accounts, course } = await summary();
    expect(themes).toEqual([
      { theme: 'refunds', alerts: 2, before: 1 },
      { theme: 'legal', alerts: 1, before: 0 },
    ]);
    expect(accounts).toEqual([{ name: 'Acme', alerts: 2 }]);
    expect(course).toMatchObject({ by: 'day', counts: [0, 0, 0, 0, 0, 0, 3] });
  });
});
