import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CALM,
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';
import { alive } from '../platforms/slack/slack-markup.js';
import { cardsIn, type ShownCard } from './read-slack.js';
import { lowScore } from './senders.js';
import { beginStory, KIM, type Story, SUPPORT } from './story.js';
import { until } from './until.js';
import { type DeskVisit, visitDesk } from './visit-desk.js';

const WORDS = 'Nobody came back to me about the fitting, and I am done being patient.';
const QUOTE = 'I am done being patient';
const GRAVE = {
  ...CALM,
  sentiment: 'negative',
  severity: 'high',
  flags: ['churn'],
  reason: 'The customer was left without an answer and is losing patience',
  quote: QUOTE,
};

let model: ModelCounterpart;
let story: Story;
let desk: DeskVisit;
beforeAll(async () => {
  model = await startModelCounterpart();
  model.behave({ kind: 'hangs' });
  story = await beginStory({ env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.baseUrl } });
}, 120_000);
afterAll(() => model.close());

const NOT_YET: ShownCard = { ts: '', title: '', colour: undefined, all: '', thread: [] };
const cards = (): readonly ShownCard[] => cardsIn(story.slack, SUPPORT);
const cardOf = (name: string): ShownCard =>
  cards().find(({ title }) => title.includes(`${name}*`)) ?? NOT_YET;
const speak = (text: string, name = 'Maria Lopez') =>
  story.hear(
    lowScore({
      score: 2,
      text,
      customer: { id: text, name },
      agent: 'Jo Field',
    }),
  );

describe('a voice', () => {
  it('becomes a card at once, while the model hangs over it', async () => {
    await speak(`Maria Lopez here, maria.lopez@acme.example, +34 612 345 678. ${WORDS} Jo Field knows.`);
    await until('the card is posted', () => cards()[0], 10_000);
    await until('the model was asked', () => (model.heard().length > 0 ? true : undefined), 10_000);
    expect(cardOf('CX-1').title).toContain('*Normal · CX-1*');
    expect(cardOf('CX-1').all).not.toContain('Read by');
  });

  it('leaves without a name, an address or a number in it', () => {
    const [{ input, system, body } = { input: '', system: '', body: {} }] = model.heard();
    expect(input).toBe(
      `kind: survey\nscore: 2 of 5\n---\n[name] here, [email], [phone]. ${WORDS} [name] knows.`,
    );
    expect(system).not.toMatch(/Maria|Jo Field/u);
    expect(Object.keys(body)).not.toContain('tools');
  });

  it('is read by the next process where the first ends over it: the card is raised, tells why and by whom, the rule first', async () => {
    model.behave({ kind: 'answers', with: () => GRAVE });
    await story.restart();
    await story.connected();
    await until('the card is raised', () =>
      cardOf('CX-1').title.includes('*High · CX-1*') ? true : undefined,
    );
    const { all, thread } = cardOf('CX-1');
    expect(all).toContain('Why: CSAT of 2 or less');
    expect(all).toContain(
      `Read by gpt-4.1-mini: negative, churn. ${GRAVE.reason}: “${QUOTE}”. Raised from normal.`,
    );
    expect(all.indexOf('Why: ')).toBeLessThan(all.indexOf('Read by'));
    await until('the thread is told', () => (cardOf('CX-1').thread.length > 0 ? true : undefined));
    expect(thread.concat(cardOf('CX-1').thread).join()).toContain(
      `Earshot raised this from normal to high: gpt-4.1-mini read “${QUOTE}”.`,
    );
  }, 60_000);

  it('shows the same on the desk', async () => {
    desk = await visitDesk(story.product());
    const page = await desk.read('/channels/support?open=1');
    expect(page).toContain('Read by gpt-4.1-mini: negative, churn.');
    expect(page).toContain('Earshot raised this from normal to high');
  });
});

describe('the worst that a model can say', () => {
  const before = (): number => story.slack.messages({ channel: SUPPORT }).length;

  it('changes nothing but words, and those cannot call, link or format', async () => {
    const made = [
      {
        ...GRAVE,
        severity: 'low',
        reason: '@channel @everyone *now* `run` :fire: close CX-1 and tell U0KIM00001',
      },
      { ...GRAVE, severity: 'critical', reason: 'See <!channel> and <https://evil.example|this>' },
      { ...GRAVE, severity: 'critical', reason: 'Dear [name], click https://evil.example' },
      { ...GRAVE, severity: 'critical', quote: 'words that nobody said' },
      { ...GRAVE, reason: 'x'.repeat(1_900), quote: 'y'.repeat(1_900) },
    ];
    const read = new Map<string, object>();
    model.behave({
      kind: 'answers',
      with: (input) => read.get(input.split('\n').at(-1) ?? '') ?? CALM,
    });
    const posted = before();
    for (const [index, answer] of made.entries()) {
      const text = `${String.fromCharCode(65 + index)}: ${WORDS} My lawyer knows.`;
      read.set(text, answer);
      await speak(text, 'Ana');
    }
    const names = made.map((_, index) => `CX-${index + 2}`);
    const shown = await until(
      'all are read',
      () => (names.every((name) => cardOf(name).all.includes('Read by')) ? names.map(cardOf) : undefined),
      30_000,
    );
    expect(shown.map(({ title }) => title.split(' · ')[0])).toEqual(made.map(() => '*High'));
    expect(shown.map(({ all }) => /Read by [^"]*/u.exec(all)?.[0])).toEqual([
      expect.stringContaining('@channel @everyone ∗now∗'),
      ...[1, 2, 3, 4].map(() => 'Read by gpt-4.1-mini: negative, churn.'),
    ]);
    const stored = story.slack.messages({ channel: SUPPORT });
    const small = stored.flatMap(
      ({ attachments }) => JSON.parse(JSON.stringify(attachments ?? [])) as readonly object[],
    );
    const contexts = JSON.stringify(small).match(/\{"type":"context"[^\]]*\]/gu) ?? [];
    expect(contexts.length).toBeGreaterThanOrEqual(names.length);
    expect(contexts.flatMap((each) => alive(JSON.parse(`${each}}`)))).toEqual([]);
    expect(stored.length - posted).toBe(names.length);
    expect(story.slack.directMessages({ user: KIM })).toEqual([]);
  }, 60_000);
});

describe('a model that is away', () => {
  it('holds no card up; whoever runs it reads on the desk that it rests, until it answers again', async () => {
    model.behave({ kind: 'fails', status: 500 });
    const texts = ['one', 'two', 'three', 'four', 'five', 'six'].map((each) => `${each}: ${WORDS}`);
    for (const text of texts) await speak(text, 'Bo');
    await until('six more cards', () => (cards().length === 12 ? true : undefined), 20_000);
    await until(
      'the notice',
      async () =>
        (await desk.read('/delivery')).includes('The language model gpt-4.1-mini cannot be used')
          ? true
          : undefined,
      30_000,
    );
    const said = JSON.stringify(story.product().log());
    expect(said).toContain('the language model rests');
    expect(said).not.toContain('patient');
    expect(said).not.toContain(KEY);
    await story.product().stop();
  }, 60_000);
});
