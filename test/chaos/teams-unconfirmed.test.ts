/** In real time: what becomes of a message to Teams of which nobody hears whether it is there, and of one that surely is not. */
import { expect, inject, it } from 'vitest';
import { KIM } from '../counterparts/teams/people.js';
import { cardsOnTeams } from '../stories/read-teams.js';
import { lowScore } from '../stories/senders.js';
import { query } from '../stories/server-control.js';
import { beginTeamsStory, MONEY_ON_TEAMS } from '../stories/teams-story.js';
import { pause, until } from '../stories/until.js';
import { visitDesk } from '../stories/visit-desk.js';

/** It waits 12 s for an answer to a post. */
const GIVEN_UP_MS = 30_000;
/** Ten rounds of posting and recovery. */
const FOR_LONG_MS = 6_000;
const UNCONFIRMED =
  /CX-1 in the Teams channel of [^:]+? unconfirmed: Teams does not let a bot look for its own messages/u;

it.skipIf(inject('serverUrl') === null)(
  'a post that landed and was never answered is unconfirmed, is not sent again, and holds nothing else back',
  async () => {
    const { teams, hear, product, database } = await beginTeamsStory();
    const desk = await visitDesk(product());
    teams.fault({ operation: 'create_thread', kind: 'hang', stored: true });
    await hear(lowScore());
    await until('it is unconfirmed', () => stateOf(database.url!, 1, 'unknown'), GIVEN_UP_MS);
    expect(await desk.read('/delivery')).toMatch(/teams (?:Working|Cannot be reached) .*?\d+ 1 /u);
    expect(await desk.read('/delivery')).toMatch(UNCONFIRMED);

    await hear(lowScore());
    await until('the next one is posted', () => stateOf(database.url!, 2, 'posted'), GIVEN_UP_MS);
    await pause(FOR_LONG_MS);
    expect(await desk.read('/delivery')).toMatch(/teams Working 0 1 /u);
    expect(await desk.read('/delivery')).toMatch(UNCONFIRMED);
    const names = cardsOnTeams(teams, MONEY_ON_TEAMS).map(({ title }) => /CX-\d+/u.exec(title)?.[0]);
    expect(names).toEqual(['CX-1', 'CX-2']);
    expect(teams.callCounts()).toMatchObject({ create_thread: 2 });

    // It stands there: whoever presses on it shows us so.
    const [first] = cardsOnTeams(teams, MONEY_ON_TEAMS);
    await teams.clickAction({ person: KIM, message: first!.id, verb: 'claim' });
    await until('the card is edited', () =>
      cardsOnTeams(teams, MONEY_ON_TEAMS)[0]!.title.includes('Claimed by Kim Larsen') ? true : undefined,
    );
    expect(await desk.read('/delivery')).toMatch(/teams Working 0 0 /u);
    expect(teams.callCounts()).toMatchObject({ create_thread: 2 });
    await product().stop();
  },
);

it.skipIf(inject('serverUrl') === null)(
  'a post whose connection is refused is sent once Teams is back, once, and is never unconfirmed',
  async () => {
    const { teams, hear, product, database } = await beginTeamsStory();
    await teams.setReachable({ reachable: false });
    for (let each = 0; each < 3; each += 1) await hear(lowScore());
    await until('Teams is known to be away', async () =>
      (await product().readyz()).platforms.some(({ name, state }) => name === 'teams' && state === 'away')
        ? true
        : undefined,
    );
    await pause(FOR_LONG_MS);
    expect(await (await visitDesk(product())).read('/delivery')).toMatch(/teams Cannot be reached .*? 3 0 /u);
    await teams.setReachable({ reachable: true });
    for (const alert of [1, 2, 3])
      await until('it is posted', () => stateOf(database.url!, alert, 'posted'), GIVEN_UP_MS);
    expect(cardsOnTeams(teams, MONEY_ON_TEAMS)).toHaveLength(3);
    expect(teams.posts()).toHaveLength(3);
    expect(
      product()
        .log()
        .filter(({ msg, outcome }) => msg === 'not posted yet' && outcome !== 'later'),
    ).toEqual([]);
    await product().stop();
  },
);

async function stateOf(url: string, alert: number, state: string): Promise<true | undefined> {
  const [card] = await query<{ state: string; settled: boolean }>(
    url,
    `select state, state <> 'unknown' or not_before > '9000-01-01' as settled from messages
     where platform = 'teams' and role = 'card' and alert = ${alert}`,
  );
  return card?.state === state && card.settled ? true : undefined;
}
