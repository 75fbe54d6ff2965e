/** How alerts stood at the moment of a digest: as its events tell, and as a summary of that moment says. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestReport } from '../../src/cards/digest/digest-report.js';
import { reportText } from '../../src/cards/report-text.js';
import type { AudienceKind } from '../../src/domain/digest/audience.js';
import { digestQuestion } from '../../src/domain/digest/digest-question.js';
import type { Digest } from '../../src/domain/digest/digest.js';
import type { Summary } from '../../src/domain/figures/summary.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import { openPostMortem } from '../../src/use-cases/post-mortem/open-post-mortem.js';
import { readDigest } from '../../src/use-cases/read-digest.js';
import { readSummary } from '../../src/use-cases/read-summary.js';
import { createWorld, type World } from '../world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: World;
let kim: string;
beforeEach(async () => {
  world = await createWorld();
  kim = await world.staff('Kim Larsen');
});
afterEach(() => world.database.close());

/** Of Monday 23 November, 08:00: what a digest tells, and what a summary tells at that moment. */
async function monday(
  kind: AudienceKind = 'managers',
): Promise<{ digest: Digest; summary: Summary; said: string }> {
  passTo('2026-11-23T08:00:00Z');
  const question = digestQuestion(
    {
      name: kind,
      kind,
      minutes: 8 * 60,
      timeZone: 'UTC',
      weekdays: [0, 1, 2, 3, 4],
      teams: [],
      to: { channelsOf: [], channels: {}, people: [] },
      quiet: 'line',
    },
    '2026-11-23',
  );
  const asked = { span: { kind: 'days', days: 7 }, timeZone: 'UTC', askedAt: world.clock() } as const;
  const [digest, summary] = await world.database.transaction(async (store) => [
    await readDigest(store, question, {}),
    await readSummary(store, asked, world.clock(), {}),
  ]);
  return { digest, summary, said: reportText(digestReport(digest), { now: question.asOf, timeZone: 'UTC' }) };
}

function passTo(moment: string): void {
  world.pass(new Date(moment).getTime() - world.clock().getTime());
}

async function attend(): Promise<void> {
  const { transaction } = world.database;
  await attendAlerts({ ...world, transaction, platforms: [], timeZone: 'UTC', changed: () => undefined });
}

/** Claimed on Friday 20 November, 09:00: to be resolved by Monday, 09:00, and silent after a day. */
async function claimed(name: string, by = kim): Promise<number> {
  await world.hear({ customer: { id: name, name } });
  await world.triageAll();
  const { rows } = await world.database.pool.query<{ number: string }>(
    'select max(number) as number from alerts',
  );
  const alert = Number(rows[0]?.number);
  await world.change(alert, by, { verb: 'claim' });
  return alert;
}

it('an alert that sleeps is not silent, whatever its owner did since they put it to sleep', async () => {
  const alert = await claimed('Maria');
  const until = new Date('2026-11-23T20:00:00Z');
  await world.change(alert, kim, { verb: 'snooze', until });
  world.pass(HOUR);
  await world.change(alert, kim, { verb: 'log_contact', channel: 'call', result: 'no_answer' });
  await attend();
  const { digest, summary } = await monday();
  expect(digest.standing.counts).toEqual(summary.needs.counts);
  expect(digest.standing.counts.silent).toBe(0);
});

it('once it is awake before its time, it is', async () => {
  const alert = await claimed('Maria');
  await world.change(alert, kim, { verb: 'snooze', until: new Date('2026-11-23T20:00:00Z') });
  await world.change(alert, kim, { verb: 'wake' });
  const { digest, summary } = await monday();
  expect(digest.standing.counts).toEqual(summary.needs.counts);
  expect(digest.standing.counts.silent).toBe(1);
});

it('whoever makes an alert part of a post-mortem did nothing for its customer', async () => {
  const alert = await claimed('Maria');
  passTo('2026-11-22T20:00:00Z');
  await openPostMortem(
    { ...world, transaction: world.database.transaction, channelsOf: () => ({}), wanted: () => undefined },
    { alert, actorId: kim },
  );
  const { digest, summary } = await monday();
  expect(digest.standing.counts).toEqual(summary.needs.counts);
  expect(digest.standing.counts.silent).toBe(1);
});

it('a call-back that closing its alert settled is not due any more, though the alert was reopened', async () => {
  const alert = await claimed('Maria');
  await world.change(alert, kim, { verb: 'promise', due: new Date('2026-11-23T10:00:00Z'), timeZone: 'UTC' });
  await world.change(alert, kim, { verb: 'resolve', outcome: 'recovered', rootCause: 'x' });
  passTo('2026-11-23T07:00:00Z');
  await world.change(alert, kim, { verb: 'reopen' });
  const { digest, said } = await monday();
  expect(digest.standing.due.map(({ what, at }) => `${what} ${at.toISOString()}`)).toEqual([
    'respond 2026-11-23T11:00:00.000Z',
  ]);
  expect(said).toContain('Promises: the one promised call-back was kept.');
});

it('one whose time came just now hides no deadline', async () => {
  const alert = await claimed('Maria');
  passTo('2026-11-22T20:00:00Z');
  await world.change(alert, kim, { verb: 'promise', due: new Date('2026-11-23T07:30:00Z'), timeZone: 'UTC' });
  const { digest } = await monday();
  expect(digest.standing.due.map(({ what }) => what)).toEqual(['resolve']);
});

it('managers hear of all call-backs of the day, however many are listed and whatever else is late', async () => {
  const due = new Date('2026-11-23T15:00:00Z');
  for (let customer = 1; customer <= 8; customer += 1) {
    const alert = await claimed(`customer ${customer}`);
    await world.change(alert, kim, { verb: 'promise', due, timeZone: 'UTC' });
  }
  const { digest, said } = await monday();
  expect(digest.standing.counts.silent).toBe(8);
  expect(said).toContain('Promises: no call-back fell due in 7 days, and 8 do within a day.');
});

it('a sentence on owners adds up, of however many it names six', async () => {
  for (const name of ['Ana', 'Bo', 'Cem', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana'])
    await claimed(`customer of ${name}`, await world.staff(name));
  const { said } = await monday();
  expect(said).toContain(
    'Stuck: 8 alerts are past their time or silent, 1 with Ana, 1 with Bo, 1 with Cem, 1 with Dora, 1 with Emil, 1 with Fay and 2 with others.',
  );
  expect((await monday('team')).said).toContain(
    '8 alerts are open: 8 with an owner (Ana 1, Bo 1, Cem 1, Dora 1, Emil 1, Fay 1, others 2).',
  );
});

it('a week in which most waited too long is not called calm because nothing waits now', async () => {
  for (let customer = 1; customer <= 5; customer += 1)
    await world.hear({ customer: { id: `customer ${customer}` } });
  await world.triageAll();
  passTo('2026-11-20T20:00:00Z');
  for (let alert = 1; alert <= 5; alert += 1) {
    await world.change(alert, kim, { verb: 'claim' });
    await world.change(alert, kim, { verb: 'resolve', outcome: 'partly', rootCause: 'x' });
  }
  const { said } = await monday('leadership');
  expect(said).toContain(
    'Overall we are behind: 0 of 5 alerts had an owner in time and 0 of 5 customers who were followed up have been made whole.',
  );
});

it('a promise that was broken some days ago makes no day busy, and an overdue action is told of on a quiet one', async () => {
  const alert = await claimed('Maria');
  await world.change(alert, kim, { verb: 'promise', due: new Date('2026-11-20T10:00:00Z'), timeZone: 'UTC' });
  passTo('2026-11-20T12:00:00Z');
  await attend();
  await world.change(alert, kim, { verb: 'resolve', outcome: 'no_reply', rootCause: 'x' });
  passTo('2026-11-25T08:00:00Z');
  await world.database.pool.query(
    `with pm as (insert into post_mortems (theme, team, lead_alert, opened_at, opened_by) values ('refunds', 'support', $1, now(), $2) returning number)
     insert into action_items (id, post_mortem, text, owner_id, due_on, added_at)
     select gen_random_uuid(), number, 'Call first', $2, '2026-11-21', '2026-11-20' from pm`,
    [alert, kim],
  );
  const question = digestQuestion(
    {
      name: 'leadership',
      kind: 'leadership',
      minutes: 8 * 60,
      timeZone: 'UTC',
      weekdays: [0, 1, 2, 3, 4],
      teams: [],
      to: { channelsOf: [], channels: {}, people: [] },
      quiet: 'line',
    },
    '2026-11-25',
  );
  const digest = await world.database.transaction((store) => readDigest(store, question, {}));
  expect(reportText(digestReport(digest), { now: question.asOf, timeZone: 'UTC' })).toBe(
    'Wednesday 25 November · Customer voice\n\nA quiet day: nothing was heard since Tuesday, and nothing is waiting; 1 action is overdue.',
  );
});
