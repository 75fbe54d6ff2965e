import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CALM,
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';
import { cardOf } from '../counterparts/teams/message.js';
import { cardsIn } from './read-slack.js';
import { A_DAY_LATER_MS, leadershipYaml } from './leadership-yaml.js';
import { lowScore } from './senders.js';
import { CHANNELS, KIM, LOBBY, MONEY } from './story.js';
import { MONEY_ON_TEAMS, prepareTeamsStory, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const WORDS = 'Third time I ask about my refund, and nobody writes back.';

/** One sentence that holds, and the worst besides. */
const NARRATIVE = {
  sentences: [
    {
      text: 'Refunds are asked for again and again, in {theme_a} of late.',
      quote: 'Third time I ask about my refund',
      voices: ['V1'],
    },
    { text: 'Refunds cost 9000 euros a day.', quote: null, voices: ['V1'] },
    { text: 'All of them will leave.', quote: 'we all leave tomorrow', voices: ['V1'] },
    { text: '<!channel> @everyone see https://evil.example and **act**.', quote: null, voices: ['V1'] },
    { text: 'Type /cx-claim to lower it.', quote: null, voices: ['V1'] },
  ],
};
const OF_A_CAUSE = {
  sentences: [
    { ...NARRATIVE.sentences[0]!, text: 'Nobody answers about a refund.' },
    NARRATIVE.sentences[1]!,
  ],
};
const HOLDS =
  'Refunds are asked for again and again, in 3 alerts of late. “Third time I ask about my refund” (CX-';
const FORBIDDEN = /(?<![\w.-])9000(?![\w-])|we all leave|evil\.example|@everyone|lower it/u;

describe('a model that writes', () => {
  let story: TeamsStory;
  let model: ModelCounterpart;
  let desk: Awaited<ReturnType<typeof visitDesk>>;
  const onSlack = () =>
    story.slack.messages({ channel: LOBBY }).find(({ text }) => text.includes('Customer voice'));

  beforeAll(async () => {
    model = await startModelCounterpart();
    model.behave({
      kind: 'answers',
      with: (input) => (input.startsWith('Figures:') ? narrativeFor(input) : CALM),
    });
    story = await prepareTeamsStory({
      mode: 'socket',
      yaml: leadershipYaml(),
      env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.baseUrl },
      slack: {
        app: { delivery: 'socket' },
        workspace: {
          channels: CHANNELS,
          users: [{ id: KIM, name: 'kim', realName: 'Kim Larsen', email: 'kim@example.com' }],
        },
      },
    });
    await story.start();
    await story.connected();
    await story.connect({ money: MONEY_ON_TEAMS });
    for (const customer of ['Maria', 'Jo', 'Bo'])
      await story.hear(lowScore({ text: WORDS, customer: { id: customer, name: customer } }));
    await until('three cards', () => (cardsIn(story.slack, MONEY).length >= 3 ? true : undefined), 30_000);
    await story.restart({ EARSHOT_TEST: JSON.stringify({ clockOffsetMs: A_DAY_LATER_MS }) });
    await story.connected();
    await until('the digest is there', onSlack, 40_000);
  }, 180_000);
  afterAll(() => model.close());

  it('adds to the digest on Slack what holds of its sentences, in small print who wrote it, and nothing else', () => {
    const blocks = onSlack()?.blocks ?? [];
    const said = JSON.stringify(blocks);
    expect(wordsOf(blocks)).toContain(HOLDS);
    expect(said).not.toMatch(FORBIDDEN);
    expect(said).toMatch(/"type":"context","elements":\[\{"type":"mrkdwn","text":"Written by gpt-4\.1-mini/u);
    expect(
      story.slack.messages({ channel: LOBBY }).filter(({ text }) => text.includes('Customer voice')),
    ).toHaveLength(1);
  });

  it('is marked on Teams as generated, as Teams wants it', async () => {
    const message = await until(
      'the digest is on Teams',
      () =>
        story.teams
          .messages({ conversation: MONEY_ON_TEAMS })
          .find(({ activity }) => JSON.stringify(activity).includes('Customer voice')),
      30_000,
    );
    expect(JSON.stringify(cardOf(message.activity))).toContain('Written by gpt');
    expect(wordsOf(cardOf(message.activity))).toContain('Refunds are asked for again and again');
    expect(JSON.stringify(message.activity)).not.toMatch(FORBIDDEN);
    expect(message.activity['entities']).toEqual([
      expect.objectContaining({ type: 'https://schema.org/Message', additionalType: ['AIGeneratedContent'] }),
    ]);
  });

  it('reads the same on the desk', async () => {
    desk = await visitDesk(story.product());
    const page = await desk.read('/channels/board');
    expect(page).toContain(HOLDS);
    expect(page).toContain('Written by gpt-4.1-mini from the alerts it names.');
    expect(page).not.toMatch(FORBIDDEN);
  });

  it('adds to the draft of a post-mortem, and to its card, once it has read what was said', async () => {
    await story.slack.sendCommand({ user: KIM, channel: MONEY, command: '/cx-postmortem', text: 'CX-1' });
    const card = await until(
      'the card has it',
      () => cardsIn(story.slack, MONEY).find(({ all }) => all.includes('Nobody answers about a refund')),
      40_000,
    );
    expect(card.all).toContain('Post-mortem PM-1');
    expect(card.all).not.toMatch(FORBIDDEN);
    const page = await desk.read('/post-mortems/1');
    expect(page).toContain(
      'In short Nobody answers about a refund. “Third time I ask about my refund” (CX-1)',
    );
  });

  it('and is sent no name', () => {
    const sent = model.heard().map(({ input }) => input);
    expect(sent.some((input) => input.startsWith('Figures:'))).toBe(true);
    expect(sent.join('\n')).not.toMatch(/Maria|Kim/u);
  });
});

function narrativeFor(input: string): unknown {
  return input.includes('{theme_a}') ? NARRATIVE : OF_A_CAUSE;
}

/** All words of a message, in their order. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, ...rest } = value as Readonly<Record<string, unknown>>;
  const own = typeof text === 'string' ? text : wordsOf(text);
  return own + Object.values(rest).map(wordsOf).join('');
}
