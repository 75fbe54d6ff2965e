import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Mend, Reply } from '../../src/conversation/conversation.js';
import type { Answers } from '../../src/cards/form.js';
import { reportOf } from '../../src/cards/report-of.js';
import type { Staff } from '../../src/domain/staff.js';
import { readReport } from '../../src/use-cases/read-report.js';
import { aloud, noteAloud } from '../cards/read-aloud.js';
import { createWorld, type World } from '../world.js';
import { conversationIn } from './conversation-in.js';

const MESSAGE = {
  key: 'slack:C0MONEY001:1700000000.000100',
  text: 'Maria says her refund is still not there, third call.',
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
});
afterEach(() => world.database.close());

const report = (answers: Answers, actor = kim): Promise<Reply | Mend> =>
  conversation.tell({ actor, action: 'report_voice', answers, on: 'desk' });
const said = (reply: Reply | Mend): string => (reply.kind === 'note' ? noteAloud(reply.note) : reply.kind);

/** What a person was told of their reports, oldest first. */
async function toldTo({ id }: Staff): Promise<readonly string[]> {
  const { rows } = await world.database.pool.query<{ report: string }>(
    `select report from messages where role = 'report' and to_person and channel = $1 and platform = 'desk' order by seq`,
    [id],
  );
  const told: string[] = [];
  for (const row of rows) {
    const read = await world.database.transaction((store) =>
      readReport(store, row.report, world.clock(), {}),
    );
    const { title, lines } = reportOf(read!);
    told.push([title, ...lines.map(aloud)].join('\n'));
  }
  return told;
}

describe('a voice that a person reports', () => {
  it('becomes an alert with its words, its link, its customer and who reported it', async () => {
    const begun = await conversation.begin({ actor: kim, action: 'report_voice', message: MESSAGE });
    const form = begun.kind === 'form' ? begun.form : undefined;
    expect(form?.fields.map((field) => 'initial' in field && field.initial).filter(Boolean)).toEqual([
      MESSAGE.text,
      MESSAGE.link,
    ]);
    const answers = {
      ...form!.carried,
      text: MESSAGE.text,
      link: MESSAGE.link,
      customer: 'Maria Lopez at Acme',
      score: '2 of 5',
      channel: 'call',
    };
    expect(said(await report(answers))).toContain('Thank you, it is kept.');
    await world.triageAll();
    const [view] = (await world.database.transaction((store) => store.listAlerts({ show: 'all' }, 9))).views;
    expect(view).toMatchObject({
      alert: { number: 1, severity: 'normal', theme: 'refunds' },
      lead: {
        source: 'a person',
        kind: 'report',
        text: MESSAGE.text,
        url: MESSAGE.link,
        speaker: 'Maria Lopez',
        reporter: 'Kim',
      },
      account: { name: 'Acme' },
    });
    expect(await toldTo(kim)).toEqual([
      [
        'What you reported is CX-1 now',
        `“${MESSAGE.text}”`,
        'Maria Lopez at Acme gave 2 of 5 by phone, about refunds.',
        'CSAT of 2 or less.',
        'Nobody has claimed it yet.',
      ].join('\n'),
    ]);
  });

  it('is counted once by its message, whoever reports it, and the second hears what it became', async () => {
    const answers = { once: MESSAGE.key, text: 'A lawyer will write about the refund.' };
    await report(answers);
    expect(said(await report(answers, ana))).toContain('before: it counts once. It is being decided on.');
    await world.triageAll();
    expect(said(await report({ ...answers, text: 'The same in other words' }, ana))).toContain(
      'before by Kim: it counts once. What was reported is CX-1 now.',
    );
    await world.triageAll();
    const { rows } = await world.database.pool.query('select id from signals');
    expect(rows).toHaveLength(1);
    expect(await toldTo(ana)).toEqual([]);
  });

  it('that nobody has to act on stays on the timeline, and who reported it hears that and why', async () => {
    await report({ once: 'one', text: 'They love the new page.', gravity: 'praise' });
    await world.triageAll();
    expect(await toldTo(kim)).toEqual([
      [
        'What you reported is kept on the customer’s timeline',
        '“They love the new page.”',
        'Praise: kept on the timeline for thanks.',
      ].join('\n'),
    ]);
  });

  it('that they call critical is, and says who called it so', async () => {
    await report({ once: 'one', text: 'The whole site is down for them.', gravity: 'critical' });
    await world.triageAll();
    const { views } = await world.database.transaction((store) => store.listAlerts({ show: 'all' }, 9));
    expect(views[0]!.alert).toMatchObject({
      severity: 'critical',
      reason: 'Kim reported it as critical.',
    });
  });

  it('is told of once more when its alert ends, to who did not end it, once each', async () => {
    for (const once of ['one', 'two'])
      await report({ once, text: 'The refund is missing.', customer: 'maria@acme.example', score: '1/5' });
    await report({ once: 'three', text: 'Refund!', customer: 'maria@acme.example', score: '1/5' }, ana);
    await world.triageAll();
    await world.change(1, ana.id, { verb: 'claim' });
    await world.change(1, ana.id, {
      verb: 'resolve',
      outcome: 'recovered',
      rootCause: 'queue',
      note: 'paid',
    });
    expect((await toldTo(kim)).slice(2)).toEqual([
      [
        'CX-1, which you reported, is resolved',
        '“The refund is missing.”',
        'Ana resolved it: recovered. Paid. maria@acme.example gave 1 of 5, about refunds.',
      ].join('\n'),
    ]);
    expect(await toldTo(ana)).toHaveLength(1);
  });

  it('is not taken without words or with a score that is none, and all faults are said at once', async () => {
    const reply = await report({ once: 'one', score: 'rather bad', link: 'javascript:alert(1)' });
    expect(reply).toMatchObject({
      kind: 'mend',
      faults: {
        text: 'Say what they said, in a sentence at least.',
        score: 'Write it as 2 of 5, 6 of 10 or 2 stars.',
        link: expect.stringContaining('https://') as unknown,
      },
      form: { action: 'report_voice', carried: { once: 'one' } },
    });
    expect((await world.database.pool.query('select id from signals')).rows).toEqual([]);
  });

  it('can be begun by a typed line, whose words are taken along', async () => {
    const note = await conversation.command({ actor: kim, line: '/cx-report Third time she calls!' });
    expect(note.opens?.fields[0]).toMatchObject({ name: 'text', initial: 'Third time she calls' });
    expect(noteAloud(note)).toContain('choose Report customer voice');
  });
});
