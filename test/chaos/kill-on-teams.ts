/** Teams keeps no id of ours, so that posts are matched by the reference that we know of, and by their card or thread where we know none. */
import { KIM } from '../counterparts/teams/people.js';
import type { FaultOptions } from '../counterparts/teams/faults.js';
import type { Post } from '../counterparts/teams/post-record.js';
import { cardsOnTeams } from '../stories/read-teams.js';
import { query } from '../stories/server-control.js';
import { MONEY_ON_TEAMS, ONLY_ON_TEAMS, prepareTeamsStory, type TeamsStory } from '../stories/teams-story.js';
import { until } from '../stories/until.js';
import { visitDesk } from '../stories/visit-desk.js';
import { isAtRestButUnconfirmed } from './at-rest.js';
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
import { late, troubleOn, wireTroubles } from './trouble.js';

const post = { operation: 'create_thread', share: 0.4, times: 3 } as const;
const reply = { operation: 'reply', share: 0.4, times: 3 } as const;
const TROUBLES: readonly FaultOptions[] = [
  ...wireTroubles(post),
  { ...post, kind: 'http_status', status: 412 },
  { ...post, kind: 'no_id' },
  { ...reply, kind: 'reset', stored: true },
  { operation: 'update', share: 0.4, times: 3, kind: 'reset', stored: true },
];
const RETRIED_LIMIT_MS = 30_000;

export async function beginOnTeams(): Promise<Stage> {
  const story = await prepareTeamsStory(ONLY_ON_TEAMS);
  const { teams } = story;
  const trouble = troubleOn<FaultOptions>(teams, (chance) => [late(post), chance.pick(TROUBLES)]);
  return {
    story,
    settleIn: () => story.connect({ money: MONEY_ON_TEAMS }),
    ...trouble,
    endTrouble: () => {
      const befell = trouble.endTrouble();
      teams.landNow();
      return befell;
    },
    press: (chance) => pressSomething(story, chance),
    isAtRest: isAtRestButUnconfirmed,
    lookAround: (after) => lookAround(story, after),
    close: async () => {
      await teams.close();
      await story.slack.close();
    },
  };
}

async function pressSomething({ teams }: TeamsStory, chance: Chance): Promise<void> {
  const cards = cardsOnTeams(teams, MONEY_ON_TEAMS);
  if (cards.length === 0) return;
  const { id: message } = chance.pick(cards);
  const verb = chance.happens(0.7) ? 'claim' : 'release';
  await teams.clickAction({ person: KIM, message, verb, redeliveries: 0 });
}

/** A message of ours, and what we know of its place. */
interface MessageRow {
  readonly id: string;
  readonly alert: string;
  readonly role: 'card' | 'line';
  readonly reference: string | null;
  readonly root: string | null;
  readonly unconfirmed: boolean;
}

/** Looks; then does what people do: messages that are unconfirmed and not on Teams are sent again by hand, and all is looked at once more. */
async function lookAround(story: TeamsStory, { accepted }: After): Promise<Findings> {
  const before = await match(story);
  const desk = await visitDesk(story.product());
  const unseen = notOnTheDesk(await desk.read('/delivery'), before.unconfirmed);
  for (const { id } of before.nowhere) await desk.press(`/delivery/${id}/retry`, '/delivery');
  await until(
    'what was sent again by hand is there',
    () => isAtRestButUnconfirmed(story.database.url!),
    RETRIED_LIMIT_MS,
  );
  const { messages, alerts, unmatched, unconfirmed, nowhere, posts } = await match(story);
  const signals = await query<{ id: string; alert: string | null }>(
    story.database.url!,
    'select id, alert from signals',
  );
  const alertOf = new Map(signals.map(({ id, alert }) => [id, alert]));
  const hasCard = new Set(messages.filter(({ role }) => role === 'card').map(({ alert }) => alert));
  const cards = cardsOnTeams(story.teams, MONEY_ON_TEAMS);
  const cardsOf = (number: string) => cards.filter(({ title }) => title.split(' ').includes(`CX-${number}`));
  const stuck = new Set(unconfirmed.filter(({ role }) => role === 'card').map(({ alert }) => alert));
  const there = new Set(posts.map(({ id }) => id));
  const isBehind = ({ role, alert }: MessageRow): boolean =>
    role === 'line' && unconfirmed.some((each) => each.alert === alert);
  return {
    lost: [
      ...unseen,
      ...accepted.filter((id) => !hasCard.has(alertOf.get(id) ?? '')).map((id) => `voice ${id}`),
      ...messages
        .filter((each) => !each.unconfirmed && !isBehind(each) && !there.has(activityOf(each)))
        .map(({ id, role }) => `${role} ${id}`),
      ...nowhere.map(({ id, role }) => `${role} ${id}, sent again by hand`),
      ...alerts.filter(({ number }) => cardsOf(number).length === 0).map(({ number }) => `CX-${number}`),
    ],
    doubled: [
      ...unmatched.map(({ id, text, summary }) => `${id}: ${summary ?? text}`),
      ...alerts.filter(({ number }) => cardsOf(number).length > 1).map(({ number }) => `CX-${number}`),
    ],
    untrue: alerts
      .filter(({ number }) => !stuck.has(number))
      .filter((alert) => cardsOf(alert.number).some((card) => !isTrue(card, alert)))
      .map(inWords),
    settled: {
      unconfirmed: before.unconfirmed.length,
      there: before.unconfirmed.length - before.nowhere.length,
      sentByHand: before.nowhere.length,
    },
  };
}

interface Matched {
  readonly messages: readonly MessageRow[];
  readonly alerts: readonly AlertRow[];
  readonly posts: readonly Post[];
  /** Posts that are none of our messages. */
  readonly unmatched: readonly Post[];
  readonly unconfirmed: readonly MessageRow[];
  /** Unconfirmed, and not on Teams. */
  readonly nowhere: readonly MessageRow[];
}

async function match({ database, teams }: TeamsStory): Promise<Matched> {
  const url = database.url!;
  const messages = await query<MessageRow & Readonly<Record<string, unknown>>>(
    url,
    `select m.id, m.alert, m.role, m.reference, r.reference as root,
       m.state = 'unknown' and m.not_before > '9000-01-01' as unconfirmed
     from messages m left join messages r on r.id = m.root_id where m.platform = 'teams' order by m.seq`,
  );
  const alerts = await query<AlertRow & Readonly<Record<string, unknown>>>(url, ALERTS);
  const posts = teams.posts().filter(({ conversation }) => conversation === MONEY_ON_TEAMS);
  const known = new Set(messages.map(activityOf));
  const titles = new Map(cardsOnTeams(teams, MONEY_ON_TEAMS).map(({ id, title }) => [id, title.split(' ')]));
  const unconfirmed = messages.filter((each) => each.unconfirmed);
  const nowhere = new Set(unconfirmed);
  const unmatched = posts.filter((each) => {
    if (known.has(each.id)) return false;
    const own = [...nowhere].find(({ role, alert, root }) =>
      role === 'card'
        ? titles.get(each.id)?.includes(`CX-${alert}`)
        : each.thread !== each.id && each.thread === activityIn(root),
    );
    return own === undefined || !nowhere.delete(own);
  });
  return { messages, alerts, posts, unmatched, unconfirmed, nowhere: [...nowhere] };
}

function activityOf({ reference }: MessageRow): string {
  return activityIn(reference);
}

/** A reference names the conversation and the activity. */
function activityIn(reference: string | null): string {
  return reference?.split('|')[1] ?? '';
}

/** Unconfirmed messages that nobody can see on the Delivery page. */
function notOnTheDesk(page: string, unconfirmed: readonly MessageRow[]): readonly string[] {
  const [, counted] = /teams Working \d+ (\d+)/u.exec(page) ?? [];
  const listed = [...page.matchAll(/(CX-\d+) in the Teams channel of [^:]+? unconfirmed: /gu)].map(
    ([, name]) => name,
  );
  const missing = unconfirmed.filter(({ alert }) => {
    const place = listed.indexOf(`CX-${alert}`);
    if (place !== -1) listed.splice(place, 1);
    return place === -1;
  });
  return [
    ...missing.map(({ id }) => `unconfirmed ${id}, not on the desk`),
    ...(Number(counted) === unconfirmed.length ? [] : [`the desk counts ${counted ?? 'none'} unconfirmed`]),
  ];
}
