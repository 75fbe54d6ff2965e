/** What was added to post-mortems later; long because every part needs the same world. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostMortemFormActionId } from '../../src/cards/actions.js';
import type { Answers } from '../../src/cards/form.js';
import { postMortemLine } from '../../src/cards/post-mortem/post-mortem-line.js';
import { eventLine } from '../../src/cards/event-line.js';
import type { Conversation, Mend, Reply } from '../../src/conversation/conversation.js';
import type { SectionName } from '../../src/domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../src/domain/post-mortem/post-mortem-view.js';
import type { Staff } from '../../src/domain/staff.js';
import { tellAlertsAlike } from '../../src/use-cases/post-mortem/tell-alerts-alike.js';
import { aloud, noteAloud } from '../cards/read-aloud.js';
import { createWorld, type World } from '../world.js';
import { conversationIn } from './conversation-in.js';

const MESSAGE = {
  key: 'slack:C0MONEY001:1700000000.000100',
  text: 'They were promised a call\nand nobody called.',
  author: 'Ana Ruiz',
  link: 'https://acme.slack.com/archives/C0MONEY001/p1700000000000100',
};

let world: World;
let conversation: Conversation;
let kim: Staff;
let ana: Staff;

beforeEach(async () => {
  world = await createWorld();
  conversation = conversationIn(world);
  kim = { id: await world.staff('Kim'), name: 'Kim' };
  ana = { id: await world.staff('Ana'), name: 'Ana' };
  await hear('Maria');
  await conversation.press({ actor: kim, alert: 1, action: 'post_mortem' });
});
afterEach(() => world.database.close());

const transaction: World['database']['transaction'] = (work) => world.database.transaction(work);
const view = (postMortem = 1): Promise<PostMortemView> =>
  transaction(async (store) => (await store.viewPostMortem(postMortem))!);
const textOf = async (name: SectionName): Promise<string> =>
  (await view()).sections.find((section) => section.name === name)!.text;
const type = async (line: string, actor = kim): Promise<string> =>
  noteAloud(await conversation.command({ actor, line }));
const fill = (action: PostMortemFormActionId, answers: Answers, actor = kim): Promise<Reply | Mend> =>
  conversation.submit({ actor, alert: 1, action, answers });
const told = (reply: Reply | Mend): string => (reply.kind === 'note' ? noteAloud(reply.note) : reply.kind);

async function hear(...customers: readonly string[]): Promise<void> {
  for (const name of customers) await world.hear({ customer: { id: name, name } });
  await world.triageAll();
}

/** What the thread of the post-mortem was told, oldest first. */
async function steps(): Promise<readonly string[]> {
  const now = await view();
  const { history } = await transaction((store) => store.postMortemSources(now));
  return history.flatMap((event) => {
    const line = postMortemLine(event, now);
    return line ? [aloud(line)] : [];
  });
}

/** What the thread of an alert was told last. */
async function lastOf(alert: number): Promise<string> {
  const { events, now } = await transaction(async (store) => ({
    events: await store.history(alert),
    now: (await store.viewAlert(alert))!,
  }));
  return aloud(eventLine(events.at(-1)!, now));
}

describe('a message that becomes a note', () => {
  const add = (answers: Answers = {}, actor = kim): Promise<Reply | Mend> =>
    conversation.tell({
      actor,
      action: 'add_note',
      on: 'slack',
      answers: {
        key: MESSAGE.key,
        link: MESSAGE.link,
        author: MESSAGE.author,
        text: MESSAGE.text,
        postMortem: '1',
        section: 'did_not',
        ...answers,
      },
    });

  it('is asked where it belongs: of the only open post-mortem the section, of several also which', async () => {
    const begun = await conversation.begin({ actor: kim, action: 'add_note', message: MESSAGE });
    expect(begun).toMatchObject({
      kind: 'form',
      form: {
        title: 'Note in PM-1',
        carried: { key: MESSAGE.key, link: MESSAGE.link, author: 'Ana Ruiz', postMortem: '1' },
        fields: [{ name: 'section' }, { name: 'text', initial: MESSAGE.text }],
      },
    });
    await hear('Omar');
    await conversation.press({ actor: kim, alert: 2, action: 'post_mortem' });
    const several = await conversation.begin({ actor: kim, action: 'add_note', message: MESSAGE });
    expect(several.kind === 'form' && several.form.fields[0]).toMatchObject({
      name: 'postMortem',
      options: [{ value: '2' }, { value: '1' }],
    });
  });

  it('stands in its section with its author and its link, and the thread says who added it', async () => {
    expect(told(await add())).toBe('PM-1 holds the message now, under “What did not”.');
    expect(await textOf('did_not')).toBe(
      `Ana Ruiz: “They were promised a call\nand nobody called.”\n${MESSAGE.link}`,
    );
    expect(await steps()).toContain(
      `Kim added a message of Ana Ruiz to “What did not”. The message <${MESSAGE.link}>`,
    );
  });

  it('is added once, whoever adds it, into whichever section', async () => {
    await add();
    expect(told(await add({ section: 'worked' }, ana))).toBe(
      'PM-1 holds this message already. Nothing changed.',
    );
    expect(await textOf('worked')).toBe('');
    expect(told(await add({ key: 'another' }, ana))).toContain('holds the message now');
  });

  it('has nowhere to go where none is open, and says how to open one', async () => {
    await world.database.pool.query(
      `update post_mortems set state = 'completed', completed_at = now(), completed_by = opened_by`,
    );
    const none = await conversation.begin({ actor: kim, action: 'add_note', message: MESSAGE });
    expect(told(none)).toContain('/cx-postmortem CX-123 opens the one of an alert');
    expect(told(await add())).toContain('PM-1 is completed. Nothing changed: reopen it to write on.');
  });
});

describe('a section rewritten from a chat', () => {
  const open = async (actor = kim) => {
    const reply = await fill('rewrite_section', { section: 'worked' }, actor);
    if (reply.kind !== 'form') throw new Error(`there came a ${reply.kind}`);
    return reply.form;
  };

  it('shows its text to be changed, and what is sent replaces it', async () => {
    await fill('write_section', { section: 'worked', text: 'A call on the same day.' });
    const form = await open();
    expect(form.fields).toMatchObject([{ name: 'text', initial: 'A call on the same day.' }]);
    expect(await fill('rewrite_section', { ...form.carried, text: 'A call.' })).toMatchObject({
      kind: 'done',
    });
    expect(await textOf('worked')).toBe('A call.');
  });

  it('by two at once: who is slower sees both texts, loses nothing, and can save what should stand', async () => {
    await fill('write_section', { section: 'worked', text: 'A call.' });
    const [kims, anas] = [await open(), await open(ana)];
    await fill('rewrite_section', { ...kims.carried, text: 'A call within the hour.' });
    const lost = await fill('rewrite_section', { ...anas.carried, text: 'A call, and flowers.' }, ana);
    expect(lost).toMatchObject({
      kind: 'form',
      form: {
        quote: { label: 'As Kim wrote it', text: 'A call within the hour.' },
        fields: [{ label: 'As you wrote it', initial: 'A call, and flowers.' }],
      },
    });
    expect(await textOf('worked')).toBe('A call within the hour.');
    const both = 'A call within the hour, and flowers.';
    const again = lost.kind === 'form' ? lost.form.carried : {};
    expect(await fill('rewrite_section', { ...again, text: both }, ana)).toMatchObject({ kind: 'done' });
    expect(await textOf('worked')).toBe(both);
  });

  describe('that is longer than a field of a form', () => {
    const PARAGRAPHS = Array.from({ length: 18 }, (_, each) => `${each}. ${'So it went. '.repeat(43)}End.`);
    const LONG = PARAGRAPHS.join('\n\n');
    const write = (text: string) =>
      conversation.write({ postMortem: 1, section: 'worked', base: 0, text, actorId: kim.id });
    /** As a person sends it who changes nothing. */
    const filledIn = async (): Promise<Answers> => {
      const { carried, fields } = await open();
      const given = fields.map((field) => [field.name, field.kind === 'text' ? field.initial : undefined]);
      return { ...carried, ...(Object.fromEntries(given) as Answers) };
    };

    it('comes in parts, cut between paragraphs, and stands as it stood where nothing is changed', async () => {
      await write(LONG);
      const { fields } = await open();
      expect(fields.map(({ label }) => label)).toEqual(
        [1, 2, 3, 4].map((part) => `What worked, part ${part} of 4`),
      );
      for (const field of fields) {
        const { initial = '' } = field as { readonly initial?: string };
        expect(initial.length).toBeLessThanOrEqual(3_000);
        expect(initial).toMatch(/^(?:\d+\. .*End\.)?$/su);
      }
      expect(await fill('rewrite_section', await filledIn())).toMatchObject({ kind: 'done' });
      expect(await textOf('worked')).toBe(LONG);
    });

    it('is changed in any of them, and a part that is emptied is gone', async () => {
      await write(LONG);
      const answers = await filledIn();
      await fill('rewrite_section', { ...answers, textB: '', text: 'A new beginning.' });
      const now = await textOf('worked');
      expect(now.startsWith('A new beginning.\n\n')).toBe(true);
      expect(now.length).toBeLessThan(LONG.length - 3_000);
      expect(now.endsWith(PARAGRAPHS.at(-1)!)).toBe(true);
    });

    it.each([
      ['one line', 'word '.repeat(1_900).trim()],
      ['no space at all', 'x'.repeat(10_000)],
      ['signs of two units', '😀'.repeat(4_999)],
      ['lines', 'A line of some words\n'.repeat(470).trim()],
    ])('may be %s, and nothing of it is lost', async (_, text) => {
      await write(text);
      await fill('rewrite_section', await filledIn());
      expect(await textOf('worked')).toBe(text);
    });

    it('shows both texts whole to whoever was slower', async () => {
      await write(LONG);
      const answers = await filledIn();
      await fill('rewrite_section', { ...answers, text: 'Kim’s.' });
      const lost = await fill('rewrite_section', { ...answers, text: 'Ana’s.' }, ana);
      const form = lost.kind === 'form' ? lost.form : undefined;
      expect(form?.quote?.text).toBe(await textOf('worked'));
      expect(form?.fields.map(({ label }) => label)).toContain('As you wrote it, part 1 of 3');
    });

    it('and is too much for a section keeps what was written, and says by how much', async () => {
      await write(LONG);
      const answers: Answers = { ...(await filledIn()), textD: 'y'.repeat(3_000) };
      const reply = await fill('rewrite_section', answers);
      expect(reply).toMatchObject({
        kind: 'mend',
        faults: {
          textD: expect.stringMatching(
            /^All of it has 1\d,\d{3} characters, and a section holds 10,000: shorten it by/u,
          ) as unknown,
        },
        form: { carried: { base: answers['base'] }, fields: [{}, {}, {}, { name: 'textD' }] },
      });
      expect(await textOf('worked')).toBe(LONG);
    });
  });

  it('while somebody writes more than a form holds: nothing of theirs is cut off and saved, nothing of one’s own is lost', async () => {
    await fill('write_section', { section: 'worked', text: 'A call.' });
    const kims = await open();
    const long = `${'x'.repeat(3_100)} and the end of it`;
    await conversation.write({ postMortem: 1, section: 'worked', base: 1, text: long, actorId: ana.id });
    const sent = { ...kims.carried, text: 'A call, and flowers.' };
    expect(await fill('rewrite_section', sent)).toMatchObject({
      kind: 'form',
      form: {
        quote: { label: 'As Ana wrote it', text: long },
        carried: { base: '2' },
        fields: [{ initial: 'A call, and flowers.' }],
      },
    });
    expect(await textOf('worked')).toBe(long);
  });

  it('with more than it takes: what must be mended stands beside the text itself, not beside the choice of a section', async () => {
    await fill('write_section', { section: 'worked', text: 'A call.' });
    const { carried } = await open();
    const text = 'x'.repeat(3_001);
    expect(await fill('rewrite_section', { ...carried, text })).toMatchObject({
      kind: 'mend',
      faults: { text: 'At most 3,000 characters; this has 3,001.' },
      form: { carried, fields: [{ name: 'text', initial: text }] },
    });
  });
});

describe('a button that was offered before the last one was chosen', () => {
  it.each([
    ['finish_item', 'PM-1: every action in it is ticked off already. Nothing changed.'],
    ['change_item', 'PM-1: every action in it is ticked off already. Nothing changed.'],
    ['unlink_alert', 'PM-1: there is no other alert in it. Nothing changed.'],
  ] as const)('%s says so rather than ask for a choice of nothing', async (action, words) => {
    expect(told(await conversation.press({ actor: kim, alert: 1, action }))).toBe(words);
  });
});

describe('an alert taken out of a post-mortem', () => {
  it('is no part of it any more; both threads say so, and it can belong to another', async () => {
    await hear('Omar');
    await type('/cx-postmortem CX-2 PM-1');
    expect(await fill('unlink_alert', { linked: 'CX-2' })).toMatchObject({ kind: 'done' });
    expect((await view()).alerts.map(({ alert }) => alert.number)).toEqual([1]);
    expect(await lastOf(2)).toBe('Kim took this out of post-mortem PM-1.');
    expect(await steps()).toContain('Kim took CX-2 out.');
    expect(await type('/cx-postmortem CX-2')).toContain('Opened just now');
  });

  it('is typed as well; the one it was opened for stays, and one that is no part is said to be none', async () => {
    await hear('Omar');
    await type('/cx-postmortem CX-2 PM-1');
    expect(await type('/cx-postmortem CX-1 out of PM-1')).toBe(
      'CX-1 is what PM-1 was opened for, so it stays. Nothing changed.',
    );
    expect(await type('cx-postmortem remove CX-2')).toBe('CX-2 is no part of PM-1 any more.');
    expect(await type('/cx-postmortem CX-2 out of PM-1')).toBe('CX-2 is no part of PM-1. Nothing changed.');
  });
});

describe('an action that changes hands or days', () => {
  const nudge = async (): Promise<Date> =>
    (await world.database.pool.query<{ nudge_at: Date }>('select nudge_at from action_items')).rows[0]!
      .nudge_at;

  it('is its new owner’s, by its new day, and they are reminded by that day', async () => {
    await fill('add_item', { text: 'Review queue', due: '2026-12-01' });
    const [{ item }] = (await view()).items as [PostMortemView['items'][number]];
    expect((await nudge()).toISOString()).toBe('2026-11-29T09:00:00.000Z');
    await fill('change_item', { item: item.id, owner: ana.id, due: '2026-12-11' });
    expect((await view()).items).toMatchObject([{ item: { dueOn: '2026-12-11' }, owner: { name: 'Ana' } }]);
    expect((await nudge()).toISOString()).toBe('2026-12-09T09:00:00.000Z');
    expect((await steps()).at(-1)).toMatch(
      /^Kim changed an action: “Review queue”, now @Ana, by .*11 December/u,
    );
  });

  it('is not changed into nothing, into the past, or for somebody unknown', async () => {
    await fill('add_item', { text: 'Review queue', due: '2026-12-01' });
    const [{ item }] = (await view()).items as [PostMortemView['items'][number]];
    const faults = async (answers: Answers) => {
      const reply = await fill('change_item', { item: item.id, ...answers });
      return reply.kind === 'mend' ? reply.faults : reply.kind;
    };
    expect(await faults({})).toEqual({ due: 'Say who does it from now on, or by when.' });
    expect(await faults({ due: '2026-01-01' })).toEqual({ due: expect.stringContaining('past') as unknown });
    expect(await faults({ owner: world.newId() })).toEqual({
      owner: expect.stringContaining('do not know') as unknown,
    });
    await fill('finish_item', { item: item.id });
    expect(await faults({ due: '2026-12-20' })).toBe('note');
  });
});

describe('an open alert alike', () => {
  const tell = () =>
    tellAlertsAlike({
      transaction: world.database.transaction,
      clock: world.clock,
      newId: world.newId,
      wanted: () => undefined,
    });
  const lines = async (): Promise<readonly string[]> =>
    (
      await world.database.pool.query<{ alert: string }>(
        `select alert from alert_events where kind = 'looked_at' order by alert`,
      )
    ).rows.map(({ alert }) => alert);

  it('hears once that a post-mortem looks at the same, from two processes at once, and not when it is closed or linked', async () => {
    await hear('Omar', 'Lena', 'Ida', 'Noor');
    await type('/cx-postmortem CX-3 PM-1');
    await world.change(4, kim.id, { verb: 'dismiss', dismissal: 'other', note: 'a test' });
    await world.hear({ customer: { id: 'Bo', name: 'Bo' }, text: 'The lawyer writes.' });
    await world.triageAll();
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await lines()).toEqual(['2', '5']);
    expect(await lastOf(2)).toBe('Being looked at in PM-1: refunds.');
    const { rows } = await world.database.pool.query(
      `select from messages m join alert_events e on e.id = m.event_id where e.kind = 'looked_at' and m.role = 'line'`,
    );
    expect(rows).toHaveLength(2);
  });

  it('that is opened later hears it too, and nobody does once the post-mortem is completed', async () => {
    await hear('Omar');
    await tell();
    await hear('Lena');
    await tell();
    expect(await lines()).toEqual(['2', '3']);
    await world.database.pool.query(
      `update post_mortems set state = 'completed', completed_at = now(), completed_by = opened_by`,
    );
    await hear('Ida');
    await tell();
    expect(await lines()).toEqual(['2', '3']);
  });
});
