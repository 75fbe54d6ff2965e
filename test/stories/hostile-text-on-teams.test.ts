import { beforeAll, expect, it } from 'vitest';
import { KIM } from '../counterparts/teams/people.js';
import type { TeamsMessage } from '../counterparts/teams/message.js';
import { SHORT_INJECTIONS } from '../cards/injections.js';
import { alive } from '../platforms/teams/teams-markup.js';
import { cardsOnTeams } from './read-teams.js';
import { lowScore, type Voice } from './senders.js';
import { expectSilentLog } from './silent-log.js';
import { beginOnTeams, SUPPORT_ON_TEAMS } from './teams-alone.js';
import { MONEY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

let story: TeamsStory;
beforeAll(async () => {
  // Limits of Teams' own are for other stories.
  story = await beginOnTeams({ env: { EARSHOT_TEST: '{"unlimited":true}' } });
}, 90_000);

const HOSTILE_NAME = '<at>Kim Larsen</at> **Kim** [x](https://evil.example)';

/** Each text of a customer of its own, so that each is quoted on a card. */
function voiceOf(words: string, index: number): Voice {
  return lowScore({
    text: `Refund ${words} now`,
    customer: { id: `customer-${index}`, name: index % 2 === 0 ? HOSTILE_NAME : words },
    account: { id: `account-${index}`, name: words, tier: words },
    channel: words,
    url: 'https://shop.example/tickets/1',
    tags: [words],
  });
}

const posted = (): readonly TeamsMessage[] =>
  [MONEY_ON_TEAMS, SUPPORT_ON_TEAMS].flatMap((conversation) =>
    story.teams.messages({ conversation }).filter(({ from }) => from.startsWith('28:')),
  );
const cards = () =>
  [MONEY_ON_TEAMS, SUPPORT_ON_TEAMS].flatMap((channel) => cardsOnTeams(story.teams, channel));
/** All that is alive in a message, but for which time it tells. */
const aliveIn = ({ activity }: TeamsMessage): readonly string[] =>
  alive(activity).map((found) => found.replace(/\{\{(DATE|TIME)\([^)]*\)\}\}/gu, '$1'));
/** Our own markup, on the card of a customer who says nothing in particular. */
let usual: ReadonlySet<string>;

it('whatever customers write becomes a card', async () => {
  await story.hear(voiceOf('please', 1));
  const { id } = await until('the usual card', () => cards()[0]);
  usual = new Set(aliveIn(story.teams.message({ id })!));
  const answers = [];
  for (const [index, words] of SHORT_INJECTIONS.entries()) {
    answers.push(await story.hear(voiceOf(words, index + 2)));
  }
  expect([...new Set(answers.map(({ status }) => status))]).toEqual([202]);
  const count = SHORT_INJECTIONS.length + 1;
  await until('every card is posted', () => (cards().length === count ? true : undefined), 60_000);
}, 90_000);

it('and nothing that Teams stored of it can call, link, format, tell a time or hide', () => {
  for (const message of posted()) {
    const { activity } = message;
    expect([activity['summary'], aliveIn(message).filter((each) => !usual.has(each))]).toEqual([
      activity['summary'],
      [],
    ]);
    expect(activity['entities'] ?? []).toEqual([]);
    expect(JSON.stringify(activity)).not.toContain('"msteams":{"entities":[{');
  }
});

it('and the words can still be read whole', () => {
  const shown = cards().map(({ all }) => all);
  expect(shown.filter((all) => all.includes('“Refund **bold** __bold__ ***both*** now”'))).toHaveLength(1);
});

it('a hostile note of one of our own people is as inert', async () => {
  const { id } = cards()[0]!;
  await story.teams.clickAction({ person: KIM, message: id, verb: 'claim' });
  await until('the card offers Resolve', () =>
    cards()[0]!.all.includes('"verb":"resolve"') ? true : undefined,
  );
  const words = '<at>Sam Okafor</at> [bank](https://evil.example) **x** {{TIME(2026-11-20T10:00:00Z)}}';
  const values = {
    'resolve-outcome': 'recovered',
    'resolve-rootCause': words.slice(0, 60),
    'resolve-note': words,
  };
  await story.teams.clickAction({ person: KIM, message: id, verb: 'resolve', values });
  const line = await story.teams.waitForMessage({
    conversation: MONEY_ON_TEAMS,
    thread: id,
    containing: 'resolved this',
  });
  expect(aliveIn(line)).toEqual([]);
  expect(line.activity['entities'] ?? []).toEqual([]);
});

it('and of all that was written nothing is in the log', async () => {
  expectSilentLog(story.product(), /Refund|Kim Larsen|Sam Okafor/u);
  await story.product().stop();
});
