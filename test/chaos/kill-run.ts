/** One life of the product that ends at a named point, and what is left of it when the next one has come to rest. */
import type { KillPoint } from '../../src/config/test-marks.js';
import { lowScore, type Voice } from '../stories/senders.js';
import type { Story } from '../stories/story.js';
import { pause, until } from '../stories/until.js';
import type { Findings, Stage } from './kill-stage.js';
import type { Chance } from './seeded.js';

export type Death = KillPoint | 'at random';

export interface KillRun {
  readonly death: Death;
  /** At which passage of the point it dies; at random, after how many of RANDOM_STEP_MS. */
  readonly pass: number;
  /** Whether the platform is in trouble as well. */
  readonly inTrouble: boolean;
}

export interface Aftermath extends Findings {
  /** How many voices were answered 202. */
  readonly accepted: number;
  /** How often the platform was in trouble. */
  readonly befell: number;
}

/** Short, so that a run takes seconds: a lease has to end before anything is looked for. */
export const TIMES = { leaseMs: 1_200, settleMs: 1_800, unlimited: true };
const RANDOM_STEP_MS = 700;
const USUAL_PACE_MS = 60;
const MOST_VOICES = 30;
const VOICES_AFTER = 2;
const QUIET_LIMIT_MS = 60_000;

export async function killAndLook(
  stage: Stage,
  { death: point, pass, inTrouble }: KillRun,
  chance: Chance,
): Promise<Aftermath> {
  const { story } = stage;
  const marks = (more: object) => ({ EARSHOT_TEST: JSON.stringify({ ...TIMES, ...stage.times, ...more }) });
  const doomed = await story.start(marks(point === 'at random' ? {} : { killAt: point, killAtPass: pass }));
  await story.connected();
  await stage.settleIn();
  if (inTrouble) stage.makeTrouble(chance);
  if (point === 'at random') void pause(pass * RANDOM_STEP_MS).then(() => doomed.kill());

  const life = { isOver: false };
  const death = doomed.ended.then((ended) => {
    life.isOver = true;
    return ended;
  });
  const taken: Promise<string>[] = [];
  const speak = (): void => void taken.push(insist(story, chance));
  const givenUpAt = performance.now() + QUIET_LIMIT_MS;
  while (!life.isOver && performance.now() < givenUpAt) {
    if (taken.length < MOST_VOICES) speak();
    if (chance.happens(0.5)) void stage.press(chance).catch(() => undefined);
    await pause(chance.between(5, stage.paceMs ?? USUAL_PACE_MS));
  }
  const { signal } = await within(death, `the product dies at ${point}, passage ${pass}`);
  if (signal !== 'SIGKILL') throw new Error(`The product did not die at ${point} but of ${String(signal)}`);

  await story.start(marks({}));
  await story.connected();
  for (let each = 0; each < VOICES_AFTER; each += 1) speak();
  const accepted = [...(stage.accepted ?? []), ...(await Promise.all(taken))];
  const befell = stage.endTrouble();
  await until('everything is at rest', () => stage.isAtRest(story.database.url!), QUIET_LIMIT_MS);
  const log = [...doomed.log(), ...story.product().log()];
  const found = await stage.lookAround({ accepted, log });
  await story.product().stop();
  await stage.close();
  return { ...found, accepted: accepted.length, befell };
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

async function within<Result>(promise: Promise<Result>, what: string): Promise<Result> {
  let found: { readonly result: Result } | undefined;
  void promise.then((result) => (found = { result }));
  return (await until(what, () => found, QUIET_LIMIT_MS)).result;
}
