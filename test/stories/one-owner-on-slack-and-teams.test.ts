/** One alert on Slack and on Teams: one owner, and both cards say who. */
import { beforeAll, describe, expect, it } from 'vitest';
import { KIM as KIM_ON_TEAMS, SAM as SAM_ON_TEAMS } from '../counterparts/teams/people.js';
import { AMBER, cardsIn, GREEN, RED, type ShownCard } from './read-slack.js';
import * as onTeams from './read-teams.js';
import { lowScore } from './senders.js';
import { CHANNELS, KIM, MONEY, SAM, YAML } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, tenantWith, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

/** What issue 3 promises. */
const OTHER_PLATFORM_MS = 2_000;
const NOOR = 'U0NOOR0001';
const LEE = '29:1Lee';

let story: TeamsStory;
beforeAll(async () => {
  story = await beginTeamsStory({
    // Sam has another address on each, which an admin linked; Lee is on Teams alone, Noor on Slack alone.
    yaml: `${YAML}people:\n  - { email: sam@example.com, also: [s.okafor@example.com] }\n`,
    slack: {
      workspace: {
        channels: CHANNELS,
        users: [
          { id: KIM, name: 'kim', email: 'KIM@example.com' },
          { id: SAM, name: 'sam', email: 's.okafor@example.com' },
          { id: NOOR, name: 'noor', email: 'noor@example.com' },
        ],
      },
    },
    teams: { tenant: tenantWith([{ id: LEE, name: 'Lee', email: 'lee@example.com' }]) },
  });
  await until('Slack has listed its people', () =>
    story
      .product()
      .log()
      .some(({ msg }) => msg === 'Slack has listed its people')
      ? true
      : undefined,
  );
}, 90_000);

const slackCards = (): readonly ShownCard[] => cardsIn(story.slack, MONEY);
const slackCard = (name: string) => slackCards().find(({ title }) => title.includes(`${name}*`))!;
const teamsCards = () => onTeams.cardsOnTeams(story.teams, MONEY_ON_TEAMS);
const teamsCard = (name: string) => teamsCards().find(({ title }) => title.split(' ').includes(name))!;
const pressOnSlack = (user: string, name: string, actionId: string) =>
  story.slack.clickButton({ channel: MONEY, ts: slackCard(name).ts, user, actionId });
const pressOnTeams = async (person: string, name: string, verb: string, values?: Record<string, string>) =>
  (
    await story.teams.clickAction({
      person,
      message: teamsCard(name).id,
      verb,
      ...(values && { values }),
    })
  ).shown;
const hearOne = async (name: string): Promise<void> => {
  await story.hear(lowScore());
  await until(`${name} is on both`, () =>
    slackCards().some(({ title }) => title.includes(`${name}*`)) &&
    teamsCards().some(({ title }) => title.split(' ').includes(name))
      ? true
      : undefined,
  );
};
const untilOnSlack = (name: string, words: string, colour: string) =>
  until(
    `Slack says ${words}`,
    () => (slackCard(name).title.includes(words) && slackCard(name).colour === colour ? true : undefined),
    OTHER_PLATFORM_MS,
  );
const untilOnTeams = (name: string, words: string, colour: string) =>
  until(
    `Teams says ${words}`,
    () => (teamsCard(name).title.includes(words) && teamsCard(name).colour === colour ? true : undefined),
    OTHER_PLATFORM_MS,
  );

describe('an alert routed to both', () => {
  it('is a card on each', async () => {
    await hearOne('CX-1');
    expect(slackCards()).toMatchObject([{ colour: RED, thread: [] }]);
    expect(teamsCards()).toMatchObject([
      { title: 'High CX-1 Maria Lopez gave 1 of 5, about refunds', colour: onTeams.RED, thread: [] },
    ]);
  });

  it('claimed on Teams shows its owner on Slack within two seconds', async () => {
    const shown = await pressOnTeams(LEE, 'CX-1', 'claim');
    await untilOnSlack('CX-1', 'Claimed by Lee', AMBER);
    expect(shown?.kind).toBe('card');
    await untilOnTeams('CX-1', 'Claimed by Lee', onTeams.AMBER);
  });

  it('asked for on Slack then, is said kindly to be taken', async () => {
    const command = { command: '/cx-claim', text: 'CX-1' };
    const { text } = await story.slack.sendCommand({ user: NOOR, channel: MONEY, ...command });
    expect(text).toContain('Lee has had this since');
    await until('both threads tell of it', () =>
      slackCard('CX-1').thread[0] !== undefined && teamsCard('CX-1').thread[0] !== undefined
        ? true
        : undefined,
    );
    expect(slackCard('CX-1').thread).toEqual([expect.stringContaining('Lee claimed this')]);
    expect(teamsCard('CX-1').thread).toEqual([expect.stringContaining('Lee claimed this')]);
  });

  it('claimed on Slack shows its owner on Teams within two seconds', async () => {
    await hearOne('CX-2');
    await pressOnSlack(NOOR, 'CX-2', 'claim');
    await untilOnTeams('CX-2', 'Claimed by noor', onTeams.AMBER);
    await untilOnSlack('CX-2', 'Claimed by noor', AMBER);
  });

  it('asked for on Teams then, is said kindly to be taken', async () => {
    const before = story.teams.directs({ person: LEE }).length;
    await story.teams.typeToBot({ person: LEE, text: 'claim CX-2' });
    const answer = await until('Lee is answered', () =>
      story.teams
        .directs({ person: LEE })
        .slice(before)
        .find(({ from }) => from.startsWith('28:')),
    );
    expect(JSON.stringify(answer)).toContain('noor has had this since');
    expect(teamsCard('CX-2').title).toContain('Claimed by noor');
  });
});

describe.each([
  ['of one e-mail address', KIM, KIM_ON_TEAMS, 'CX-3'],
  ['whose addresses an admin linked', SAM, SAM_ON_TEAMS, 'CX-4'],
])('a person on both, %s', (_, onSlack, person, name) => {
  it('is one: what they claimed on Slack they resolve on Teams', async () => {
    await hearOne(name);
    await pressOnSlack(onSlack, name, 'claim');
    await untilOnTeams(name, 'Claimed by', onTeams.AMBER);
    const shown = await pressOnTeams(person, name, 'resolve', {
      'resolve-outcome': 'recovered',
      'resolve-rootCause': 'refund stuck in review',
    });
    expect(shown?.kind).toBe('card');
    await untilOnSlack(name, 'Resolved: ', GREEN);
    await untilOnTeams(name, 'Resolved: ', onTeams.GREEN);
    const said = await until('both threads tell it', () => {
      const [slack, teams] = [slackCard(name).thread[1], teamsCard(name).thread[1]];
      return slack !== undefined && teams !== undefined ? [slack, teams] : undefined;
    });
    for (const line of said) expect(line).toContain('Cause: refund stuck in review.');
  });
});

it('nothing was posted twice, and nothing was out of order', async () => {
  expect(story.slack.duplicates()).toEqual([]);
  const inTheChannel = story.teams.posts().filter(({ conversation }) => conversation === MONEY_ON_TEAMS);
  expect(inTheChannel).toHaveLength(teamsCards().reduce((all, { thread }) => all + 1 + thread.length, 0));
  await story.product().stop();
  expect(
    story
      .product()
      .log()
      .filter(({ level }) => level >= 50),
  ).toEqual([]);
});
