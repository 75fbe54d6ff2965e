import { beforeAll, expect, it } from 'vitest';
import { CROWD, everybodyClaims, untilBothTellOfOne } from './crowd-on-both.js';
import { cardsIn } from './read-slack.js';
import { cardsOnTeams } from './read-teams.js';
import { lowScore } from './senders.js';
import { MONEY } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

let story: TeamsStory;
beforeAll(async () => {
  story = await beginTeamsStory(CROWD);
  await story.hear(lowScore());
  await until('the card is on both', () =>
    cardsIn(story.slack, MONEY).length + cardsOnTeams(story.teams, MONEY_ON_TEAMS).length === 2
      ? true
      : undefined,
  );
}, 90_000);

it('two hundred people on Slack and Teams claim it at the same moment: one has it, everybody else is told who', async () => {
  const { owner, told, own } = await everybodyClaims(story);
  // Who is on both pressed on both.
  expect(told + own).toBe(200);
  expect([1, 2]).toContain(own);
  await untilBothTellOfOne(story, owner);
  await story.product().stop();
}, 60_000);
