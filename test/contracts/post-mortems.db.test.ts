/** Long because all that can become of a post-mortem is told in one place, on the real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestReport } from '../../src/cards/digest/digest-report.js';
import type { ZonedAudience } from '../../src/domain/digest/audience.js';
import { digestQuestion } from '../../src/domain/digest/digest-question.js';
import { readDigest } from '../../src/use-cases/read-digest.js';
import type { Answers } from '../../src/cards/form.js';
import { reminderNote } from '../../src/cards/reminder-note.js';
import type { Conversation, Mend, Reply } from '../../src/conversation/conversation.js';
import type { PostMortemFormActionId } from '../../src/cards/actions.js';
import type { Staff } from '../../src/domain/staff.js';
import type { SectionName } from '../../src/domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../src/domain/post-mortem/post-mortem-view.js';
import { attendAlerts } from '../../src/use-cases/attend-alerts.js';
import { openPostMortem } from '../../src/use-cases/post-mortem/open-post-mortem.js';
import { offerPostMortems } from '../../src/use-cases/post-mortem/offer-post-mortems.js';
import { aloud, cardAloud, noteAloud } from '../cards/read-aloud.js';
import { alertCard } from '../../src/cards/alert-card.js';
import { createMemoryPlatform, type MemoryPlatform } from '../posting/memory-platform.js';
import { postEverything } from '../posting/post-everything.js';
import { createWorld, type World } from '../world.js';
import { conversationIn } from './conversation-in.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let world: World;
let conversation: Conversation;
let platform: MemoryPlatform;
let kim: Staff;
let ana: Staff;

beforeEach(async () => {
  world = await createWorld();
  platform = createMemoryPlatform();
  conversation = conversationIn(world);
  kim = { id: await world.staff('Kim'), name: 'Kim' };
  ana = { id: await world.staff('Ana'), name: 'Ana' };
});
afterEach(() => world.database.close());

const transaction: World['database']['transaction'] = (work) => world.database.transaction(work);
const view = (postMortem = 1): Promise<PostMortemView> =>
  transaction(async (store) => (await store.viewPostMortem(postMortem))!);
const textOf = async (name: SectionName): Promise<string> =>
  (await view()).sections.find((section) => section.name === name)!.text;

async function hear(...customers: readonly string[]): Promise<void> {
  for (const name of customers) await world.hear({ customer: { id: name, name } });
  await world.triageAll();
}

const type = async (line: string, actor = kim): Promise<string> =>
  noteAloud(await conversation.command({ actor, line }));
const fill = (action: PostMortemFormActionId, answers: Answers, actor = kim): Promise<Reply | Mend> =>
  conversation.submit({ actor, alert: 1, action, answers });
const told = (reply: Reply | Mend): string => (reply.kind === 'note' ? noteAloud(reply.note) : reply.kind);

const postAll = (): Promise<void> => postEverything(world, platform);

/** The thread of the post-mortem's card, and the thread of each alert's. */
function threads(): readonly string[] {
  return [...platform.shown.values()].flatMap(({ content, thread }) =>
    content.kind === 'line' && thread !== undefined ? [aloud(content.line)] : [],
  );
}
const papers = () =>
  [...platform.shown.values()].flatMap(({ content }) => (content.kind === 'report' ? [content.report] : []));

const tick = (): Promise<void> =>
  attendAlerts({
    transaction: world.database.transaction,
    clock: world.clock,
    newId: world.newId,
    policy: world.policy,
    platforms: ['desk'],
    timeZone: 'UTC',
    changed: () => undefined,
  });

describe('a post-mortem', () => {
  it('opens pre-filled from its alert, which says so, and is opened once by ten who ask at once', async () => {
    await hear('Maria');
    await world.change(1, kim.id, { verb: 'claim' });
    await world.change(1, kim.id, {
      verb: 'resolve',
      outcome: 'recovered',
      rootCause: 'refunds wait in a review queue',
      note: 'called her the same day',
    });
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        conversation.press({ actor: index % 2 ? kim : ana, alert: 1, action: 'post_mortem' }),
      ),
    );
    expect(replies.filter((reply) => told(reply).includes('Opened just now'))).toHaveLength(1);
    const { rows } = await world.database.pool.query('select number from post_mortems');
    expect(rows).toHaveLength(1);
    expect(await textOf('root_cause')).toBe('refunds wait in a review queue');
    expect(await textOf('worked')).toBe('called her the same day');
    const alert = (await transaction((store) => store.viewAlert(1)))!;
    expect(cardAloud(alertCard(alert))).toContain('Part of post-mortem PM-1.');
  });

  it('of an alert whose team has another name by now stands where cards go whose channel is gone', async () => {
    await hear('Maria');
    await world.database.pool.query(`update alerts set team = 'its name of before'`);
    await openPostMortem(
      {
        ...world,
        transaction,
        channelsOf: (team) => world.policy.teams.find(({ name }) => name === team)?.channels ?? {},
        wanted: () => undefined,
      },
      { alert: 1, actorId: kim.id },
    );
    const { rows } = await world.database.pool.query(
      `select channel from messages where post_mortem = 1 and role = 'card'`,
    );
    expect(rows).toEqual([{ channel: 'lobby' }]);
  });

  it('stands in the channel of its team, is edited there as it changes, and its thread tells each step', async () => {
    await hear('Maria');
    await postAll();
    await type('/cx-postmortem CX-1');
    await postAll();
    expect(papers()).toHaveLength(1);
    expect(papers()[0]?.title).toContain('Post-mortem PM-1 · Refunds: Maria');
    expect(papers()[0]!.lines.map(aloud).join('\n')).toContain('Draft · opened by Kim');
    await fill('write_section', { section: 'differently', text: 'Call before the third mail.' });
    await fill('send_to_review', { reviewer: ana.id });
    await postAll();
    expect(papers()).toHaveLength(1);
    expect(papers()[0]!.lines.map(aloud).join('\n')).toContain('In review by Ana');
    expect(papers()[0]!.lines.map(aloud)).toContain(
      'What we would do differently Call before the third mail.',
    );
    expect(threads()).toEqual([
      'Kim made this part of post-mortem PM-1.',
      'Kim wrote “What we would do differently”.',
      'Kim asks @Ana to read this and complete it.',
    ]);
    // Its card is gone from the channel: it moves, and nothing is lost.
    platform.script.push(() => ({ outcome: 'channel_gone', why: 'archived' }));
    await fill('write_section', { section: 'worked', text: 'The call.' });
    await postAll();
    await postAll();
    expect([...platform.shown.keys()].filter((key) => key.startsWith('lobby/')).length).toBeGreaterThan(0);
  });

  it('gathers several alerts; an alert belongs to one', async () => {
    await hear('Maria', 'Omar', 'Li');
    await type('/cx-postmortem CX-1');
    expect(await type('/cx-postmortem CX-2 to PM-1')).toContain('CX-2 is part of PM-1 now');
    expect(await type('/cx-postmortem cx2 pm1')).toContain('already. Nothing changed');
    await type('/cx-postmortem 3');
    expect(await type('/cx-postmortem CX-3 PM-1')).toContain('CX-3 is part of PM-2 already');
    expect((await view()).alerts.map(({ alert }) => alert.number)).toEqual([1, 2]);
    expect(await type('/cx-postmortem PM-9')).toContain('There is no post-mortem “PM-9”');
    expect(await type('/cx-postmortem CX-99')).toContain('CX-99');
    const listed = await type('/cx-post-mortem');
    expect(listed).toContain('2 post-mortems are open:');
    expect(listed).toContain('PM-2 · Draft · CX-3');
  });

  it('loses no word when two write the same section: the second sees both texts and sends again', async () => {
    await hear('Maria');
    await type('/cx-postmortem CX-1');
    const write = (actor: Staff, text: string, base?: number) =>
      conversation.write({
        postMortem: 1,
        section: 'worked',
        text,
        actorId: actor.id,
        ...(base !== undefined && { base }),
      });
    const both = await Promise.all([write(kim, 'Kim’s words', 0), write(ana, 'Ana’s words', 0)]);
    expect(both.map((each) => each?.outcome).sort()).toEqual(['done', 'written_meanwhile']);
    const lost = both.find((each) => each?.outcome === 'written_meanwhile');
    const stands = await textOf('worked');
    expect(lost).toMatchObject({ now: { text: stands, version: 1 } });
    expect((await write(ana, `${stands}\n\nand more`, 1))?.outcome).toBe('done');
    const all = await Promise.all(Array.from({ length: 10 }, (_, at) => write(kim, `line ${at}`)));
    expect(all.every((each) => each?.outcome === 'done')).toBe(true);
    const text = await textOf('worked');
    for (let at = 0; at < 10; at += 1) expect(text).toContain(`line ${at}`);
    const { rows } = await world.database.pool.query<{ text: string }>(
      'select text from post_mortem_versions order by version',
    );
    expect(rows).toHaveLength(12);
    expect(rows[0]!.text).toBe(stands);
  });

  it('is completed by the reviewer who was named and nobody else, and only with something learnt', async () => {
    await hear('Maria');
    await type('/cx-postmortem CX-1');
    const complete = async (actor: Staff) =>
      told(await conversation.press({ actor, alert: 1, action: 'complete_post_mortem' }));
    expect(await complete(kim)).toContain('it is a draft still');
    await fill('send_to_review', { reviewer: ana.id });
    expect(await complete(kim)).toContain('only Ana, who was asked to read it');
    expect(await complete(ana)).toContain('nothing stands under “What we would do differently” yet');
    await fill('write_section', {
      section: 'differently',
      text: 'Call before the third mail. And more besides.',
    });
    expect(await complete(ana)).toBe('done');
    expect((await view()).postMortem).toMatchObject({
      state: 'completed',
      lesson: 'Call before the third mail.',
    });
    expect(told(await fill('write_section', { section: 'worked', text: 'late' }))).toContain(
      'Nothing changed: reopen it to write on',
    );
    world.pass(DAY);
    await hear('Omar');
    const [later] = (await transaction((store) => store.listAlerts({ show: 'all' }, 9))).views.filter(
      ({ customer }) => customer?.name === 'Omar',
    );
    expect(cardAloud(alertCard(later!))).toContain('Learnt from PM-1: Call before the third mail.');
    await fill('reopen_post_mortem', { why: 'the cause was another one' });
    expect((await view()).postMortem.state).toBe('draft');
    expect(
      cardAloud(alertCard((await transaction((store) => store.viewAlert(later!.alert.number)))!)),
    ).not.toContain('Learnt from');
  });
});

const LEADERSHIP: ZonedAudience = {
  name: 'leadership',
  kind: 'leadership',
  minutes: 8 * 60,
  timeZone: 'UTC',
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  teams: [],
  to: { channelsOf: [], channels: {}, people: [] },
  quiet: 'line',
};

describe('an action item', () => {
  async function messages(): Promise<readonly string[]> {
    const { rows } = await world.database.pool.query<{ channel: string; bundle_id: string }>(
      `select channel, bundle_id from messages where role = 'reminder' order by seq`,
    );
    const bundles = await transaction((store) => store.reminders(rows.map((row) => row.bundle_id)));
    return rows.map(({ channel, bundle_id: id }) => {
      const note = reminderNote(bundles.get(id) ?? [], channel);
      return note ? [...note.lines, ...(note.after ?? [])].map(aloud).join('\n') : '(nothing)';
    });
  }

  const summary = async (): Promise<string> =>
    (await conversation.command({ actor: kim, line: '/cx-summary 30d' })).after!.map(aloud).join('\n');

  const digest = async (day: string): Promise<string> => {
    const question = digestQuestion(LEADERSHIP, day);
    const { parts = [] } = digestReport(await transaction((store) => readDigest(store, question, {})));
    return parts.flatMap(({ lines }) => lines.map(aloud)).join('\n');
  };

  it('is nudged two days before, on the day, then weekly, one message a day, once by two processes', async () => {
    await hear('Maria');
    await type('/cx-postmortem CX-1');
    await world.database.pool.query('update alerts set attend_at = null');
    for (const text of ['Refund review queue', 'A page on refunds'])
      await fill('add_item', { text, due: 'in 7 days', partner: 'legal' });
    const days: number[] = [];
    for (let day = 1; day <= 22; day += 1) {
      world.pass(DAY);
      await Promise.all([tick(), tick()]);
      const { rows } = await world.database.pool.query<{ count: number }>(
        `select count(*)::int as count from messages where role = 'reminder'`,
      );
      await world.database.pool.query(`update messages set state = 'posted' where role = 'reminder'`);
      if (rows[0]!.count > days.length) days.push(day);
      expect(rows[0]!.count).toBe(days.length);
    }
    expect(days).toEqual([5, 7, 14, 21]);
    expect((await messages())[0]).toBe(
      [
        'Actions that are yours:',
        '“Refund review queue”, due 27 November 2026 · PM-1. Tick it off on its card, or with /cx-postmortem CX-1',
        '“A page on refunds”, due 27 November 2026 · PM-1. Tick it off on its card, or with /cx-postmortem CX-1',
      ].join('\n'),
    );
    const overdue = 'Overdue “Refund review queue” (Post-mortem 1), 15 days · Kim';
    expect(await summary()).toContain(overdue);
    expect(await digest('2026-12-12')).toContain(overdue);
    const { items } = await view();
    expect(told(await fill('finish_item', { item: items[0]!.item.id }))).toBe('done');
    expect(told(await fill('finish_item', { item: items[0]!.item.id }))).toContain('ticked off');
    expect((await messages())[0]).not.toContain(items[0]!.item.text);
    expect(await type('/cx-postmortem')).not.toContain(items[0]!.item.text);
    expect(await summary()).toContain('Actions 1 of 2 done that were due');
    expect(await digest('2026-12-12')).toContain(overdue);
    expect(await digest('2026-12-13')).not.toContain(overdue);
  });

  it('asks anew for a day that is past, a link that is none, and a person who is nobody', async () => {
    await hear('Maria');
    await type('/cx-postmortem CX-1');
    expect(await fill('add_item', { text: 'x', due: '2026-11-19' })).toEqual({
      kind: 'mend',
      faults: { due: 'This day is past. Choose one to come.' },
    });
    const alive = await fill('add_item', { text: 'x', due: 'Friday', tracker: 'javascript:alert(1)' });
    expect(alive.kind === 'mend' && alive.faults['tracker']).toContain('https://');
    expect(await fill('add_item', { text: 'x', due: 'tomorrow', owner: world.newId() })).toMatchObject({
      kind: 'mend',
    });
    expect((await view()).items).toEqual([]);
  });
});

describe('a post-mortem is offered', () => {
  const offer = (offerAfter: number | undefined = 3): Promise<void> =>
    offerPostMortems({
      transaction: world.database.transaction,
      clock: world.clock,
      offerAfter,
      wanted: () => undefined,
    });

  it('once a week where a theme has become many, by two processes, and not where there is one', async () => {
    await hear('Maria', 'Omar');
    await offer();
    const offers = async (): Promise<number> => {
      const { rows } = await world.database.pool.query(
        `select 1 from alert_events where kind = 'post_mortem_offered'`,
      );
      return rows.length;
    };
    expect(await offers()).toBe(0);
    await hear('Li');
    await Promise.all([offer(), offer()]);
    await offer();
    expect(await offers()).toBe(1);
    await postAll();
    expect(threads()).toContain(
      'Refunds has come up in 3 alerts of this team in seven days: worth a post-mortem? /cx-postmortem CX-3',
    );
    world.pass(8 * DAY);
    await hear('Noor', 'Pia', 'Rui');
    await type('/cx-postmortem CX-4');
    await offer();
    expect(await offers()).toBe(1);
    world.pass(8 * DAY);
    await hear('Sol', 'Tam', 'Uma');
    await offer();
    expect(await offers()).toBe(1);
    await world.database.pool.query(
      `update post_mortems set state = 'completed', completed_at = now(), reviewer_id = opened_by`,
    );
    await offer();
    expect(await offers()).toBe(2);
  });

  it('when a critical alert is resolved, by the line that says so', async () => {
    await world.hear({ text: 'my lawyer writes to you', customer: { id: 'maria', name: 'Maria' } });
    await world.triageAll();
    await world.change(1, kim.id, { verb: 'claim' });
    await world.change(1, kim.id, { verb: 'resolve', outcome: 'recovered', rootCause: 'a slip' });
    await postAll();
    expect(threads().at(-1)).toContain('It was critical: worth a post-mortem? /cx-postmortem CX-1');
  });
});
