import type { FaultOptions } from '../counterparts/slack/faults.js';
import { cardsIn } from '../stories/read-slack.js';
import { query } from '../stories/server-control.js';
import { KIM, MONEY, prepareStory, type Story } from '../stories/story.js';
import { isAtRest } from './at-rest.js';
import { LANDS_LATE_MS } from './kill-run.js';
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

const post = { method: 'chat.postMessage', share: 0.4, times: 3 } as const;
const LATE: FaultOptions = { ...post, kind: 'late', client: 'reset', ms: LANDS_LATE_MS };
export const TROUBLES: readonly FaultOptions[] = [
  { ...post, kind: 'reset', stored: true },
  { ...post, kind: 'reset', stored: false },
  { ...post, kind: 'http_status', status: 500, stored: true },
  { ...post, kind: 'http_status', status: 503 },
  { ...post, kind: 'rate_limited', retryAfterSec: 1 },
  { method: 'chat.update', share: 0.4, times: 3, kind: 'reset', stored: true },
  { method: 'conversations.history', share: 0.5, times: 2, kind: 'http_status', status: 500 },
];

export async function beginOnSlack(): Promise<Stage> {
  const story = await prepareStory();
  const { slack } = story;
  return {
    story,
    settleIn: () => Promise.resolve(),
    makeTrouble: (chance) => {
      slack.fault(LATE);
      slack.fault(chance.pick(TROUBLES));
    },
    endTrouble: () => {
      const befell = slack.faults().reduce((sum, fault) => sum + fault.befell, 0);
      slack.clearFaults();
      return befell;
    },
    press: (chance) => pressSomething(story, chance),
    isAtRest,
    lookAround: (after) => lookAround(story, after),
    close: slack.close,
  };
}

/** Slack does not send a click again when it fails. */
async function pressSomething({ slack }: Story, chance: Chance): Promise<void> {
  const cards = cardsIn(slack, MONEY);
  if (cards.length === 0) return;
  const { ts } = chance.pick(cards);
  const actionId = chance.happens(0.7) ? 'claim' : 'release';
  await slack.clickButton({ channel: MONEY, ts, user: KIM, actionId });
}

async function lookAround({ database, slack }: Story, { accepted, log }: After): Promise<Findings> {
  const url = database.url!;
  const signals = await query<{ id: string; alert: string | null }>(url, 'select id, alert from signals');
  const messages = await query<{ id: string; alert: string; role: string }>(
    url,
    `select id, alert, role from messages where platform = 'slack'`,
  );
  const alerts = await query<AlertRow & Readonly<Record<string, unknown>>>(url, ALERTS);
  const posted = slack.posts().map(({ id }) => id);
  const alertOf = new Map(signals.map(({ id, alert }) => [id, alert]));
  const hasCard = new Set(messages.filter(({ role }) => role === 'card').map(({ alert }) => alert));
  const wanted = new Set(messages.map(({ id }) => id));
  const cards = cardsIn(slack, MONEY);
  const cardsOf = (number: string) => cards.filter(({ title }) => title.includes(`CX-${number}*`));
  const logged = (words: string): number => log.filter(({ msg }) => msg.includes(words)).length;
  return {
    lost: [
      ...accepted.filter((id) => !hasCard.has(alertOf.get(id) ?? '')).map((id) => `voice ${id}`),
      ...messages.filter(({ id }) => !posted.includes(id)).map(({ id, role }) => `${role} ${id}`),
      ...alerts.filter(({ number }) => cardsOf(number).length === 0).map(({ number }) => `CX-${number}`),
    ],
    doubled: [
      ...slack.duplicates().map(({ id, posts }) => `message ${id} ×${posts.length}`),
      ...posted
        .filter((id) => id === undefined || !wanted.has(id))
        .map((id) => `nobody wished for ${String(id)}`),
      ...alerts.filter(({ number }) => cardsOf(number).length > 1).map(({ number }) => `CX-${number}`),
    ],
    untrue: alerts.filter((alert) => cardsOf(alert.number).some((card) => !isTrue(card, alert))).map(inWords),
    settled: { adopted: logged('was found posted'), resent: logged('and is sent again') },
  };
}
