import { expect, it } from 'vitest';
import { KIM } from '../counterparts/teams/people.js';
import { APP_PASSWORD } from '../counterparts/teams/tenant.js';
import { cardsOnTeams } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams } from './teams-alone.js';
import { MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

const START_LIMIT_MS = 90_000;

const cards = (story: TeamsStory) => cardsOnTeams(story.teams, MONEY_ON_TEAMS);
const teamsState = async (story: TeamsStory) => (await story.product().readyz()).platforms[0];
const caughtUp = (story: TeamsStory, count: number) =>
  until(`${count} cards are posted`, () => (cards(story).length === count ? true : undefined), 40_000);
const hearThree = async (story: TeamsStory): Promise<void> => {
  const answers = await Promise.all([1, 2, 3].map(() => story.hear(lowScore())));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
};

it(
  'Teams that cannot be reached at the start keeps nothing from being heard, and is caught up with when it is back',
  async () => {
    const story = await beginOnTeams();
    await story.product().stop();
    await story.teams.setReachable({ reachable: false });
    await story.start();
    await hearThree(story);
    await until('Teams is known to be away', async () =>
      (await teamsState(story))?.state === 'away' ? true : undefined,
    );
    expect(await story.product().readyz()).toMatchObject({ status: 200, database: 'accepting' });
    await story.teams.setReachable({ reachable: true });
    await story.connected();
    await caughtUp(story, 3);
    const message = cards(story)[0]!.id;
    const { shown } = await story.teams.clickAction({ person: KIM, message, verb: 'claim' });
    expect(shown?.kind).toBe('card');
    await until('it is claimed', () => cards(story)[0]!.thread[0]);
    expect(story.teams.duplicates()).toEqual([]);
    await story.product().stop();
  },
  START_LIMIT_MS,
);

it(
  'a secret that is no longer taken parks Teams: webhooks go on, the desk says what to mend, and a new one brings everything',
  async () => {
    const story = await beginOnTeams();
    story.teams.setBot({ password: 'renewed' });
    story.teams.revokeTokens();
    await hearThree(story);
    const reason = await until('Teams is parked', async () => {
      const platform = await teamsState(story);
      return platform?.state === 'parked' ? platform.reason : undefined;
    });
    expect(reason).not.toContain(APP_PASSWORD);
    await hearThree(story);
    expect(await story.product().readyz()).toMatchObject({ status: 200 });
    const words = await (await visitDesk(story.product())).read('/delivery');
    expect(words).toContain(`Teams is stopped: ${reason}`);
    expect(words).toMatch(/teams Stopped/u);
    expect(cards(story)).toEqual([]);

    await story.restart({ TEAMS_APP_PASSWORD: 'renewed' });
    await story.connected();
    await caughtUp(story, 6);
    const after = await until('there is nothing left to mend', async () => {
      const page = await (await visitDesk(story.product())).read('/delivery');
      return page.includes('To mend') ? undefined : page;
    });
    expect(after).toMatch(/teams Working/u);
    expect(story.teams.duplicates()).toEqual([]);
    await story.product().stop();
  },
  START_LIMIT_MS,
);

it(
  'what Teams is slow to take when everything is stopped stands there once, and nobody has to look whether it does',
  async () => {
    const story = await beginOnTeams();
    story.teams.fault({ kind: 'slow', ms: 1_500, times: 'always' });
    await story.hear(lowScore());
    await until('the card is under way', () =>
      story.teams.faults().some(({ befell }) => befell > 0) ? true : undefined,
    );
    await story.product().stop();
    expect(cards(story)).toHaveLength(1);
    story.teams.clearFaults();
    await story.start();
    await story.connected();
    const words = await (await visitDesk(story.product())).read('/delivery');
    expect(words).toContain('teams Working 0 0');
    expect(cards(story)).toHaveLength(1);
    await story.product().stop();
  },
  START_LIMIT_MS,
);
