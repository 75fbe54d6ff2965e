import { beforeAll, expect, it } from 'vitest';
import { KIM, SAM } from '../counterparts/teams/people.js';
import { SUPPORT_TEAM } from '../counterparts/teams/tenant.js';
import type { DeskVisit } from './visit-desk.js';
import { AMBER, cardsOnTeams } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams } from './teams-alone.js';
import { LOBBY_ON_TEAMS, MONEY_ON_TEAMS, tenantWith, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

/** Another Microsoft team, where the lobby is: an app is taken away from all channels of a team at once. */
const LEADERS = '19:general-of-leaders@thread.tacv2';
const MOVED =
  'Moved here from its channel on Teams: Earshot is not installed there: add the app to the team.';

let story: TeamsStory;
let desk: DeskVisit;
beforeAll(async () => {
  const { teams = [], conversations = [], ...tenant } = tenantWith();
  story = await beginOnTeams({
    teams: {
      tenant: {
        ...tenant,
        teams: [...teams, { id: LEADERS, members: [KIM, SAM] }],
        conversations: conversations.map((each) =>
          each.id === LOBBY_ON_TEAMS ? { ...each, teamId: LEADERS } : each,
        ),
      },
    },
  });
  desk = await visitDesk(story.product());
}, 90_000);

const money = () => cardsOnTeams(story.teams, MONEY_ON_TEAMS);
const lobby = () => cardsOnTeams(story.teams, LOBBY_ON_TEAMS);
const nothingToMend = () =>
  until('there is nothing left to mend', async () =>
    (await desk.read('/delivery')).includes('To mend') ? undefined : true,
  );

it('the card of a channel that Earshot was taken away from goes to the fallback, where its thread says why', async () => {
  await story.teams.uninstall();
  await story.hear(lowScore());
  await until('the card is in the lobby with its line', () => lobby()[0]?.thread[0]);
  expect(lobby()).toMatchObject([{ title: expect.stringContaining('CX-1') as string, thread: [MOVED] }]);
  expect(money()).toEqual([]);
});

it('the desk says what to mend, and the card works where it is', async () => {
  expect(await desk.read('/delivery')).toContain(
    'Earshot was taken away from the Teams channel of the team money',
  );
  await story.teams.clickAction({ person: KIM, message: lobby()[0]!.id, verb: 'claim' });
  await until('it is claimed', () =>
    lobby()[0]!.thread.find((line) => line.startsWith('Kim Larsen claimed this')),
  );
});

it('once it is installed again cards go to the channel again, and there is nothing left to mend', async () => {
  await story.teams.install();
  await nothingToMend();
  await story.hear(lowScore());
  await until('a card in the channel', () => money()[0]);
  expect(money()[0]!.title).toContain('CX-2');
  expect(lobby()).toHaveLength(1);
});

it('a card in a channel that an admin blocked, of which nobody tells, is posted anew in the fallback when it changes', async () => {
  story.teams.setTeam({ id: SUPPORT_TEAM, bot: 'disabled' });
  await story.teams.typeToBot({ person: SAM, text: 'claim CX-2' });
  const card = await until('the card is in the lobby with its lines', () =>
    lobby()[1]?.thread.length === 2 ? lobby()[1] : undefined,
  );
  expect(card).toMatchObject({ title: expect.stringContaining('CX-2') as string, colour: AMBER });
  expect(card.thread.toSorted()).toEqual([
    expect.stringMatching(/^Moved here from its channel on Teams: /u),
    expect.stringMatching(/^Sam Okafor claimed this/u),
  ]);
  expect(await desk.read('/delivery')).toMatch(/To mend .*the Teams channel of the team money/u);
});

it('and all is well when somebody speaks to Earshot there again', async () => {
  story.teams.setTeam({ id: SUPPORT_TEAM, bot: 'installed' });
  await story.teams.typeToBot({ person: KIM, conversation: MONEY_ON_TEAMS, text: 'help' });
  await nothingToMend();
  await story.hear(lowScore());
  await until('a card in the channel', () => money()[1]);
  expect(lobby()).toHaveLength(2);
  expect(story.teams.duplicates()).toEqual([]);
  await story.product().stop();
});
