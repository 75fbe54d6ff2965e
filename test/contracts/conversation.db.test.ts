/** What every platform relies on: clicks, forms and typed lines on the real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConversation } from '../../src/conversation/create-conversation.js';
import type { Conversation } from '../../src/conversation/conversation.js';
import type { AlertView } from '../../src/domain/alert-view.js';
import type { Staff } from '../../src/domain/staff.js';
import { noteAloud } from '../cards/read-aloud.js';
import { createWorld, type World } from '../world.js';

let world: World;
let conversation: Conversation;
let changed: number[];
let wanted: number;
let kim: Staff;
let ana: Staff;

beforeEach(async () => {
  world = await createWorld();
  changed = [];
  wanted = 0;
  conversation = createConversation({
    transaction: world.database.transaction,
    clock: world.clock,
    newId: world.newId,
    accept: world.accept,
    policy: world.policy,
    timeZone: 'UTC',
    changed: (alert) => changed.push(alert),
    wanted: () => (wanted += 1),
    sources: ['voice'],
    channelsOf: () => ({ desk: 'support' }),
  });
  kim = { id: await world.staff('Kim'), name: 'Kim' };
  ana = { id: await world.staff('Ana'), name: 'Ana' };
});
afterEach(() => world.database.close());

/** Opens an alert for each customer and gives their numbers. */
async function alertsOf(...customers: readonly string[]): Promise<readonly number[]> {
  for (const name of customers) await world.hear({ customer: { id: name, name } });
  await world.triageAll();
  const all = await world.database.transaction((store) => store.listAlerts({ show: 'all' }, 100));
  return all.views.map(({ alert }) => alert.number);
}

async function alertOf(customer: string): Promise<number> {
  const [alert] = await alertsOf(customer);
  return alert!;
}

async function view(alert: number): Promise<AlertView> {
  return (await world.database.transaction((store) => store.viewAlert(alert)))!;
}

describe('a click', () => {
  it('claims once: the second is told who has it and can take over, saying why', async () => {
    const alert = await alertOf('Maria');
    expect(await conversation.press({ actor: kim, alert, action: 'claim' })).toEqual({ kind: 'done' });
    const late = await conversation.press({ actor: ana, alert, action: 'claim' });
    expect(late.kind === 'note' && noteAloud(late.note)).toBe(
      `CX-${alert}: Kim has had this since 09:00.\n[Take over] ${alert}`,
    );
    expect(changed).toEqual([alert]);

    const asked = await conversation.press({ actor: ana, alert, action: 'take_over' });
    expect(asked).toMatchObject({ kind: 'form', form: { action: 'take_over', alert } });
    const take = { actor: ana, alert, action: 'take_over' } as const;
    expect(await conversation.submit({ ...take, answers: { why: ' ' } })).toEqual({
      kind: 'mend',
      faults: { why: 'Say in a few words why you take it over.' },
    });
    expect((await view(alert)).owner?.name).toBe('Kim');
    expect(await conversation.submit({ ...take, answers: { why: 'Kim is off' } })).toEqual({ kind: 'done' });
    expect((await view(alert)).owner?.name).toBe('Ana');
  });

  it('on a resolved alert changes nothing and says who resolved it', async () => {
    const alert = await alertOf('Maria');
    await conversation.press({ actor: kim, alert, action: 'claim' });
    const answers = { outcome: 'recovered', rootCause: 'stuck in review', note: 'called back' };
    const sent = { actor: kim, alert, action: 'resolve', answers } as const;
    expect(await conversation.submit(sent)).toEqual({ kind: 'done' });
    const before = await view(alert);
    for (const action of ['claim', 'resolve', 'release', 'dismiss', 'reassign', 'take_over'] as const) {
      const late = await conversation.press({ actor: ana, alert, action });
      expect(late.kind === 'note' && noteAloud(late.note)).toBe(
        `CX-${alert}: already resolved by Kim ~09:00: recovered. Nothing changed.`,
      );
    }
    const twice = await conversation.submit(sent);
    expect(twice.kind === 'note' && noteAloud(twice.note)).toBe(
      `CX-${alert}: already resolved by you ~09:00: recovered. Nothing changed.`,
    );
    expect(await view(alert)).toEqual(before);
  });

  it('on an alert that is not there says so', async () => {
    for (const action of ['claim', 'resolve', 'history'] as const) {
      const missing = await conversation.press({ actor: kim, alert: 999_999_999, action });
      expect(missing.kind === 'note' && noteAloud(missing.note)).toContain('There is no CX-999999999.');
    }
  });

  it('on History tells what happened, in order', async () => {
    const alert = await alertOf('Maria');
    world.pass(4 * 60_000);
    await conversation.press({ actor: kim, alert, action: 'claim' });
    await conversation.press({ actor: kim, alert, action: 'release' });
    const told = await conversation.press({ actor: ana, alert, action: 'history' });
    expect(told.kind === 'note' && noteAloud(told.note).split('\n').slice(1)).toEqual([
      `09:00 · Opened as normal: ${(await view(alert)).alert.reason}`,
      '09:04 · Kim claimed this after 4 min.',
      '09:04 · Kim gave this back: anybody can claim it.',
    ]);
  });
});

describe('handing an alert on', () => {
  it('is mended where the person is none of ours, and done where they are', async () => {
    const alert = await alertOf('Maria');
    const sent = { actor: kim, alert, action: 'reassign' } as const;
    for (const to of ['nobody', '00000000-0000-7000-8000-000000000000'])
      expect(await conversation.submit({ ...sent, answers: { to } })).toEqual({
        kind: 'mend',
        faults: { to: 'I do not know this person as somebody who can act on alerts.' },
      });
    expect((await view(alert)).alert.state).toBe('open');
    expect(await conversation.submit({ ...sent, answers: { to: ana.id } })).toEqual({ kind: 'done' });
    expect((await view(alert)).owner?.name).toBe('Ana');
  });
});

describe('a typed line', () => {
  it('claims, and says so to the one who typed', async () => {
    const alert = await alertOf('Maria');
    const claimed = await conversation.command({ actor: kim, line: `cx claim ${alert}` });
    expect(noteAloud(claimed)).toContain(`CX-${alert} is yours: Maria gave 2 of 5, about refunds.`);
    expect(changed).toEqual([alert]);
    expect(noteAloud(await conversation.command({ actor: ana, line: `/cx-claim CX-${alert}` }))).toContain(
      'Kim has had this',
    );
  });

  it('lists ten and says how many there are', async () => {
    const numbers = await alertsOf(...Array.from({ length: 12 }, (_, index) => `customer ${index}`));
    await conversation.press({ actor: kim, alert: numbers[3]!, action: 'claim' });
    const list = async (line: string, more: { readonly team?: string } = {}) =>
      noteAloud(await conversation.command({ actor: kim, line, ...more })).split('\n');
    expect(await list('/cx-alerts')).toHaveLength(11);
    expect((await list('/cx-alerts'))[0]).toBe('12 alerts are not closed yet; the 10 most urgent:');
    expect((await list('/cx-alerts unclaimed'))[0]).toBe('11 alerts have no owner yet; the 10 most urgent:');
    expect(await list('/cx-alerts mine')).toHaveLength(2);
    expect((await list('/cx-alerts team', { team: 'support' }))[0]).toBe(
      '12 alerts of support are not closed yet; the 10 most urgent:',
    );
    expect((await list('/cx-alerts team'))[0]).toContain('you are in none');
    expect((await list('/cx-alerts mien'))[0]).toBe(
      "I don't know “/cx-alerts mien”. Did you mean /cx-alerts mine?",
    );
  });
});

describe('what is mine', () => {
  it('is listed by what is due first, each with what can be done', async () => {
    await alertsOf('Maria', 'Bo');
    for (const alert of [1, 2]) await world.change(alert, kim.id, { verb: 'claim' });
    await world.change(1, kim.id, { verb: 'log_contact', channel: 'call', result: 'reached' });
    expect(noteAloud(await conversation.command({ actor: kim, line: '/cx-mine' }))).toMatch(
      /^2 alerts are yours, what is due first:\nCX-2 · respond by .*\nCX-1 · resolve by /u,
    );
    expect(noteAloud(await conversation.command({ actor: ana, line: 'mine' }))).toContain(
      'Nothing waits for you.',
    );
  });

  it('is put off, promised and written down by forms on the clock of whoever fills them in', async () => {
    const alert = await alertOf('Maria');
    await conversation.press({ actor: kim, alert, action: 'claim' });
    const inBerlin: Staff = { ...kim, timeZone: 'Europe/Berlin' };
    const fill = (action: 'snooze' | 'promise' | 'log_contact', answers: Record<string, string>) =>
      conversation.submit({ actor: inBerlin, alert, action, answers });
    expect(await fill('snooze', { span: 'until', until: '15:00' })).toEqual({ kind: 'done' });
    expect((await view(alert)).alert.snoozedUntil).toEqual(new Date('2026-11-20T14:00:00Z'));
    expect((await view(alert)).snoozedBy?.name).toBe('Kim');
    // A Friday: the team has said nothing of its hours, so that it works from Monday at nine.
    expect(await fill('snooze', { span: 'hours' })).toEqual({ kind: 'done' });
    expect((await view(alert)).alert.snoozedUntil).toEqual(new Date('2026-11-23T09:00:00Z'));
    expect(await conversation.press({ actor: kim, alert, action: 'wake' })).toEqual({ kind: 'done' });
    expect(await fill('promise', { due: '16:00' })).toEqual({ kind: 'done' });
    expect((await view(alert)).alert.promisedAt).toEqual(new Date('2026-11-20T15:00:00Z'));
    expect(await fill('log_contact', { channel: 'call', result: 'reached' })).toEqual({ kind: 'done' });
    expect((await view(alert)).alert.promisedAt).toBeUndefined();
    expect(await fill('promise', { due: 'whenever' })).toMatchObject({ kind: 'mend' });
    const more = await conversation.press({ actor: kim, alert, action: 'more_actions' });
    expect(more.kind === 'note' && noteAloud(more.note)).toContain('[Promise a call-back]');
    const history = await conversation.press({ actor: kim, alert, action: 'history' });
    expect(history.kind === 'note' && noteAloud(history.note)).toContain(
      'Kim reached the customer on the phone. The promise is kept.',
    );
  });
});
