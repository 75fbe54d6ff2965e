/** Slack takes so little that roll-ups form, and an earlier life has left some. */
import type { FaultOptions } from '../counterparts/slack/faults.js';
import { rollUpsIn } from '../stories/read-roll-ups.js';
import { cardsIn } from '../stories/read-slack.js';
import { lowScore } from '../stories/senders.js';
import { query } from '../stories/server-control.js';
import { KIM, MONEY, type Story, YAML } from '../stories/story.js';
import { until } from '../stories/until.js';
import { isAtRestWithRollUps } from './at-rest.js';
import { beginOnSlack, TROUBLES } from './kill-on-slack.js';
import { TIMES } from './kill-run.js';
import type { Stage } from './kill-stage.js';
import type { Chance } from './seeded.js';
import { troubleOn } from './trouble.js';

const ROLL_UP_OVER = 2;
/** More than one roll-up takes. */
const WAITING = 24;
const TIMES_AND_LIMITS = { ...TIMES, unlimited: false } as const;
/** Of people who look at the channel: each claim is a card, a line and an edit, and the channel takes one message a second. */
const PRESSING = 0.5;
const post = { method: 'chat.postMessage' } as const;
const busy = { ...post, share: 0.5, times: 4 } as const;
const BUSY: readonly FaultOptions[] = [
  { ...busy, kind: 'rate_limited', retryAfterSec: 1 },
  { ...busy, kind: 'http_status', status: 503 },
];

export async function beginWithRollUps(): Promise<Stage> {
  const stage = await beginOnSlack({ yaml: `${YAML}backlog: { roll_up_over: ${ROLL_UP_OVER} }\n` });
  const story = stage.story;
  return {
    ...stage,
    ...troubleOn<FaultOptions>(story.slack, (chance) => [...BUSY, chance.pick(TROUBLES)]),
    accepted: await leaveRollUps(story),
    times: TIMES_AND_LIMITS,
    // Slow enough that what comes after the first roll-up still changes it.
    paceMs: 300,
    press: (chance) => pressSomething(story, chance),
    isAtRest: isAtRestWithRollUps,
  };
}

/** A life that ends, as suddenly as any, when everything it heard waits in roll-ups. Gives the ids of the signals. */
async function leaveRollUps({ slack, start, connected, hear, database, product }: Story): Promise<string[]> {
  await start({ EARSHOT_TEST: JSON.stringify(TIMES_AND_LIMITS) });
  await connected();
  slack.fault({ ...post, times: 'always', kind: 'rate_limited', retryAfterSec: 1 });
  const answers = await Promise.all(Array.from({ length: WAITING }, () => hear(lowScore())));
  const gathered = `select count(*)::int from messages where state = 'gathered'`;
  await until('everything waits in roll-ups', async () => {
    const [row] = await query<{ count: number }>(database.url!, gathered);
    return row?.count === WAITING ? true : undefined;
  });
  await product().kill();
  slack.clearFaults();
  return answers.map(({ body }) => (body as { readonly id: string }).id);
}

/** On a row of a roll-up, or on a card. */
async function pressSomething({ slack }: Story, chance: Chance): Promise<void> {
  if (!chance.happens(PRESSING)) return;
  const claims = rollUpsIn(slack, MONEY).flatMap(({ ts, rows }) =>
    rows.flatMap(({ claim: value }) => (value === undefined ? [] : [{ ts, actionId: 'claim', value }])),
  );
  const onCards = cardsIn(slack, MONEY)
    .filter(({ title }) => title !== '')
    .map(({ ts }) => ({ ts, actionId: chance.happens(0.7) ? 'claim' : 'release' }));
  const all = [...claims, ...onCards];
  if (all.length > 0) await slack.clickButton({ channel: MONEY, user: KIM, ...chance.pick(all) });
}
