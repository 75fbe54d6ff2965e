import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { shorten } from '../../domain/plain-text.js';
import type {
  AskModel,
  ModelAnswer,
  ModelPurpose,
  ModelQuestion,
  ModelRefusal,
} from '../../use-cases/ask-model.js';
import type { Log } from '../../use-cases/log.js';
import type { ModelMemoryStore } from '../../use-cases/model-memory.js';
import type { Clock, Transaction } from '../../use-cases/transaction.js';
import { redact } from '../redact.js';
import { createBreaker } from './breaker.js';
import type { Called, CallModel, Tokens } from './call-openai.js';
import { strictSchema } from './strict-schema.js';

export interface AskModelDeps {
  readonly call: CallModel;
  /** The model, and where it is: answers of another one are not those of this one. */
  readonly service: { readonly name: string; readonly baseUrl: string };
  readonly callsPerDay: number;
  /** Everybody of ours who is known, by name: taken out of whatever is asked, where it stands whole. */
  readonly staff: () => Promise<readonly string[]>;
  readonly transaction: Transaction<ModelMemoryStore>;
  /** What whoever runs Earshot is told on the desk. */
  readonly notices: {
    readonly set: (key: string, text: string) => Promise<void>;
    readonly clear: (key: string) => Promise<void>;
  };
  readonly count: ModelCounts;
  readonly clock: Clock;
  readonly log: Log;
  /** Of one question, both tries together. */
  readonly limitMs?: number;
}

export interface ModelCounts {
  readonly asked: (
    purpose: ModelPurpose,
    outcome: 'answered' | 'kept' | ModelRefusal,
    durationMs: number,
  ) => void;
  readonly tokens: (tokens: Tokens) => void;
}

const LIMIT_MS = 20_000;
const TRIES = 2;
const PAUSE_MS = 500;
/** Who asks for more patience than this is not asked again now. */
const LONGEST_PAUSE_MS = 3_000;
/** Of a question that says nothing else. Some thousand tokens; a complaint says so before its page is full. */
const USUAL_MOST_INPUT = 4_000;
const REST_NOTICE = 'model: rests';
const BUDGET_NOTICE = 'model: budget';
const MEANWHILE = 'Texts are read by rules and the built-in model alone meanwhile, and nothing is lost.';

/** Asks within a day's budget, a time limit and one more try; what was answered before is not asked again. `stop` ends what is under way. */
export function createAskModel(deps: AskModelDeps): { readonly ask: AskModel; readonly stop: () => void } {
  const {
    call,
    service,
    callsPerDay,
    staff,
    transaction,
    notices,
    count,
    clock,
    log,
    limitMs = LIMIT_MS,
  } = deps;
  const breaker = createBreaker();
  const stopping = new AbortController();
  /** By this process; undefined: nothing yet, and what an earlier one had to say is taken back by the first success. */
  const told: { resting?: boolean; budgetSpent?: boolean } = {};

  /** Read through a call: it changes while a question waits, which narrowing does not see. */
  const isStopping = (): boolean => stopping.signal.aborted;

  const ask: AskModel = async (question) => {
    const began = performance.now();
    const answer = await asked(question);
    const outcome = 'refused' in answer ? answer.refused : answer.kept ? 'kept' : 'answered';
    count.asked(question.purpose, outcome, performance.now() - began);
    return answer;
  };

  async function asked<Answer>(question: ModelQuestion<Answer>): Promise<ModelAnswer<Answer>> {
    const { system, shape, maxTokens, mostInput = USUAL_MOST_INPUT } = question;
    const input = shorten(redact(question.input, question.people, await staff()), mostInput);
    const schema = strictSchema(question.schema);
    const key = keyOf([service.baseUrl, service.name, system, shape, JSON.stringify(schema), input]);
    const kept = question.schema.safeParse(await transaction((store) => store.keptAnswer(key)));
    if (kept.success) return { answer: kept.data, reader: service.name, kept: true };
    if (breaker.restsUntil(clock())) return { refused: 'resting' };
    // Not AbortSignal.timeout(): within any() nothing holds it, and once it is collected it never fires (seen on Node 20).
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), limitMs);
    const signal = AbortSignal.any([stopping.signal, limit.signal]);
    return await tryWithin(signal).finally(() => clearTimeout(timer));

    async function tryWithin(within: AbortSignal): Promise<ModelAnswer<Answer>> {
      for (let tryNumber = 1; ; tryNumber += 1) {
        if (isStopping()) return { refused: 'stopping' };
        if (!(await spend())) return { refused: 'budget' };
        const called = await call({ system, input, shape, schema, maxTokens, signal: within });
        if (isStopping()) return { refused: 'stopping' };
        if (called.kind === 'failed' && called.again && tryNumber < TRIES) {
          const waited = await patience(called.afterMs ?? PAUSE_MS, within);
          if (waited) continue;
        }
        return settle(called, question, key);
      }
    }
  }

  async function settle<Answer>(
    called: Called,
    { schema }: ModelQuestion<Answer>,
    key: Uint8Array,
  ): Promise<ModelAnswer<Answer>> {
    switch (called.kind) {
      case 'said': {
        await answers(called.tokens);
        const read = schema.safeParse(parsed(called.text));
        if (!read.success) return { refused: 'unusable' };
        await transaction((store) => store.keepAnswer(key, read.data, clock()));
        return { answer: read.data, reader: service.name, kept: false };
      }
      case 'refused':
        await answers(called.tokens);
        return { refused: 'unusable' };
      case 'failed':
        await rest(breaker.failed(clock()), called.why);
        return { refused: 'failed' };
      case 'setup':
        await rest(breaker.failed(clock(), { atOnce: true }), called.why);
        return { refused: 'setup' };
    }
  }

  /** Whatever it said, it is there. */
  async function answers(tokens: Tokens): Promise<void> {
    count.tokens(tokens);
    if (breaker.succeeded()) log.info({ model: service.name }, 'the language model answers again');
    if (told.resting === false) return;
    told.resting = false;
    await notices.clear(REST_NOTICE);
  }

  async function rest(until: Date | undefined, why: string): Promise<void> {
    if (until === undefined) return;
    told.resting = true;
    log.warn({ model: service.name, why, until }, 'the language model rests, because it cannot be used');
    await notices.set(
      REST_NOTICE,
      `The language model ${service.name} cannot be used: ${why}. It is tried again after a while. ${MEANWHILE}`,
    );
  }

  async function spend(): Promise<boolean> {
    const day = clock().toISOString().slice(0, 10);
    const spent = await transaction((store) => store.spendCall(day, callsPerDay));
    if (told.budgetSpent === !spent) return spent;
    told.budgetSpent = !spent;
    if (spent) await notices.clear(BUDGET_NOTICE);
    else {
      log.warn({ day, callsPerDay }, 'the language model has been asked as often as one day allows');
      await notices.set(
        BUDGET_NOTICE,
        `The language model has been asked ${callsPerDay} times today, which is all that calls_per_day allows. The next day begins at 00:00 UTC. ${MEANWHILE}`,
      );
    }
    return spent;
  }

  return { ask, stop: () => stopping.abort() };
}

/** False: the time is over, or would be. */
async function patience(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms > LONGEST_PAUSE_MS) return false;
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function keyOf(parts: readonly string[]): Uint8Array {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
