/** Long because the narratives of digests and of post-mortems are held against the same worst that a model writes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { reportOf } from '../../src/cards/report-of.js';
import { postMortemDocument } from '../../src/cards/post-mortem/post-mortem-document.js';
import { postMortemMarkdown } from '../../src/cards/post-mortem/post-mortem-markdown.js';
import type { ZonedAudience } from '../../src/domain/digest/audience.js';
import type { AskModel } from '../../src/use-cases/ask-model.js';
import { createNarrator, NARRATIVE_WAIT_MS, type Narrator } from '../../src/use-cases/narrative/narrate.js';
import { openPostMortem } from '../../src/use-cases/post-mortem/open-post-mortem.js';
import { readReport } from '../../src/use-cases/read-report.js';
import { sendDigests } from '../../src/use-cases/send-digests.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, type World } from '../world.js';

const DAY = 86_400_000;
const AUDIENCE: ZonedAudience = {
  name: 'leadership',
  kind: 'leadership',
  minutes: 8 * 60,
  timeZone: 'UTC',
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  teams: [],
  to: { channelsOf: [], channels: {}, people: [] },
  quiet: 'line',
};
/** What a model that wants to act would write, and one sentence that holds. */
const SENTENCES = [
  {
    text: 'Refunds take too long, in {theme_a} of late.',
    quote: 'Third time I call about the same refund.',
    voices: ['V1'],
  },
  { text: 'Losses rose by 400 percent.', quote: null, voices: ['V1'] },
  { text: 'They mean it.', quote: 'I will burn it down', voices: ['V1'] },
  { text: 'Ask <!channel> or @everyone at https://evil.example.', quote: null, voices: ['V1'] },
  { text: 'Type /cx-claim CX-1 to lower it.', quote: null, voices: ['V1'] },
];

let world: World;
let inputs: string[];
let people: (readonly string[] | undefined)[];
let work: Promise<void>[];
beforeEach(async () => {
  world = await createWorld();
  inputs = [];
  people = [];
  work = [];
  await world.hear({ customer: { id: 'maria', name: 'Maria Lopez' } });
  await world.triageAll();
});

function narrator(sentences: readonly unknown[] = SENTENCES, ask?: AskModel): Narrator {
  const answering: AskModel = ({ input, people: names, schema }) => {
    inputs.push(input);
    people.push(names);
    return Promise.resolve({ answer: schema.parse({ sentences }), reader: 'gpt-test', kept: false });
  };
  const made = createNarrator({
    transaction: world.database.transaction,
    ask: ask ?? answering,
    silence: {},
    clock: world.clock,
    log: quietLog,
    wanted: () => undefined,
  });
  const kept = (each: Promise<void>): Promise<void> => {
    work.push(each);
    return each;
  };
  return { ...made, report: (id) => kept(made.report(id)), postMortem: (id) => kept(made.postMortem(id)) };
}

const send = async (with_: Narrator): Promise<void> => {
  await sendDigests({
    transaction: world.database.transaction,
    audiences: [AUDIENCE],
    channelsOf: (team) => world.policy.teams.find(({ name }) => name === team)?.channels ?? {},
    fallbackTeam: 'fallback',
    platforms: ['desk'],
    threaded: [],
    clock: world.clock,
    newId: world.newId,
    notices: { set: () => Promise.resolve(), clear: () => Promise.resolve() },
    silence: {},
    narrator: with_,
    changed: () => undefined,
  });
};

/** The digest's messages: how long each is kept back. */
async function keptBack(): Promise<readonly number[]> {
  const { rows } = await world.database.pool.query<{ at: Date }>(
    `select not_before as at from messages where role = 'report'`,
  );
  return rows.map(({ at }) => at.getTime() - world.clock().getTime());
}

async function digestReport() {
  const { rows } = await world.database.pool.query<{ report: string }>('select report from digests');
  const told = await world.database.transaction((store) =>
    readReport(store, rows[0]?.report ?? '', world.clock(), {}),
  );
  return told && reportOf(told);
}

async function nextMorning(with_: Narrator): Promise<void> {
  await send(with_);
  world.pass(DAY);
  await send(with_);
  await Promise.all(work);
}

describe('the narrative of a digest', () => {
  it('is of sentences that hold, with counted figures and the alerts, and says who wrote it', async () => {
    await nextMorning(narrator());
    const report = await digestReport();
    expect(report?.written).toEqual({
      lines: [
        [
          { kind: 'text', text: 'Refunds take too long, in 1 alert of late.' },
          { kind: 'text', text: ' “Third time I call about the same refund.”' },
          { kind: 'text', text: ' (CX-1)' },
        ],
      ],
      by: [
        {
          kind: 'text',
          text: 'Written by gpt-test from the alerts it names. Figures are counted, quotes are the customers’ own.',
        },
      ],
    });
    expect(await keptBack()).toEqual([0]);
    expect(inputs[0]).toContain('{theme_a} reads "1 alert"');
    expect(inputs[0]).toContain('V1: Third time I call about the same refund.');
  });

  it('goes on telling a theme’s own figure where themes change places, and leaves out a theme that is none any more', async () => {
    await world.hear(
      { customer: { id: 'jo' }, text: 'My lawyer will write to you about it.' },
      { customer: { id: 'bo' }, text: 'Ask my lawyer.' },
    );
    await world.triageAll();
    await nextMorning(
      narrator([
        { text: 'Lawyers are named in {theme_a}.', quote: null, voices: ['V1'] },
        { text: 'Refunds take too long, in {theme_b}.', quote: null, voices: ['V1'] },
      ]),
    );
    const written = async () =>
      (await digestReport())?.written?.lines.map(([first]) => first?.kind === 'text' && first.text);
    const told = ['Lawyers are named in 2 alerts.', 'Refunds take too long, in 1 alert.'];
    expect(await written()).toEqual(told);
    await world.database.pool.query(`update alerts set theme = 'deliveries' where number = 2`);
    expect(await written()).toEqual(['Lawyers are named in 1 alert.', told[1]]);
    await world.database.pool.query(`update alerts set theme = 'deliveries' where theme = 'legal'`);
    expect(await written()).toEqual([told[1]]);
  });

  it('lets the digest go at once, plain, where the model refuses, fails or says nothing that holds', async () => {
    const refusing = narrator([], () => Promise.resolve({ refused: 'failed' }));
    await nextMorning(refusing);
    expect(await keptBack()).toEqual([0]);
    expect((await digestReport())?.written).toBeUndefined();
    const broken = narrator([], () => Promise.reject(new Error('no')));
    world.pass(DAY);
    await send(broken);
    await Promise.all(work);
    expect(await keptBack()).toEqual([-DAY, 0]);
  });

  it('is not waited for longer than its limit, and comes to nothing once the digest was posted', async () => {
    let answer: ((said: { refused: 'failed' }) => void) | undefined;
    let late: (() => void) | undefined;
    const hanging: AskModel = ({ schema }) =>
      new Promise((resolve) => {
        answer = resolve;
        late = () =>
          resolve({ answer: schema.parse({ sentences: SENTENCES }), reader: 'gpt-test', kept: false });
      });
    const slow = narrator([], hanging);
    await send(slow);
    world.pass(DAY);
    await send(slow);
    while (!late) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await keptBack()).toEqual([NARRATIVE_WAIT_MS]);
    await world.database.pool.query(
      `update messages set state = 'posted', attempt = 1 where role = 'report'`,
    );
    late();
    await Promise.all(work);
    expect(answer).toBeDefined();
    expect((await digestReport())?.written).toBeUndefined();
  });
});

describe('a narrative', () => {
  it('is written by a model that is told whose names to leave out: all that the voices name', async () => {
    const author = { name: 'Ana Ruiz', handle: '@ana' };
    await world.hear({ text: 'My lawyer asks Jo.', customer: { name: 'Ana R.' }, agent: 'Jo Field', author });
    await world.triageAll();
    const kim = await world.staff('Kim');
    await world.change(2, kim, { verb: 'claim' });
    await nextMorning(narrator());
    await narrator().postMortem(await postMortemOf(2, kim));
    const named = ['@ana', 'Ana R.', 'Ana Ruiz', 'Jo Field'];
    expect(people.map((names) => names?.toSorted())).toEqual([
      [...named, 'Kim', 'Maria Lopez'],
      [...named, 'Kim'],
    ]);
  });
});

async function postMortemOf(alert: number, actorId: string): Promise<number> {
  const opened = await openPostMortem(
    {
      transaction: world.database.transaction,
      clock: world.clock,
      newId: world.newId,
      policy: world.policy,
      channelsOf: () => ({ desk: 'support' }),
      wanted: () => undefined,
    },
    { alert, actorId },
  );
  return 'view' in opened && 'postMortem' in opened.view ? opened.view.postMortem.number : 0;
}

describe('the narrative of a post-mortem', () => {
  it('stands in the draft and its export, labelled, beside what people write, and goes with its completion', async () => {
    const kim = await world.staff('Kim');
    const { transaction } = world.database;
    const deps = {
      transaction,
      clock: world.clock,
      newId: world.newId,
      policy: world.policy,
      channelsOf: () => ({ desk: 'support' }),
      wanted: () => undefined,
      narrator: narrator([{ ...SENTENCES[0], text: 'Refunds take too long for {customers}.' }]),
    };
    await openPostMortem(deps, { alert: 1, actorId: kim });
    await Promise.all(work);
    const paper = async () =>
      transaction(async (store) => {
        const view = await store.viewPostMortem(1);
        return view && postMortemDocument(view, await store.postMortemSources(view));
      });
    const draft = await paper();
    expect(draft && postMortemMarkdown(draft, 'UTC')).toContain(
      '## In short\n\nRefunds take too long for 1 customer. “Third time I call about the same refund.” (CX-1)\n\n*Written by gpt-test',
    );
    expect(draft?.sections.every(({ version }) => version === 0)).toBe(true);
    await world.database.pool.query(
      `update post_mortems set state = 'completed', completed_at = now(), reviewer_id = opened_by`,
    );
    expect((await paper())?.written).toBeUndefined();
  });
});
