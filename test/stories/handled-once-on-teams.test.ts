import { beforeAll, expect, it } from 'vitest';
import { KIM } from '../counterparts/teams/people.js';
import { cardsOnTeams } from './read-teams.js';
import { lowScore } from './senders.js';
import { beginOnTeams } from './teams-alone.js';
import { MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { pause, until } from './until.js';

let story: TeamsStory;
beforeAll(async () => {
  story = await beginOnTeams();
  await story.hear(lowScore());
  await until('the card', card);
}, 90_000);

const card = () => cardsOnTeams(story.teams, MONEY_ON_TEAMS)[0]!;
const press = (verb: string) => story.teams.clickAction({ person: KIM, message: card().id, verb });
const type = (text: string) => story.teams.typeToBot({ person: KIM, conversation: MONEY_ON_TEAMS, text });
const says = (words: string, times = 1) =>
  until(`the thread says ${words}`, () =>
    card().thread.filter((line) => line.includes(words)).length === times ? true : undefined,
  );
/** As a process that was reached late, or somebody who listened in, would. */
const again = ({ delivery }: Awaited<ReturnType<typeof press>>) =>
  story.teams.replay({ delivery, to: `${story.product().address}/api/messages` });
const answersIn = (root = '') => story.teams.thread({ root }).slice(1);
const answered = (root = '') => until('it is answered', () => answersIn(root)[0]);

it('a click that comes again is handled once, and answered with the card as it stands', async () => {
  const claim = await press('claim');
  await says('claimed this');
  const release = await press('release');
  await says('gave this back');
  // Were the old claim taken again, Kim would have it once more.
  for (const sent of [claim, claim, release]) {
    const { status, body } = await again(sent);
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(body)).toContain('"verb":"claim"');
  }
  await pause(500);
  expect(card().thread).toHaveLength(2);
});

it('what somebody typed is done and answered once, also where it comes several times at the same moment', async () => {
  const typed = await type('claim CX-1');
  await says('claimed this', 2);
  await answered(typed.thread);
  const all = await Promise.all([1, 2, 3].map(() => again(typed)));
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
  await pause(500);
  expect(card().thread).toHaveLength(3);
  expect(answersIn(typed.thread)).toHaveLength(1);
});

it('the word that connects a channel, and the news that Earshot was installed, may come again', async () => {
  const [installed] = await story.teams.install();
  const typed = await type('connect money');
  await answered(typed.thread);
  expect(JSON.stringify(answersIn(typed.thread))).toContain('come here already');
  expect((await again(typed)).status).toBe(200);
  expect((await again(installed!)).status).toBe(200);
  await pause(500);
  expect(answersIn(typed.thread)).toHaveLength(1);
});

it('and a restart forgets none of it', async () => {
  const release = await press('release');
  await says('gave this back', 2);
  const help = await type('help');
  await answered(help.thread);
  await story.restart();
  await story.connected();
  expect((await again(release)).status).toBe(200);
  expect((await again(help)).status).toBe(200);
  await pause(500);
  expect(card().thread).toHaveLength(4);
  expect(answersIn(help.thread)).toHaveLength(1);
  await story.product().stop();
});
