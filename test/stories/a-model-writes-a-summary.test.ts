import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIM as KIM_ON_TEAMS } from '../counterparts/teams/people.js';
import {
  CALM,
  KEY,
  type ModelCounterpart,
  startModelCounterpart,
} from '../counterparts/model/model-counterpart.js';
import { cardOf } from '../counterparts/teams/message.js';
import { cardsIn } from './read-slack.js';
import { lowScore } from './senders.js';
import { CHANNELS, KIM, MONEY, SUPPORT } from './story.js';
import { MONEY_ON_TEAMS, prepareTeamsStory, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { type DeskVisit, visitDesk } from './visit-desk.js';

const QUOTE = 'Third time I ask about my refund';
const WORDS = `${QUOTE}, and nobody writes back.`;
const TITLE = 'Money · last 7 days';
/** What every figure of the model reads as comes from the database. */
const FIGURE = '{theme_a}';
const HOLDS = {
  text: `Refunds are asked for again and again, in ${FIGURE}.`,
  quote: QUOTE,
  voices: ['V1', 'V2'],
};
/** One sentence that holds, and the worst besides: a figure, a quote, a citation made up, and words that want to act. */
const NARRATIVE = {
  sentences: [
    HOLDS,
    { text: 'Refunds cost 9000 euros a day, which is half.', quote: null, voices: ['V1'] },
    { text: 'They say so themselves.', quote: 'we all leave tomorrow', voices: ['V1'] },
    { text: 'Somebody unheard said as much.', quote: null, voices: ['V99'] },
    { text: '<!channel> @everyone see https://evil.example and **act**.', quote: null, voices: ['V1'] },
  ],
};
const FORBIDDEN = /(?<![\w.-])9000(?![\w-])|say so themselves|we all leave|unheard|evil\.example|@everyone/u;
const SAID =
  /Refunds are asked for again and again, in (\d+) alerts\. “Third time I ask about my refund” \(CX-\d+, CX-\d+\)/u;

const YAML = `
sources:
  - { name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }
teams:
  - { name: support, channels: { slack: ${SUPPORT}, desk: support } }
  - { name: money, channels: { slack: '#money', desk: money } }
routes:
  - { when: { theme: refunds }, team: money }
default_team: support
desk: { operator: { name: Lee, email: lee@example.com } }
`;

describe('a summary that somebody shares, and a model writes about', () => {
  let story: TeamsStory;
  let model: ModelCounterpart;
  let desk: DeskVisit;
  let heard = 0;

  beforeAll(async () => {
    model = await startModelCounterpart();
    answerWith(NARRATIVE);
    story = await prepareTeamsStory({
      yaml: YAML,
      env: { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: model.baseUrl },
      slack: {
        workspace: {
          channels: CHANNELS,
          users: [{ id: KIM, name: 'kim', realName: 'Kim Larsen', email: 'kim@example.com' }],
        },
      },
    });
    await story.start();
    await story.connected();
    await story.connect({ money: MONEY_ON_TEAMS });
    await story.teams.install({ person: KIM_ON_TEAMS });
    desk = await visitDesk(story.product());
    for (let each = 0; each < 3; each += 1) await speak();
  }, 120_000);
  afterAll(() => model.close());

  const answerWith = (narrative: unknown): void =>
    model.behave({
      kind: 'answers',
      with: (input) => (input.startsWith('Figures:') ? narrative : CALM),
    });
  /** One more customer, so that what is asked of the model is not what it was asked before. */
  const speak = async (): Promise<void> => {
    heard += 1;
    const customer = { id: `customer-${heard}`, name: 'Maria Lopez' };
    await story.hear(lowScore({ text: WORDS, customer }));
    await until('its card', () => cardsIn(story.slack, MONEY).find(isOf(`CX-${heard}`)), 30_000);
  };
  /** What is shared stands there too, and names alerts, but not in its title. */
  const isOf =
    (alert: string) =>
    ({ title }: { readonly title: string }): boolean =>
      new RegExp(`\\b${alert}\\b`, 'u').test(title);
  const onSlack = () => story.slack.messages({ channel: MONEY }).filter(({ text }) => text.startsWith(TITLE));
  const shareOnSlack = async (): Promise<unknown> => {
    const before = onSlack().length;
    const { body } = await story.slack.sendCommand({
      user: KIM,
      channel: MONEY,
      command: '/cx-summary',
      text: '7d money',
    });
    expect(JSON.stringify(body)).not.toContain('Written by');
    const { ts } = story.slack.ephemerals({ user: KIM }).at(-1)!;
    await story.slack.clickButton({ channel: MONEY, ts, user: KIM, actionId: 'share' });
    await until('it is shared', () => (onSlack().length > before ? true : undefined), 40_000);
    return onSlack().at(-1);
  };
  const onTeams = () =>
    story.teams
      .messages({ conversation: MONEY_ON_TEAMS })
      .filter(({ activity }) => JSON.stringify(activity).includes('Shared by'));
  const shareOnTeams = async () => {
    const before = onTeams().length;
    const mine = story.teams.personalChat({ person: KIM_ON_TEAMS }).id;
    const asked = story.teams.messages({ conversation: mine }).length;
    await story.teams.typeToBot({
      person: KIM_ON_TEAMS,
      conversation: MONEY_ON_TEAMS,
      text: 'summary 7d money',
    });
    const message = await until('it is answered', () =>
      story.teams
        .messages({ conversation: mine })
        .slice(asked)
        .find(({ activity }) => JSON.stringify(activity).includes('"share"')),
    );
    await story.teams.clickAction({ person: KIM_ON_TEAMS, message: message.id, verb: 'share' });
    await until('it is shared', () => (onTeams().length > before ? true : undefined), 40_000);
    return onTeams().at(-1)!.activity;
  };
  const shareOnDesk = async (): Promise<string> => {
    const place = { back: '/channels/money', channel: 'money' };
    const { html } = await desk.send('/command', { ...place, line: '/cx-summary 7d money' });
    const id = /\/reports\/([0-9a-f-]{36})\/share/u.exec(html)?.[1] ?? '';
    await desk.send(`/reports/${id}/share`, place);
    return until('it is shared', async () => {
      const page = await desk.read('/channels/money');
      return page.includes('Shared by') ? page : undefined;
    });
  };

  it('has on Slack, beside the figures, what holds of its sentences: counted, quoted letter by letter, with the alerts', async () => {
    const message = await shareOnSlack();
    const words = textsOf(message).join('');
    expect(SAID.exec(words)?.[1]).toBe(String(heard));
    expect(words).toContain('Written by gpt-4.1-mini from the alerts it names.');
    expect(words).toContain(`refunds ${heard} (was 0)`);
    expect(JSON.stringify(message)).not.toMatch(FORBIDDEN);
  });

  it('reads so on Teams, where the message is labelled as generated', async () => {
    const activity = await shareOnTeams();
    const words = textsOf(cardOf(activity)).join('');
    expect(SAID.exec(words)?.[1]).toBe(String(heard));
    expect(words).toContain('Written by gpt');
    expect(JSON.stringify(activity)).not.toMatch(FORBIDDEN);
    expect(activity['entities']).toEqual([
      expect.objectContaining({ type: 'https://schema.org/Message', additionalType: ['AIGeneratedContent'] }),
    ]);
  });

  it('and on the desk', async () => {
    const page = await shareOnDesk();
    expect(page).toContain(`Refunds are asked for again and again, in ${heard} alerts. “${QUOTE}” (CX-`);
    expect(page).toContain('Written by gpt-4.1-mini from the alerts it names.');
    expect(page).not.toMatch(FORBIDDEN);
  });

  it.each([
    ['refuses', { kind: 'says', text: 'I would rather not.' }],
    ['fails', { kind: 'fails', status: 500 }],
    [
      'says nothing that holds',
      { kind: 'answers', with: () => ({ sentences: NARRATIVE.sentences.slice(1) }) },
    ],
  ] as const)(
    'is shared as it was counted, at once and unlabelled, where the model %s',
    async (_, behaviour) => {
      await speak();
      await until('it was read', () =>
        model.heard().some(({ input }) => !input.startsWith('Figures:')) ? true : undefined,
      );
      model.behave(behaviour);
      const message = JSON.stringify(await shareOnSlack());
      expect(message).toContain(`refunds ${heard}`);
      expect(message).not.toContain('Written by');
      const activity = await shareOnTeams();
      expect(JSON.stringify(activity)).toContain('Shared by');
      expect(JSON.stringify(activity)).not.toContain('Written by');
      expect(activity['entities'] ?? []).toEqual([]);
      answerWith(NARRATIVE);
    },
  );

  it('was sent no name, and every one was posted once', () => {
    expect(
      model
        .heard()
        .map(({ input }) => input)
        .join('\n'),
    ).not.toMatch(/Maria|Kim|Larsen/u);
    expect(onSlack()).toHaveLength(4);
    expect(onTeams()).toHaveLength(4);
    expect(story.slack.duplicates()).toEqual([]);
  });
});

/** All words of a message, each text by itself. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { text, inlines, ...rest } = value as Readonly<Record<string, unknown>>;
  const own = typeof text === 'string' ? [text] : textsOf(text);
  return [
    ...own,
    ...(Array.isArray(inlines) ? [textsOf(inlines).join('')] : []),
    ...textsOf(Object.values(rest)),
  ];
}
