/** Slack takes so little that roll-ups form, and an earlier life has left some: what they name is looked for as well as cards. */
import type { FaultOptions } from '../counterparts/slack/faults.js';
import { rollUpsIn, type ShownRow } from '../stories/read-roll-ups.js';
import { cardsIn } from '../stories/read-slack.js';
import { lowScore } from '../stories/senders.js';
import { query } from '../stories/server-control.js';
import { KIM, MONEY, prepareStory, type Story, YAML } from '../stories/story.js';
import { until } from '../stories/until.js';
import { isAtRestWithRollUps } from './at-rest.js';
import { TROUBLES } from './kill-on-slack.js';
import { TIMES } from './kill-run.js';
import {
  type After,
  type AlertRow,
  ALERTS,
  type Findings,
  inWords,
  isTrue,
  type Stage,
} from './kill-stage.js';
import type { Chance } from './seeded.js';

const ROLL_UP_OVER = 2;
/** More than one roll-up takes. */
const WAITING = 24;
const TIMES_AND_LIMITS = { ...TIMES, unlimited: false } as const;
/** Of people who look at the channel: each claim is a card, a line and an edit, and the channel takes one message a second. */
const PRESSING = 0.5;
const busy = { method: 'chat.postMessage', share: 0.5, times: 4 } as const;
const BUSY: readonly FaultOptions[] = [
  { ...busy, kind: 'rate_limited', retryAfterSec: 1 },
  { ...busy, kind: 'http_status', status: 503 },
];

export async function beginWithRollUps(): Promise<Stage> {
  const story = await prepareStory({ yaml: `${YAML}backlog: { roll_up_over: ${ROLL_UP_OVER} }\n` });
  const { slack } = story;
  return {
    story,
    accepted: await leaveRollUps(story),
    times: TIMES_AND_LIMITS,
    // Slow enough that what comes after the first roll-up still changes it.
    paceMs: 300,
    settleIn: () => Promise.resolve(),
    makeTrouble: (chance) => {
      for (const fault of [...BUSY, chance.pick(TROUBLES)]) slack.fault(fault);
    },
    endTrouble: () => {
      const befell = slack.faults().reduce((sum, fault) => sum + fault.befell, 0);
      slack.clearFaults();
      return befell;
    },
    press: (chance) => pressSomething(story, chance),
    isAtRest: isAtRestWithRollUps,
    lookAround: (after) => lookAround(story, after),
    close: slack.close,
  };
}

/** A life that ends, as suddenly as any, when everything it heard waits in roll-ups. Gives the ids of the signals. */
async function leaveRollUps({ slack, start, connected, hear, database, product }: Story): Promise<string[]> {
  await start({ EARSHOT_TEST: JSON.stringify(TIMES_AND_LIMITS) });
  await connected();
  slack.fault({ method: 'chat.postMessage', times: 'always', kind: 'rate_limited', retryAfterSec: 1 });
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

interface MessageRow {
  readonly id: string;
  readonly alert: string | null;
  readonly role: string;
  readonly state: string;
  readonly reference: string | null;
}

async function lookAround({ database, slack }: Story, { accepted, log }: After): Promise<Findings> {
  const url = database.url!;
  const signals = await query<{ id: string; alert: string | null }>(url, 'select id, alert from signals');
  const messages = await query<MessageRow & Readonly<Record<string, unknown>>>(
    url,
    `select id, alert, role, state, reference from messages where platform = 'slack'`,
  );
  const alerts = await query<AlertRow & Readonly<Record<string, unknown>>>(url, ALERTS);
  const posted = slack.posts().map(({ id }) => id);
  const known = new Set(messages.map(({ id }) => id));
  const alertOf = new Map(signals.map(({ id, alert }) => [id, alert]));
  const cards = cardsIn(slack, MONEY).filter(({ title }) => title !== '');
  const rollUps = rollUpsIn(slack, MONEY);
  const rows = rollUps.flatMap((each) => each.rows);
  const seen = alerts.map((alert) => ({
    alert,
    cards: cards.filter(({ title }) => title.includes(`CX-${alert.number}*`)),
    rows: rows.filter(({ name }) => name === `CX-${alert.number}`),
  }));
  const named = new Set(
    seen.filter((each) => each.cards.length + each.rows.length > 0).map(({ alert }) => alert.number),
  );
  const logged = (words: string): number => log.filter(({ msg }) => msg.includes(words)).length;
  return {
    lost: [
      ...accepted.filter((id) => !named.has(alertOf.get(id) ?? '')).map((id) => `voice ${id}`),
      ...messages
        .filter(({ id, reference }) => reference !== null && !posted.includes(id))
        .map(({ id, role }) => `${role} ${id}`),
      ...alerts.filter(({ number }) => !named.has(number)).map(({ number }) => `CX-${number}`),
    ],
    doubled: [
      ...slack.duplicates().map(({ id, posts }) => `message ${id} ×${posts.length}`),
      ...posted
        .filter((id) => id === undefined || !known.has(id))
        .map((id) => `nobody wished for ${String(id)}`),
      ...seen.filter((each) => each.cards.length > 1).map(({ alert }) => `card of CX-${alert.number}`),
      ...seen.filter((each) => each.rows.length > 1).map(({ alert }) => `row of CX-${alert.number}`),
    ],
    untrue: seen.flatMap(({ alert, cards: own, rows: mine }) => [
      ...own.filter((card) => !isTrue(card, alert)).map(() => `${inWords(alert)}, unlike its card`),
      ...mine
        .filter((row) => !isTrueRow(row, alert, own.length > 0))
        .map(({ words, claim }) => `${inWords(alert)}, ${own.length} cards: ${words} [${claim ?? ''}]`),
    ]),
    settled: {
      rollUps: rollUps.length,
      rows: rows.length,
      claimedThere: seen.filter((each) => each.rows.length > 0 && each.cards.length > 0).length,
      adopted: logged('was found posted'),
      resent: logged('and is sent again'),
    },
  };
}

/** Who has no card of its own is claimed there; who has, says whose it is and has no button. */
function isTrueRow({ words, claim }: ShownRow, alert: AlertRow, hasCard: boolean): boolean {
  if (hasCard) {
    return claim === undefined && /Claimed by Kim/iu.test(words) === (alert.state === 'claimed');
  }
  const counted = / · ×(\d+) · /u.exec(words)?.[1] ?? '1';
  return claim === alert.number && alert.state === 'open' && Number(counted) === alert.signal_count;
}
