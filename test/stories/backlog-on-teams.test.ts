import { beforeAll, describe, expect, it } from 'vitest';
import { KIM, SAM } from '../counterparts/teams/people.js';
import { cardsOnTeams, type ShownTeamsCard } from './read-teams.js';
import { rollUpsOnTeams } from './read-roll-ups-on-teams.js';
import { lowScore } from './senders.js';
import { beginTeamsStory, MONEY_ON_TEAMS, ONLY_ON_TEAMS, type TeamsStory } from './teams-story.js';
import { until } from './until.js';

const ALERTS = 30;
const ROLL_UP_OVER = 5;
/** What a message of Teams takes with its buttons. */
const MOST_ROWS = 12;
const BUSY_SEC = 2;
const NAMED_MS = 60_000;

describe('more alerts than a channel of Teams takes, which says that it is busy', () => {
  let story: TeamsStory;
  const rollUps = () => rollUpsOnTeams(story.teams, MONEY_ON_TEAMS);
  const rows = () => rollUps().flatMap((each) => each.rows);
  const cards = (): readonly ShownTeamsCard[] => {
    const others = new Set(rollUps().map(({ id }) => id));
    return cardsOnTeams(story.teams, MONEY_ON_TEAMS).filter(({ id }) => !others.has(id));
  };
  const cardOf = (name: string) => cards().find(({ title }) => title.split(' ').includes(name));
  const rowOf = (name: string) => rows().find((row) => row.name === name);
  const named = (): readonly string[] => [
    ...cards().flatMap(({ title }) => /CX-\d+/u.exec(title) ?? []),
    ...rows().map(({ name }) => name),
  ];
  const everyName = Array.from({ length: ALERTS }, (_, index) => `CX-${index + 1}`);

  beforeAll(async () => {
    story = await beginTeamsStory({
      ...ONLY_ON_TEAMS,
      yaml: `${ONLY_ON_TEAMS.yaml}\nbacklog: { roll_up_over: ${ROLL_UP_OVER} }\n`,
    });
    const busy = { operation: 'create_thread', kind: 'rate_limited', retryAfterSec: BUSY_SEC } as const;
    story.teams.fault({ ...busy, times: 3 });
    const voices = everyName.map((_, index) =>
      lowScore({ customer: { id: `customer-${index}`, name: `Customer ${index}` } }),
    );
    await Promise.all(voices.map((voice) => story.hear(voice)));
    await until(
      'every alert is named in the channel',
      () => (new Set(named()).size === ALERTS ? true : undefined),
      NAMED_MS,
    );
  });

  it('are each named once, on a card or in a row with its own Claim', () => {
    expect([...named()].sort()).toEqual([...everyName].sort());
    expect(rollUps().length).toBeGreaterThanOrEqual(2);
    for (const { rows: each } of rollUps()) expect(each.length).toBeLessThanOrEqual(MOST_ROWS);
    for (const { name, claim } of rows()) {
      expect(claim).toMatchObject({ earshot: { action: 'claim', alert: Number(name.slice('CX-'.length)) } });
    }
  });

  it('are claimed there: the one gets its card with its thread, its row says whose it is, and the others stay', async () => {
    const [first] = rollUps();
    const [{ name, claim } = { name: '' }, ...others] = first!.rows;
    const click = { person: KIM, message: first!.id, verb: 'claim', data: claim! };
    const { shown } = await story.teams.clickAction(click);
    expect(JSON.stringify(shown)).toContain(name);
    const card = await until(`${name} has its card and its thread`, () => {
      const own = cardOf(name);
      return own?.thread.some((line) => line.includes('claimed this')) ? own : undefined;
    });
    expect(card.title).toMatch(/Claimed by Kim/iu);
    const row = await until(`the row of ${name} tells of its card`, () =>
      rowOf(name)?.claim === undefined ? rowOf(name) : undefined,
    );
    expect(row.words).toMatch(new RegExp(`^${name} · Claimed by Kim.* · its card is in this channel$`, 'u'));
    const now = rollUps().find(({ id }) => id === first!.id);
    expect(now?.rows.slice(1)).toEqual(others);
    expect(new Set(named()).size).toBe(ALERTS);
    expect(cards().filter(({ title }) => title.split(' ').includes(name))).toHaveLength(1);
  });

  it('are claimed once where two press on the same row: the other hears who has it', async () => {
    const [first] = rollUps();
    const { name, claim } = first!.rows[1]!;
    const both = await Promise.all(
      [KIM, SAM].map((person) =>
        story.teams.clickAction({ person, message: first!.id, verb: 'claim', data: claim! }),
      ),
    );
    const refused = both.filter(({ shown }) => JSON.stringify(shown).includes('has had this'));
    expect(refused).toHaveLength(1);
    const card = await until(`${name} has a card`, () => cardOf(name));
    expect(card.title).toMatch(/Claimed by (?:Kim|Sam)/iu);
    expect(cards().filter(({ title }) => title.split(' ').includes(name))).toHaveLength(1);
    await story.product().stop();
  });
});
