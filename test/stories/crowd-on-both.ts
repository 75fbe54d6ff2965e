/** Two hundred people who want the same alert at the same moment, half of them on Slack and half on Teams. */
import { expect } from 'vitest';
import { CHANNELS, KIM, MONEY, SAM } from './story.js';
import { AMBER, cardsIn } from './read-slack.js';
import * as onTeams from './read-teams.js';
import { MONEY_ON_TEAMS, tenantWith, type TeamsStory, type TeamsStoryOptions } from './teams-story.js';
import { until } from './until.js';

const HALF = 100;
/** So many on Slack are also on Teams, by their e-mail address: they press on both. */
const ON_BOTH = 20;
const LISTED_MS = 30_000;

const each = (index: number): string => String(index).padStart(3, '0');
const ON_SLACK = Array.from({ length: HALF }, (_, index) => ({
  id: `U0CROWD${each(index)}`,
  name: `person${index}`,
  email: `person${index}@example.com`,
}));
const ON_TEAMS = Array.from({ length: HALF }, (_, index) => {
  const number = index < ON_BOTH ? index : HALF + index;
  return { id: `29:1Crowd${each(index)}`, name: `person${number}`, email: `person${number}@example.com` };
});

export const CROWD: TeamsStoryOptions = {
  slack: {
    workspace: {
      channels: CHANNELS,
      users: [{ id: KIM, name: 'kim', email: 'kim@example.com' }, { id: SAM, name: 'sam' }, ...ON_SLACK],
    },
  },
  teams: { tenant: tenantWith(ON_TEAMS) },
};

export interface Rush {
  /** The name of who has it. */
  readonly owner: string;
  /** Everybody else who pressed, told once who has it. */
  readonly told: number;
  /** Presses of the owner on the other platform: the card as it stands, or a word that it is theirs. */
  readonly own: number;
}

/** All press Claim on the one card of the channel. Fails where somebody is not answered, or not kindly. */
export async function everybodyClaims(story: TeamsStory): Promise<Rush> {
  const { slack, teams } = story;
  await until('the crowd is known', () => isListed(story), LISTED_MS);
  const { ts } = cardsIn(slack, MONEY)[0]!;
  const message = onTeams.cardsOnTeams(teams, MONEY_ON_TEAMS)[0]!.id;
  const [clicksOnSlack, clicksOnTeams] = await Promise.all([
    slack.clickTogether({
      clicks: ON_SLACK.map(({ id: user }) => ({ channel: MONEY, ts, user, actionId: 'claim' })),
    }),
    teams.clickTogether({ clicks: ON_TEAMS.map(({ id: person }) => ({ person, message, verb: 'claim' })) }),
  ]);
  expect(clicksOnSlack.map(({ status }) => status)).toEqual(ON_SLACK.map(() => 200));
  expect(clicksOnTeams.map(({ status }) => status)).toEqual(ON_TEAMS.map(() => 200));
  const title = await until('Slack says who has it', () => {
    const card = cardsIn(slack, MONEY)[0]!;
    return card.colour === AMBER ? card.title : undefined;
  });
  const owner = /Claimed by (\w+)/u.exec(title)?.[1] ?? '';
  const words = `${owner} has had this since`;
  const toldOnSlack = (user: string): number =>
    slack.ephemerals({ user }).filter(({ text }) => text.includes(words)).length;
  const losersOnSlack = ON_SLACK.filter(({ name }) => name !== owner);
  await until('everybody on Slack is told', () =>
    losersOnSlack.every(({ id }) => toldOnSlack(id) === 1) ? true : undefined,
  );
  const losersOnTeams = ON_TEAMS.flatMap(({ name }, index) =>
    name === owner ? [] : [JSON.stringify(clicksOnTeams[index]?.shown)],
  );
  for (const shown of losersOnTeams) expect(shown).toContain(words);
  await until('Teams says who has it', () =>
    onTeams.cardsOnTeams(teams, MONEY_ON_TEAMS)[0]?.title.includes(`Claimed by ${owner} `) ? true : undefined,
  );
  const told = losersOnSlack.length + losersOnTeams.length;
  return { owner, told, own: 2 * HALF - told };
}

/** One line more in each thread than there were, and each card edited once. */
export async function untilBothTellOfOne(
  { slack, teams }: TeamsStory,
  owner: string,
  before: readonly number[] = [0, 0],
): Promise<void> {
  const news = () =>
    [cardsIn(slack, MONEY)[0]!, onTeams.cardsOnTeams(teams, MONEY_ON_TEAMS)[0]!].map(({ thread }, index) =>
      thread.slice(before[index]),
    );
  await until('both threads tell of it', () => (news().every(({ length }) => length > 0) ? true : undefined));
  expect(news()).toEqual([
    [expect.stringContaining(`${owner} claimed this`)],
    [expect.stringContaining(`${owner} claimed this`)],
  ]);
  expect(slack.calls({ method: 'chat.update' })).toHaveLength(1);
  expect(teams.calls({ operation: 'update' })).toHaveLength(1);
}

function isListed({ product }: TeamsStory): true | undefined {
  return product()
    .log()
    .some(({ msg }) => msg === 'Slack has listed its people')
    ? true
    : undefined;
}
