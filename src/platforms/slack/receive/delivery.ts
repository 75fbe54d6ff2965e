/** Has everything handled once, however often it comes, and answered before Slack stops waiting. */
import { databaseAwayNote, OWN_FAULT_NOTE } from '../../../cards/database-away-note.js';
import { DatabaseAway } from '../../../use-cases/failures.js';
import type { Log } from '../../../use-cases/log.js';
import type { SeenRequests } from '../../../use-cases/seen-requests.js';
import { noteInWords } from '../words.js';
import { type Answer, NOTHING } from './answer.js';
import type { EventKey, Interaction, SlackEvent } from './asked.js';
import { NotKnownYet } from './not-known-yet.js';
import { type AckBody, createReply, type Reply, type ReplyDeps } from './reply.js';

export interface Delivery {
  /** `again`: it is not done yet, and Slack shall send it once more. */
  readonly event: (event: SlackEvent, key: EventKey) => Promise<'done' | 'again'>;
  /** What to acknowledge with, as soon as that is known. */
  readonly interaction: (asked: Interaction, key: string) => Promise<AckBody>;
  /** Waits for what is under way. */
  readonly drain: () => Promise<void>;
}

export interface Work {
  /** Throws what keeps it from being done. */
  readonly event: (event: SlackEvent) => Promise<void>;
  readonly interaction: (asked: Interaction, reply: Reply) => Promise<void>;
}

export interface DeliveryTimes {
  /** Events are sent again after three seconds without an answer: https://docs.slack.dev/apis/events-api */
  readonly eventMs: number;
  /** A person sees an error after three seconds: https://docs.slack.dev/interactivity/handling-user-interaction */
  readonly slowMs: number;
}

export const DELIVERY_TIMES: DeliveryTimes = { eventMs: 2_500, slowMs: 2_000 };

interface DeliveryDeps extends ReplyDeps {
  readonly seen: SeenRequests;
  readonly work: Work;
  readonly clock: () => Date;
  readonly log: Log;
  readonly times: DeliveryTimes;
}

export function createDelivery(deps: DeliveryDeps): Delivery {
  const { seen, work, clock, log, times } = deps;
  const underWay = new Set<Promise<unknown>>();

  const track = <Result>(promise: Promise<Result>): Promise<Result> => {
    underWay.add(promise);
    const forget = (): boolean => underWay.delete(promise);
    promise.then(forget, forget);
    return promise;
  };

  /** Does `work` unless it was done before. What came of remembering that is for the log alone: the work itself counts. */
  const once = async (key: string, doIt: () => Promise<void>): Promise<'new' | 'done' | 'in_progress'> => {
    const begun = await seen.begin(key, clock());
    if (begun !== 'new') return begun;
    const remember = (kept: Promise<void>): Promise<void> =>
      kept.catch((error: unknown) =>
        log.warn({ platform: 'slack', error }, 'A request may be handled twice'),
      );
    try {
      await doIt();
    } catch (error) {
      await remember(seen.giveUp(key));
      throw error;
    }
    await remember(seen.done(key));
    return 'new';
  };

  const handleEvent = async (event: SlackEvent, key: EventKey): Promise<'done' | 'again'> => {
    try {
      if (key === undefined) {
        await work.event(event);
        return 'done';
      }
      const outcome = await once(key, () => work.event(event));
      return outcome === 'in_progress' ? 'again' : 'done';
    } catch (error) {
      logFailure(log, error, event.type);
      return 'again';
    }
  };

  const handleInteraction = async (asked: Interaction, key: string, reply: Reply): Promise<void> => {
    try {
      await once(key, () => work.interaction(asked, reply));
      await reply.give(NOTHING);
    } catch (error) {
      logFailure(log, error, asked.kind);
      await reply.give(apology(error, asked));
    }
  };

  return {
    event: (event, key) => {
      const handled = track(handleEvent(event, key));
      return within(times.eventMs, handled, 'again');
    },
    interaction: (asked, key) =>
      new Promise((acknowledge) => {
        const reply = createReply(deps, asked, acknowledge);
        const timer = setTimeout(reply.slow, times.slowMs);
        const finish = (): void => {
          clearTimeout(timer);
          acknowledge(undefined);
        };
        track(handleInteraction(asked, key, reply)).then(finish, (error: unknown) => {
          log.error({ platform: 'slack', what: asked.kind, error }, 'An answer could not be given on Slack');
          finish();
        });
      }),
    drain: async () => {
      await Promise.allSettled(underWay);
    },
  };
}

/** What is said of a failure. "Nothing changed" only where that is sure; a form then stays open with all that was typed. */
function apology(error: unknown, asked: Interaction): Answer {
  const away = databaseAway(error);
  if (!away) return { kind: 'note', note: OWN_FAULT_NOTE };
  const note = databaseAwayNote({ uncertain: away.uncertain });
  const [first] = asked.kind === 'submission' ? asked.inputs : [];
  if (away.uncertain || first === undefined) return { kind: 'note', note };
  return { kind: 'faults', faults: { [first]: noteInWords(note) } };
}

function logFailure(log: Log, thrown: unknown, what: string): void {
  const error = unwrapped(thrown);
  if (error instanceof NotKnownYet) {
    log.debug({ platform: 'slack', what, why: error.message }, 'An event was sent back, to come again');
    return;
  }
  const away = databaseAway(error);
  if (away)
    log.warn({ platform: 'slack', what, uncertain: away.uncertain }, 'The database was away for Slack');
  else log.error({ platform: 'slack', what, error }, 'A request of Slack’s could not be handled');
}

function databaseAway(thrown: unknown): DatabaseAway | undefined {
  const error = unwrapped(thrown);
  return error instanceof DatabaseAway ? error : undefined;
}

/** Bolt wraps what a listener throws. */
function unwrapped(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? error.original : error;
}

async function within<Result>(ms: number, promise: Promise<Result>, otherwise: Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
