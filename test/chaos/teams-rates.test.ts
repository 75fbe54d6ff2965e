/** In real time: three hundred cards for one channel of Teams, at the pace that Teams allows. Takes three minutes. */
import { expect, inject, it } from 'vitest';
import { KIM } from '../counterparts/teams/people.js';
import { cardsOnTeams } from '../stories/read-teams.js';
import { lowScore } from '../stories/senders.js';
import { beginTeamsStory, MONEY_ON_TEAMS, ONLY_ON_TEAMS, tenantWith } from '../stories/teams-story.js';
import { pause, until } from '../stories/until.js';
import { isAtRest } from './at-rest.js';

const CARDS = 300;
const AT_ONCE = 20;
/** People press meanwhile: each claim is an edit and a line in the same channel. */
const CLAIMS = 10;
const CLAIM_EVERY_MS = 5_000;
/** 320 calls at 1.8 a second take 178 s. */
const DONE_MS = 300_000;
const LIMIT_MS = 480_000;

it.skipIf(inject('serverUrl') === null)(
  `${CARDS} cards for one channel never go beyond what Teams allows, and none is refused`,
  async () => {
    const { teams, hear, product, database } = await beginTeamsStory({
      ...ONLY_ON_TEAMS,
      // Each alert is to have its own card, so that there are as many calls as there can be.
      yaml: `${ONLY_ON_TEAMS.yaml}\nbacklog: { roll_up_over: off }\n`,
      teams: { tenant: tenantWith(), throttle: true },
    });
    const began = performance.now();
    const speak = async (): Promise<void> => {
      const voice = lowScore();
      while ((await hear(voice, String(voice['external_id']))).status === 429) await pause(500);
    };
    for (let heard = 0; heard < CARDS; heard += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, speak));
    for (let claimed = 0; claimed < CLAIMS; claimed += 1) {
      const message = cardsOnTeams(teams, MONEY_ON_TEAMS)[claimed]!.id;
      await teams.clickAction({ person: KIM, message, verb: 'claim' });
      await pause(CLAIM_EVERY_MS);
    }
    await until('everything is posted', () => isAtRest(database.url!), DONE_MS);
    const seconds = (performance.now() - began) / 1000;
    const busiest = [1, 2, 30, 3600].map((span) => teams.busiest({ of: MONEY_ON_TEAMS, seconds: span }));
    console.info(
      `${teams.posts().length} posts and ${teams.callCounts()['update']} edits in ${seconds.toFixed(0)} s; ` +
        `most in 1 s, 2 s, 30 s and an hour: ${busiest.map((most) => most?.calls).join(', ')} of 7, 8, 60 and 1,800`,
    );
    expect(teams.breaches()).toEqual([]);
    expect(
      teams.calls().filter(({ outcome }) => outcome.kind !== 'answered' || outcome.status >= 400),
    ).toEqual([]);
    expect(cardsOnTeams(teams, MONEY_ON_TEAMS)).toHaveLength(CARDS);
    expect(teams.posts()).toHaveLength(CARDS + CLAIMS);
    await product().stop();
  },
  LIMIT_MS,
);
