/** A customer who picks a face, adds words, and thinks better of it: one answer, on Slack, on Teams and on the desk. */
import { beforeAll, expect, it } from 'vitest';
import { KIM as KIM_ON_TEAMS } from '../counterparts/teams/people.js';
import { cardsIn } from './read-slack.js';
import { cardsOnTeams } from './read-teams.js';
import { KIM, MONEY, SUPPORT } from './story.js';
import { beginTeamsStory, MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';
import { CHATWOOT_SECRET, sendChatwoot } from './vendors.js';
import { type DeskVisit, visitDesk } from './visit-desk.js';

const YAML = `
sources:
  - { name: chatwoot, type: chatwoot, secrets: ['env:CHATWOOT_SECRET'] }
teams:
  - { name: money, channels: { slack: '#money', desk: money } }
`;
const WORDS = 'Nobody read what I wrote.';

let story: TeamsStory;
let desk: DeskVisit;
beforeAll(async () => {
  story = await beginTeamsStory({ yaml: YAML, env: { CHATWOOT_SECRET } });
  desk = await visitDesk(story.product());
}, 120_000);

/** https://www.chatwoot.com/docs/product/others/webhook-events: the message of the survey, updated with each answer. */
const answers = (csat_survey_response: object) =>
  sendChatwoot(story.product().address, {
    event: 'message_updated',
    id: 9001,
    content_type: 'input_csat',
    content_attributes: { submitted_values: { csat_survey_response } },
    conversation: {
      channel: 'Channel::WebWidget',
      id: 731,
      meta: { sender: { id: 55, name: 'Robin Vale', email: 'robin@vale.example', type: 'contact' } },
      status: 'resolved',
    },
    created_at: '2026-11-20T10:30:00.000Z',
    message_type: 'template',
  });

const onSlack = () => cardsIn(story.slack, MONEY);
const onTeams = () => cardsOnTeams(story.teams, MONEY_ON_TEAMS);
/** On both, once the card says so. */
const bothSay = (words: string) =>
  until(`both cards say ${words}`, () => {
    const [slack, teams] = [onSlack()[0], onTeams()[0]];
    return slack?.all.includes(words) && teams?.all.includes(words) ? [slack, teams] : undefined;
  });
const bothThreads = (lines: number) =>
  until(`both threads have ${lines}`, () => {
    const threads = [onSlack()[0]?.thread ?? [], onTeams()[0]?.thread ?? []];
    return threads.every(({ length }) => length === lines) ? threads.map((each) => each.at(-1)) : undefined;
  });
const summaryOnSlack = async () => {
  const command = { user: KIM, channel: SUPPORT, command: '/cx-summary', text: 'today' };
  return JSON.stringify((await story.slack.sendCommand(command)).body).replaceAll('*', '');
};

it('the rating alone is a card', async () => {
  expect(await answers({ rating: 1, feedback_message: '' })).toMatchObject({ body: { outcome: 'accepted' } });
  for (const { title } of await bothSay('Robin Vale gave 1 of 5')) expect(title).toContain('CX-1');
});

it('its comment stands on that card and in its thread, and nobody is counted twice', async () => {
  expect(await answers({ rating: 1, feedback_message: WORDS })).toMatchObject({
    body: { outcome: 'accepted' },
  });
  for (const { all } of await bothSay(WORDS)) expect(all).not.toContain('×');
  for (const told of await bothThreads(1))
    expect(told).toContain(`Robin Vale added to the rating: “${WORDS}”`);
  expect([onSlack().length, onTeams().length]).toEqual([1, 1]);
  const page = await desk.read('/alerts/1');
  expect(page).toContain(`Robin Vale added to the rating: “${WORDS}”`);
  expect(page).not.toContain('×2');
});

it('the figures count one answer, on every platform', async () => {
  const summary = await summaryOnSlack();
  expect(summary).toContain('Heard 1 (was 0)');
  expect(summary).toContain('CSAT 1 answer, too few to say');
  await story.teams.typeToBot({ person: KIM_ON_TEAMS, text: 'summary today' });
  const chat = story.teams.personalChat({ person: KIM_ON_TEAMS }).id;
  const answer = await until('the summary on Teams', () =>
    story.teams
      .messages({ conversation: chat })
      .map((each) => JSON.stringify(each).replaceAll('*', ''))
      .find((each) => each.includes('Heard')),
  );
  expect(answer).toContain('Heard 1 (was 0)');
  const shown = await desk.send('/command', { back: '/alerts', line: '/cx-summary today' });
  expect(shown.words).toMatch(/Heard\s+1 \(was 0\)/u);
});

it('a score that is changed is the same answer, and the alert stays with people', async () => {
  expect(await answers({ rating: 4, feedback_message: WORDS })).toMatchObject({
    body: { outcome: 'accepted' },
  });
  for (const { all } of await bothSay('Robin Vale gave 4 of 5')) expect(all).toContain('was 1');
  for (const told of await bothThreads(2)) expect(told).toContain('Robin Vale rated anew: 4 of 5 (was 1)');
  expect([onSlack().length, onTeams().length]).toEqual([1, 1]);
  expect(await summaryOnSlack()).toContain('Heard 1 (was 0)');
  const heard = await desk.read('/heard');
  for (const words of ['said anew, changed later', 'changed later', 'said anew'])
    expect(heard).toContain(words);
  await story.product().stop();
});
