/** One customer who spoke by three ways, asked for on Slack, on Teams and on the desk. */
import { beforeAll, expect, it } from 'vitest';
import { KIM as KIM_ON_TEAMS } from '../counterparts/teams/people.js';
import { alive } from '../platforms/slack/slack-markup.js';
import { AMBER, cardsIn } from './read-slack.js';
import { cardsOnTeams } from './read-teams.js';
import { lowScore, type Voice } from './senders.js';
import { CHANNELS, KIM, MONEY, SUPPORT } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { type DeskVisit, visitDesk } from './visit-desk.js';

const DAY_MS = 86_400_000;
const GUEST = 'U0GUEST001';
const MARIA = { id: 'm-1', name: 'María López', email: 'maria@acme.example' };
const EVIL = `<!channel> *x* '; drop table customers; --`;

let story: TeamsStory;
let desk: DeskVisit;
beforeAll(async () => {
  story = await beginTeamsStory({
    slack: {
      workspace: {
        channels: CHANNELS,
        users: [
          { id: KIM, name: 'kim', email: 'kim@example.com' },
          { id: GUEST, name: 'guest', isRestricted: true },
        ],
      },
    },
  });
  await story.hear(praise({ customer: MARIA, text: 'All well.', channel: 'chat', occurred_at: daysAgo(9) }));
  desk = await visitDesk(story.product());
  await story.hear(
    praise({ customer: MARIA, text: 'Still well.', channel: 'email', occurred_at: daysAgo(2) }),
  );
  await story.hear(lowScore({ customer: MARIA, channel: 'phone' }));
  await until(
    'the card is on Slack and on Teams',
    () => (slackCard() && teamsCard() ? true : undefined),
    30_000,
  );
}, 120_000);

function praise(more: Partial<Voice>): Voice {
  return { kind: 'praise', ...more };
}
function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}

const slackCard = () => cardsIn(story.slack, MONEY)[0];
const teamsCard = () => cardsOnTeams(story.teams, MONEY_ON_TEAMS)[0];
const ask = async (text: string, user = KIM): Promise<{ readonly body: unknown; readonly text: string }> => {
  const { body } = await story.slack.sendCommand({ user, channel: SUPPORT, command: '/cx-customer', text });
  return { body, text: JSON.stringify(body) };
};

it('the card says how often she got in touch, whichever way she did', async () => {
  expect(slackCard()!.all).toContain('3rd contact in 9 days');
  expect(teamsCard()!.all).toContain('3rd contact in 9 days');
  expect(await desk.read('/alerts')).toContain('3rd contact in 9 days');
});

it('on Slack the answer is private, whole, and acts', async () => {
  const { text } = await ask('lopez');
  expect(text).toContain('"response_type":"ephemeral"');
  for (const words of ['María López', '3 times', '“All well.”', '“Still well.”', 'survey by phone', 'CX-1'])
    expect(text).toContain(words);
  expect(text).toContain('"action_id":"claim"');
  const told = await story.slack.waitForEphemeral({ user: KIM, containing: 'Timeline' });
  await story.slack.clickButton({ channel: SUPPORT, ts: told.ts, user: KIM, actionId: 'claim' });
  await until('it is claimed', () => (slackCard()?.colour === AMBER ? true : undefined));
  expect((await ask(MARIA.email)).text).toMatch(/claimed by kim/iu);
});

it('on Teams the answer goes to one’s own chat, not to the channel', async () => {
  const { teams } = story;
  await teams.typeToBot({ person: KIM_ON_TEAMS, text: 'help' });
  const { thread = '' } = await teams.typeToBot({
    person: KIM_ON_TEAMS,
    conversation: MONEY_ON_TEAMS,
    text: 'customer CX-1',
  });
  const told = await until('Kim is told alone', () =>
    teams
      .directs({ person: KIM_ON_TEAMS })
      .map(({ activity }) => JSON.stringify(activity))
      .find((each) => each.includes('Timeline')),
  );
  for (const words of ['María López', '“All well.”', 'claimed by']) expect(told).toContain(words);
  expect(JSON.stringify(teams.thread({ root: thread }).slice(1))).not.toContain('María');
});

it('on the desk she is found by her name without script, and by no other', async () => {
  expect(await desk.read('/customers')).toContain('Heard last');
  expect(await desk.read('/customers?q=LOPEZ')).toMatch(/1 customer\s+María López/u);
  expect(await desk.read('/customers?q=nobody')).toContain('Nobody is found by “nobody”');
});

it('a name that would act is only a name, wherever it is told', async () => {
  await story.hear(lowScore({ customer: { id: 'evil', name: EVIL } }));
  await until('the second card', () => (cardsIn(story.slack, MONEY)[1] ? true : undefined));
  const { body, text } = await ask(EVIL.slice('<!'.length));
  expect(text).toContain(JSON.stringify(EVIL).slice(1, -1));
  expect(alive(body).filter((each) => !each.startsWith('<!date^'))).toEqual([]);
  expect(await desk.read(`/customers?q=${encodeURIComponent(EVIL)}`)).toContain('drop table customers');
  expect((await ask('lopez')).text).toContain('María López');
});

it('a guest is told nothing of her, and kindly', async () => {
  const { text } = await ask('lopez', GUEST);
  expect(text).toContain('Guests can read along here');
  expect(text).not.toContain('María');
  const log = story.product().log();
  expect(log.filter(({ level }) => level >= 50)).toEqual([]);
  expect(JSON.stringify(log)).not.toMatch(/María|lopez|acme\.example|drop table/iu);
  await story.product().stop();
});
