/** Has everything handled once, however often it comes, and answered before Teams stops waiting. */
import { databaseAwayNote, OWN_FAULT_NOTE, STILL_WORKING_NOTE } from '../../../cards/database-away-note.js';
import type { Note } from '../../../cards/note.js';
import { DatabaseAway } from '../../../use-cases/failures.js';
import type { Log } from '../../../use-cases/log.js';
import type { SeenRequests } from '../../../use-cases/seen-requests.js';
import type { Tell } from '../tell.js';
import { isOnPostMortem } from '../render/action-data.js';
import { within } from '../within.js';
import { doneNote } from '../words.js';
import { type Answer, NOTHING } from './answer.js';
import type { Acted, News, Said } from './asked.js';
import { type AnswerInvoke, answerWithNote, type InvokeAnswer } from './invoke-answer.js';
import { noteOf } from './note-of.js';

export interface Delivery {
  /** `again`: it is not done, and Teams may send it once more. */
  readonly news: (news: News) => Promise<'done' | 'again'>;
  /** Resolves when all is said, or after a while: what is under way then is still brought to its end. */
  readonly message: (asked: Said | Acted, key: string) => Promise<void>;
  readonly invoke: (acted: Acted, key: string) => Promise<InvokeAnswer>;
  /** Waits for what is under way. */
  readonly drain: () => Promise<void>;
}

export interface Work {
  /** Throws what keeps it from being done. */
  readonly news: (news: News) => Promise<void>;
  readonly ask: (asked: Said | Acted) => Promise<Answer>;
}

export interface DeliveryTimes {
  /** Teams sends a message again after some 15 s without an answer: https://github.com/MicrosoftDocs/msteams-docs/issues/6084 */
  readonly messageMs: number;
  /** A person looks at a spinner meanwhile. */
  readonly invokeMs: number;
}

export const DELIVERY_TIMES: DeliveryTimes = { messageMs: 5_000, invokeMs: 3_000 };

interface DeliveryDeps {
  readonly seen: SeenRequests;
  readonly work: Work;
  readonly answerInvoke: AnswerInvoke;
  readonly tell: Tell;
  readonly clock: () => Date;
  readonly log: Log;
  readonly times: DeliveryTimes;
}

/** What came of asking once. */
type Once = { readonly begun: 'done' | 'in_progress' } | { readonly begun: 'new'; readonly answer: Answer };

export function createDelivery(deps: DeliveryDeps): Delivery {
  const { seen, work, answerInvoke, tell, clock, log, times } = deps;
  const underWay = new Set<Promise<unknown>>();
  /** Invokes that are being answered, by their keys: one that comes again meanwhile gets the same answer. */
  const invokes = new Map<string, Promise<InvokeAnswer>>();

  const track = <Result>(promise: Promise<Result>): Promise<Result> => {
    underWay.add(promise);
    const forget = (): boolean => underWay.delete(promise);
    promise.then(forget, forget);
    return promise;
  };

  /** Does it unless it was done before. What came of remembering that is for the log alone: the work itself counts. */
  const once = async (asked: Said | Acted, key: string): Promise<Once> => {
    const begun = await seen.begin(key, clock());
    if (begun !== 'new') return { begun };
    const remember = (kept: Promise<void>): Promise<void> =>
      kept.catch((error: unknown) =>
        log.warn({ platform: 'teams', error }, 'A request of Teams’ may be handled twice'),
      );
    try {
      const answer = await work.ask(asked);
      await remember(seen.done(key));
      return { begun, answer };
    } catch (error) {
      await remember(seen.giveUp(key));
      throw error;
    }
  };

  /** What is said of a failure. "Nothing changed" only where that is sure. */
  const apology = (error: unknown, what: string): Note => {
    if (error instanceof DatabaseAway) {
      log.warn({ platform: 'teams', what, uncertain: error.uncertain }, 'The database was away for Teams');
      return databaseAwayNote({ uncertain: error.uncertain });
    }
    log.error({ platform: 'teams', what, error }, 'A request of Teams’ could not be handled');
    return OWN_FAULT_NOTE;
  };

  const said = (asked: Said | Acted, answer: Answer): Promise<void> => {
    const note = noteOf(answer);
    if (note && answer.kind === 'mine') return tell(asked, note, 'as_mine');
    if (note && answer.kind === 'note' && answer.privately) return tell(asked, note, 'alone');
    return note ? tell(asked, note, asked.kind === 'acted' ? 'privately' : 'here') : Promise.resolve();
  };

  const handleMessage = async (asked: Said | Acted, key: string): Promise<void> => {
    try {
      const came = await once(asked, key);
      if (came.begun === 'new') await said(asked, came.answer);
    } catch (error) {
      await tell(asked, apology(error, asked.kind), asked.kind === 'said' ? 'here' : 'privately');
    }
  };

  const handleInvoke = async (acted: Acted, key: string): Promise<Answered> => {
    try {
      const { data } = acted;
      if (isLookOrShare(data) || isRewriting(data)) return { answer: await work.ask(acted) };
      const came = await once(acted, key);
      switch (came.begun) {
        case 'new':
          return { answer: came.answer };
        case 'done':
          if (data.kind === 'telling') return { answer: { kind: 'note', note: doneNote() } };
          if (data.on === 'mine') return { answer: await work.ask({ ...acted, data: { kind: 'mine' } }) };
          if (isOnPostMortem(data)) return { answer: await work.ask(lookAtPostMortem(acted, data.alert)) };
          return data.on === 'roll_up'
            ? { answer: { kind: 'note', note: doneNote(data.alert) } }
            : { answer: { kind: 'card', alert: data.alert } };
        case 'in_progress':
          return { answer: { kind: 'note', note: STILL_WORKING_NOTE } };
      }
    } catch (error) {
      return { answer: { kind: 'note', note: apology(error, acted.kind) } };
    }
  };

  const bring = async (acted: Acted, { answer }: Answered): Promise<InvokeAnswer> => {
    try {
      return await answerInvoke(acted, answer);
    } catch (error) {
      const sorry = apology(error, acted.kind);
      // What was asked for is done; only the card could not be fetched.
      const isDone = answer.kind === 'card' && acted.data.kind !== 'refresh';
      return answerWithNote(isDone ? doneNote(answer.alert) : sorry, acted, clock());
    }
  };

  const answerOnce = async (acted: Acted, key: string): Promise<InvokeAnswer> => {
    const handled = handleInvoke(acted, key);
    const shown = handled.then((came) => bring(acted, came));
    track(shown).catch(() => undefined);
    const patience = isLook(acted) ? times.messageMs : times.invokeMs;
    const inTime = await within(patience, shown, undefined);
    if (inTime) return inTime;
    track(handled.then((came) => said(acted, late(acted, came)))).catch(() => undefined);
    return answerWithNote(STILL_WORKING_NOTE, acted, clock());
  };

  return {
    news: async (news) => {
      try {
        await track(work.news(news));
        return 'done';
      } catch (error) {
        apology(error, news.kind);
        return 'again';
      }
    },
    message: (asked, key) => within(times.messageMs, track(handleMessage(asked, key)), undefined),
    invoke: async (acted, key) => {
      const same = invokes.get(key);
      if (same) return same;
      const answer = track(answerOnce(acted, key));
      invokes.set(key, answer);
      return answer.finally(() => invokes.delete(key));
    },
    drain: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

interface Answered {
  readonly answer: Answer;
}

type LookOrShare = Extract<Acted['data'], { readonly kind: 'refresh' | 'share' | 'mine' }>;

/** Looking changes nothing, however often, and what is shared twice is posted once. */
function isLookOrShare(data: Acted['data']): data is LookOrShare {
  return data.kind === 'refresh' || data.kind === 'share' || data.kind === 'mine';
}

/** A section is written once, by the version that was read; who was slower is shown both texts again, for their own stands nowhere else. */
function isRewriting(data: Exclude<Acted['data'], LookOrShare>): boolean {
  return data.kind === 'form' && data.action === 'rewrite_section';
}

function lookAtPostMortem(acted: Acted, alert: number): Acted {
  return { ...acted, data: { kind: 'press', action: 'show_post_mortem', alert } };
}

/** Nothing is done by it. */
function isLook({ data }: Acted): boolean {
  return data.kind === 'refresh' || data.kind === 'mine';
}

/** Who was told "still working" must hear what came of it. */
function late({ data }: Acted, { answer }: Answered): Answer {
  if (data.kind === 'refresh' || data.kind === 'mine') return NOTHING;
  if (answer.kind === 'mine' || answer.kind === 'report')
    return { kind: 'note', note: doneNote('alert' in data ? data.alert : undefined) };
  return answer.kind === 'card' ? { kind: 'note', note: doneNote(answer.alert) } : answer;
}
