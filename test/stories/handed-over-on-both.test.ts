import { beforeAll, expect, it } from 'vitest';
import { KIM as KIM_ON_TEAMS } from '../counterparts/teams/people.js';
import { cardsIn } from './read-slack.js';
import { cardsOnTeams } from './read-teams.js';
import { lowScore } from './senders.js';
import { CHANNELS, KIM, MONEY } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const NOOR = 'U0NOOR0001';

let story: TeamsStory;
beforeAll(async () => {
  story = await beginTeamsStory({
    slack: {
      workspace: {
        channels: CHANNELS,
        users: [
          { id: KIM, name: 'kim', email: 'kim@example.com' },
          { id: NOOR, name: 'noor', email: 'noor@example.com' },
        ],
      },
    },
  });
  await story.hear(lowScore());
  await until('the card is on both', () =>
    cardsIn(story.slack, MONEY).length + cardsOnTeams(story.teams, MONEY_ON_TEAMS).length === 2
      ? true
      : undefined,
  );
}, 90_000);

it('somebody who is on Slack alone is told there, and nothing is given up on Teams', async () => {
  const { ts } = cardsIn(story.slack, MONEY)[0]!;
  await story.slack.clickButton({ channel: MONEY, ts, user: KIM, actionId: 'claim' });
  await until('it can be handed over', () =>
    cardsIn(story.slack, MONEY)[0]!.all.includes('"action_id":"reassign"') ? true : undefined,
  );
  await story.slack.clickButton({ channel: MONEY, ts, user: KIM, actionId: 'reassign' });
  await story.slack.waitForView({ user: KIM, containing: 'Reassign CX-1' });
  await story.slack.submitView({ user: KIM, values: { to: NOOR, why: 'you know refunds' } });
  await until('noor is told', () =>
    story.slack.directMessages({ user: NOOR }).some(({ text }) => text.includes('handed you this'))
      ? true
      : undefined,
  );
  await until('Teams shows the owner', () =>
    cardsOnTeams(story.teams, MONEY_ON_TEAMS)[0]!.title.includes('Claimed by noor') ? true : undefined,
  );
  await until('both threads tell of it', () =>
    cardsOnTeams(story.teams, MONEY_ON_TEAMS)[0]!.thread[1] !== undefined ? true : undefined,
  );
  expect(story.teams.directs({ person: KIM_ON_TEAMS })).toEqual([]);
  expect(await (await visitDesk(story.product())).read('/delivery')).toContain('Nothing was given up.');
  await story.product().stop();
});
