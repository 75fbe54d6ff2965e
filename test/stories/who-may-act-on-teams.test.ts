import { beforeAll, expect, it } from 'vitest';
import { EVE, GUS, KIM, SAM } from '../counterparts/teams/people.js';
import { SUPPORT_TEAM } from '../counterparts/teams/tenant.js';
import { AMBER, cardsOnTeams, RED } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams } from './teams-alone.js';
import { MONEY_ON_TEAMS, tenantWith, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

const NOOR = '29:1Noor';

const REFUSED = [
  ['a guest', GUS, 'Guests can read along here'],
  ['somebody of another organisation, in a shared channel,', EVE, 'You are here from another organisation'],
] as const;

let story: TeamsStory;
beforeAll(async () => {
  const members = [KIM, SAM, GUS, EVE];
  story = await beginOnTeams({
    teams: { tenant: { ...tenantWith(), teams: [{ id: SUPPORT_TEAM, members }] } },
  });
  await story.hear(lowScore());
  await until('the card', card);
}, 90_000);

const card = () => cardsOnTeams(story.teams, MONEY_ON_TEAMS)[0]!;
const press = async (person: string, verb: string) =>
  JSON.stringify((await story.teams.clickAction({ person, message: card().id, verb })).shown);
const type = async (person: string, text: string) => {
  const { thread = '' } = await story.teams.typeToBot({ person, conversation: MONEY_ON_TEAMS, text });
  return JSON.stringify(story.teams.thread({ root: thread }).slice(1));
};
const untouched = () => {
  expect(card()).toMatchObject({ colour: RED, thread: [] });
};

it.each(REFUSED)('%s cannot press or type, and is told kindly', async (_, person, words) => {
  expect(await press(person, 'claim')).toContain(words);
  expect(await type(person, 'claim CX-1')).toContain(words);
  expect(await type(person, 'connect lobby')).toContain(words);
  untouched();
});

it('what is said in a chat of another organisation is refused at the door', async () => {
  const { status, text } = await story.teams.typeToBot({ person: EVE, text: 'claim CX-1' });
  expect([status, text]).toEqual([403, 'this Earshot serves another organisation']);
  expect(story.teams.directs({ person: EVE })).toEqual([]);
  untouched();
});

it('what Microsoft did not sign is refused at the door, whoever it says it is', async () => {
  const sent = { person: KIM, message: card().id, verb: 'claim' };
  const forged = await story.teams.clickAction({ ...sent, flaw: { key: 'forged' } });
  expect(forged.status).toBe(401);
  untouched();
});

it('somebody of whom Teams does not tell is asked to try again, and can then', async () => {
  story.teams.fault({ operation: 'member', kind: 'http_status', status: 500 });
  expect(await press(SAM, 'claim')).toContain('I could not find out who you are');
  untouched();
  expect(await type(SAM, 'claim CX-1')).toContain('is yours');
  await until('it is claimed', () => (card().colour === AMBER ? card().thread[0] : undefined));
  await press(SAM, 'release');
  await until('it is given back', () => (card().colour === RED ? card().thread[1] : undefined));
});

it('somebody who leaves today cannot act from the moment Teams says so', async () => {
  story.teams.setPerson({ id: SAM, gone: true });
  const event = {
    type: 'conversationUpdate',
    membersRemoved: [{ id: SAM }],
    channelData: { eventType: 'teamMemberRemoved' },
  };
  const told = await story.teams.sendEvent({ person: KIM, conversation: MONEY_ON_TEAMS, event });
  expect(told.status).toBe(200);
  expect(await press(SAM, 'claim')).toContain('This account is deactivated');
  expect(card().thread).toHaveLength(2);
});

it('somebody who came today, of whom nobody has told us, can', async () => {
  story.teams.setPerson({ id: NOOR, name: 'Noor', email: 'noor@example.com' });
  story.teams.setTeam({ id: SUPPORT_TEAM, members: [KIM, SAM, GUS, EVE, NOOR] });
  await press(NOOR, 'claim');
  await until('it is claimed', () => (card().colour === AMBER ? card().thread[2] : undefined));
  expect(card().thread[2]).toMatch(/^Noor claimed this/u);
});

it('nobody can hand an alert to a guest or to somebody from elsewhere', async () => {
  for (const to of [GUS, EVE]) {
    const { shown } = await story.teams.clickAction({
      person: NOOR,
      message: card().id,
      verb: 'reassign',
      values: { 'reassign-to': to },
    });
    expect(JSON.stringify(shown)).toContain('Choose a member of your own organisation');
  }
  expect(card().thread).toHaveLength(3);
  await story.product().stop();
});
