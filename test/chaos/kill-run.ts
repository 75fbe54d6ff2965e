/** One life of the product that ends at a named point, and what is left of it when the next one has come to rest. */
import type { FaultOptions } from '../counterparts/slack/faults.js';
import type { KillPoint } from '../../src/config/test-marks.js';
import { cardsIn } from '../stories/read-slack.js';
import { lowScore, type Voice } from '../stories/senders.js';
import { query } from '../stories/server-control.js';
import { KIM, MONEY, prepareStory, type Story } from '../stories/story.js';
import { pause, until } from '../stories/until.js';
import { isAtRest } from './at-rest.js';
import type { Chance } from './seeded.js';

export interface KillRun {
  readonly point: KillPoint;
  /** At which passage of the point it dies. */
  readonly pass: number;
  readonly faults: readonly FaultOptions[];
}

export interface Aftermath {
  /** How many voices were answered 202. */
  readonly accepted: number;
  /** What was accepted or wanted and is not on Slack. */
  readonly lost: readonly string[];
  /** What is on Slack more than once, or without anybody's wish. */
  readonly doubled: readonly string[];
  /** Cards that show something else than what is true. */
  readonly untrue: readonly string[];
  /** How often Slack was in trouble, and how the next life settled messages whose outcome nobody knew. */
  readonly befell: number;
  readonly adopted: number;
  readonly resent: number;
}

/** Short, so that a run takes seconds: a lease has to end before anything is looked for. */
const TIMES = { leaseMs: 1_200, settleMs: 1_800, unlimited: true };
/** After the first look, which comes within a second, and before the second. */
export const LANDS_LATE_MS = 1_200;
const MOST_VOICES = 30;
const VOICES_AFTER = 2;
const QUIET_LIMIT_MS = 60_000;

export async function killAndLook({ point, pass, faults }: KillRun, chance: Chance): Promise<Aftermath> {
  const story = await prepareStory();
  const marks = (more: object) => ({ EARSHOT_TEST: JSON.stringify({ ...TIMES, ...more }) });
  const doomed = await story.start(marks({ killAt: point, killAtPass: pass }));
  await story.connected();
  for (const fault of faults) story.slack.fault(fault);

  const life = { isOver: false };
  const death = doomed.ended.then((ended) => {
    life.isOver = true;
    return ended;
  });
  const taken: Promise<string>[] = [];
  const speak = (): void => void taken.push(insist(story, chance));
  while (!life.isOver && taken.length < MOST_VOICES) {
    speak();
    if (chance.happens(0.5)) void pressSomething(story, chance).catch(() => undefined);
    await pause(chance.between(5, 60));
  }
  const { signal } = await within(death, `the product dies at ${point}, passage ${pass}`);
  if (signal !== 'SIGKILL') throw new Error(`The product did not die at ${point} but of ${String(signal)}`);

  await story.start(marks({}));
  await story.connected();
  for (let each = 0; each < VOICES_AFTER; each += 1) speak();
  const accepted = await Promise.all(taken);
  const befell = story.slack.faults().reduce((sum, fault) => sum + fault.befell, 0);
  story.slack.clearFaults();
  await until('everything is at rest', () => isAtRest(story.database.url!), QUIET_LIMIT_MS);
  const found = await lookAround(story, accepted);
  await story.product().stop();
  await story.slack.close();
  const log = [...doomed.log(), ...story.product().log()];
  const logged = (words: string): number => log.filter(({ msg }) => msg.includes(words)).length;
  return { ...found, befell, adopted: logged('was found posted'), resent: logged('and is sent again') };
}

/** A sender as the good ones are: the same webhook until it is answered 202, whatever happens meanwhile. Gives the signal's id. */
async function insist(story: Story, chance: Chance): Promise<string> {
  const voice: Voice = lowScore(
    chance.happens(0.3) ? { customer: { id: 'maria', name: 'Maria Lopez' } } : {},
  );
  const id = `msg-${String(voice['external_id'])}`;
  return until(
    'a voice is taken',
    async () => {
      const answer = await story.hear(voice, id).catch(() => undefined);
      return answer?.status === 202 ? (answer.body as { readonly id: string }).id : undefined;
    },
    QUIET_LIMIT_MS,
  );
}

/** Somebody presses what they see; Slack does not send a click again when it fails. */
async function pressSomething(story: Story, chance: Chance): Promise<void> {
  const cards = cardsIn(story.slack, MONEY);
  if (cards.length === 0) return;
  const { ts } = chance.pick(cards);
  const actionId = chance.happens(0.7) ? 'claim' : 'release';
  await story.slack.clickButton({ channel: MONEY, ts, user: KIM, actionId });
}

interface AlertRow {
  readonly number: string;
  readonly state: string;
  readonly signal_count: number;
}

async function lookAround(
  { database, slack }: Story,
  accepted: readonly string[],
): Promise<Pick<Aftermath, 'accepted' | 'lost' | 'doubled' | 'untrue'>> {
  const url = database.url!;
  const signals = await query<{ id: string; alert: string | null }>(url, 'select id, alert from signals');
  const messages = await query<{ id: string; alert: string; role: string }>(
    url,
    `select id, alert, role from messages where platform = 'slack'`,
  );
  const alerts = await query<AlertRow>(url, 'select number, state, signal_count from alerts');
  const posted = slack.posts().map(({ id }) => id);
  const alertOf = new Map(signals.map(({ id, alert }) => [id, alert]));
  const hasCard = new Set(messages.filter(({ role }) => role === 'card').map(({ alert }) => alert));
  const wanted = new Set(messages.map(({ id }) => id));
  const cards = cardsIn(slack, MONEY);
  const cardsOf = (number: string) => cards.filter(({ title }) => title.includes(`CX-${number}*`));
  return {
    accepted: accepted.length,
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
    untrue: alerts
      .filter((alert) => cardsOf(alert.number).some((card) => !isTrue(card, alert)))
      .map(({ number, state, signal_count: count }) => `CX-${number} is ${state} ×${count}`),
  };
}

function isTrue(card: { readonly title: string; readonly all: string }, alert: AlertRow): boolean {
  const claimed = card.title.includes('Claimed by kim');
  const counted = /×(\d+), last/u.exec(card.all)?.[1] ?? '1';
  return claimed === (alert.state === 'claimed') && Number(counted) === alert.signal_count;
}

async function within<Result>(promise: Promise<Result>, what: string): Promise<Result> {
  let found: { readonly result: Result } | undefined;
  void promise.then((result) => (found = { result }));
  return (await until(what, () => found, QUIET_LIMIT_MS)).result;
}
