import { beforeAll, describe, expect, it } from 'vitest';
import type { SlackMessage } from '../counterparts/slack/message.js';
import { cardOf } from '../counterparts/teams/message.js';
import { A_DAY_LATER_MS, leadershipYaml } from './leadership-yaml.js';
import { lowScore } from './senders.js';
import { CHANNELS, KIM, LOBBY } from './story.js';
import { MONEY_ON_TEAMS, prepareTeamsStory, type TeamsStory } from './teams-story.js';
import { pause, until } from './until.js';
import { visitDesk } from './visit-desk.js';

const DANA = { id: 'U0DANA0001', name: 'dana', realName: 'Dana Reyes', email: 'dana@example.com' };
const HOSTILE = '<!channel> **Robin** [click](https://evil.example)';

/** A day and a half passes: what Slack signs would be stale to such a clock, so it is reached by its socket. */
const kindsOf = (elements: readonly unknown[]) =>
  elements.map((element) => (element as { readonly type: string }).type);

describe('the digest of leadership', () => {
  let story: TeamsStory;
  const later = { EARSHOT_TEST: JSON.stringify({ clockOffsetMs: A_DAY_LATER_MS }) };
  const rootsIn = (channel: string): readonly SlackMessage[] =>
    story.slack
      .messages({ channel })
      .filter(({ text, thread_ts: thread, ts }) => text.includes('Customer voice') && (thread ?? ts) === ts);
  const onTeams = () =>
    story.teams
      .messages({ conversation: MONEY_ON_TEAMS })
      .filter(({ activity }) => JSON.stringify(activity).includes('Customer voice'));

  beforeAll(async () => {
    story = await prepareTeamsStory({
      mode: 'socket',
      yaml: leadershipYaml(['dana@example.com', 'lee@example.com']),
      slack: {
        app: { delivery: 'socket' },
        workspace: {
          channels: CHANNELS,
          users: [{ id: KIM, name: 'kim', realName: 'Kim Larsen', email: 'kim@example.com' }, DANA],
        },
      },
    });
    await story.start();
    await story.connected();
    await story.connect({ money: MONEY_ON_TEAMS });
    for (const customer of ['Maria', 'Jo', HOSTILE])
      await story.hear(lowScore({ customer: { id: customer, name: customer } }));
    await story.hear({
      kind: 'praise',
      text: 'Ana sorted it out in ten minutes <!here>, thank you!',
      agent: 'Ana Ruiz',
      customer: { id: 'rosa', name: 'Rosa' },
    });
    await until(
      'three cards',
      () => (story.slack.messages({ channel: 'C0MONEY001' }).length >= 3 ? true : undefined),
      30_000,
    );
    await story.restart(later);
    await story.connected();
    await until('the digest is there', () => rootsIn(LOBBY)[0], 30_000);
  }, 150_000);

  it('is one message on Slack, whole, with what can be opened in its thread', async () => {
    const [root] = rootsIn(LOBBY);
    const blocks = root!.blocks ?? [];
    expect(kindsOf(blocks)).toEqual(['rich_text', 'data_visualization']);
    expect(wordsOf(blocks.slice(0, 1))).toMatchInlineSnapshot(`
      "<day> · Customer voice
      The story is refunds: 3 customers in 7 days.
      Too few alerts fell due for a figure; 3 alerts are past their time.
      One decision is waiting: who takes CX-1 (Maria gave 1 of 5, about refunds)? Nobody has it, and an answer was due <time>; 2 more are past their time."
    `);
    const [detail] = await until('its thread', () => {
      const thread = story.slack
        .messages({ channel: LOBBY })
        .filter(({ ts, thread_ts: thread }) => thread === root!.ts && ts !== root!.ts);
      return thread.length > 0 ? thread : undefined;
    });
    expect(wordsOf(detail!.blocks)).toMatchInlineSnapshot(`
      "Figures
      <day>, against the 7 days before
      Heard 4 (was 0)
      Alerts 3 (was 0)
      CSAT 3 answers, too few to say
      Since <day> 4 heard, 3 alerts, 0 resolved
      What it is about
      Themes refunds 3 (was 0)
      What is stuck, and with whom
      High · CX-1 · Maria gave 1 of 5, about refunds · nobody has it, an answer was due <time>
      High · CX-2 · Jo gave 1 of 5, about refunds · nobody has it, an answer was due <time>
      High · CX-3 · <!channel> **Robin** [click](https://evil.example) gave 1 of 5, about refunds · nobody has it, an answer was due <time>
      Thanks
      “Ana sorted it out in ten minutes <!here>, thank you!” Rosa, about Ana Ruiz"
    `);
    expect(JSON.stringify([root!.text, detail!.text])).not.toContain('<!');
  }, 30_000);

  it('goes to a person alone in the same way', async () => {
    const direct = await until('Dana is told', () => {
      const all = story.slack.directMessages({ user: DANA.id });
      return all.length > 1 ? all : undefined;
    });
    expect(direct.map(({ thread_ts: thread, ts }) => thread === undefined || thread === ts)).toEqual([
      true,
      false,
    ]);
  });

  it('is one card on Teams, whose parts open by a press', async () => {
    const [message, ...more] = await until('it is there', () =>
      onTeams().length > 0 ? onTeams() : undefined,
    );
    expect(more).toEqual([]);
    const card = cardOf(message!.activity)!;
    const body = card['body'] as readonly { readonly type: string }[];
    expect(kindsOf(body).at(-1)).toBe('Chart.Line');
    expect(wordsOf(body.slice(0, -1))).toMatchInlineSnapshot(`
      "<day> · Customer voice
      The story is refunds: 3 customers in 7 days.
      Too few alerts fell due for a figure; 3 alerts are past their time.
      One decision is waiting: who takes CX-1 (Maria gave 1 of 5, about refunds)? Nobody has it, and an answer was due <time>; 2 more are past their time."
    `);
    expect(
      (card['actions'] as readonly { type: string; title: string }[]).map(
        ({ type, title }) => `${type} ${title}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "Action.ShowCard Figures",
        "Action.ShowCard What it is about",
        "Action.ShowCard What is stuck, and with whom",
        "Action.ShowCard Thanks",
      ]
    `);
  });

  it('is on the desk, with parts that open, in its channel and under Mine of who is nowhere else', async () => {
    const desk = await visitDesk(story.product());
    expect(await desk.read('/mine')).toContain('The story is refunds: 3 customers in 7 days');
    const page = await desk.read('/channels/board');
    expect(page).toContain('Digest');
    expect(page).toContain('The story is refunds: 3 customers in 7 days');
    expect(page).toContain('What is stuck, and with whom');
  });

  it('is not sent again after another restart', async () => {
    await story.restart(later);
    await story.connected();
    await pause(2_000);
    expect(rootsIn(LOBBY)).toHaveLength(1);
    expect(onTeams()).toHaveLength(1);
    expect(
      story
        .product()
        .log()
        .filter(({ level }) => level >= 50),
    ).toEqual([]);
    await story.product().stop();
  }, 60_000);
});

/** Every word of blocks or elements, each on lines of its own; days and times stand for themselves. */
function wordsOf(blocks: unknown): string {
  const lines = Array.isArray(blocks) ? blocks.map((block) => textsOf(block).join('')) : [];
  return lines
    .join('\n')
    .replaceAll(...DAYS)
    .replaceAll(...TIMES);
}

const DAYS = [
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?: \d+ [A-Z]\w+)?|\d+ (?:[A-Z]\w+ )?(?:20\d\d )?to \d+ \w+ 20\d\d/gu,
  '<day>',
] as const;
const TIMES = [/\b(?:\w{3} \d+ \w{3}, )?\d\d:\d\d\b/gu, '<time>'] as const;

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap((each) => (typeof each === 'object' ? textsOf(each) : []))];
}
