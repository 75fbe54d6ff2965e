/** Looks for messages of ours by the id that travels in their metadata, after calls whose outcome nobody knows. */
import type { Found, Looked, Place, Sought } from '../../posting/platform.js';
import { DatabaseAway } from '../../use-cases/failures.js';
import { type JsonRecord, recordAt, recordsAt, textAt } from '../wire/record.js';
import { answerInWords, type SlackAnswer, type SlackCall } from './call/slack-call.js';
import { type LookMethod, lookKey } from './buckets.js';
import type { DirectMessages } from './direct-messages.js';
import type { Directory } from './directory.js';
import { errorClass, THREAD_GONE } from './errors.js';
import { METADATA_EVENT } from './message-body.js';
import { RATES } from './limits.js';
import { readReference, referenceText } from './reference.js';
import { isTs } from './shapes.js';

export interface FindDeps {
  readonly call: SlackCall;
  readonly directory: Directory;
  readonly directMessages: DirectMessages;
}

/** Slack's clock and ours may differ by as much. */
const CLOCKS_DIFFER_MS = 60_000;
const PAGE = 200;
/** 4,000 messages since the call: nobody posts so many in the minutes that pass until we look. */
const MOST_PAGES = 20;
const NOT_FOUND = { outcome: 'not_found' } as const;
const TOO_LONG_AGO = {
  outcome: 'impossible',
  why: `it is not among the latest ${MOST_PAGES * PAGE} messages`,
} as const;

/** Goes through the pages until all are found. */
export async function find(deps: FindDeps, at: Place, sought: readonly Sought[]): Promise<Looked> {
  try {
    const where = await whereTo(deps, at);
    return 'outcome' in where
      ? { found: sought.map(() => where), calls: 0 }
      : await look(deps, where, sought);
  } catch (error) {
    if (!(error instanceof DatabaseAway)) throw error;
    return { found: sought.map(() => ({ outcome: 'later', why: 'the database is away' })), calls: 0 };
  }
}

async function look(
  deps: FindDeps,
  { channel, method, args }: Where,
  sought: readonly Sought[],
): Promise<Looked> {
  const exceptions = new Map(sought.map(({ messageId, except }) => [messageId, except]));
  const found = new Map<string, Found>();
  const endingWith = (otherwise: (each: Sought) => Found, calls: number): Looked => ({
    found: sought.map((each) => found.get(each.messageId) ?? otherwise(each)),
    calls,
  });
  const oldest = Math.min(...sought.map(oldestOf));
  let seenTo = Number.POSITIVE_INFINITY;
  let cursor = '';
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await deps.call(method, {
      ...args,
      channel,
      oldest: oldest.toFixed(6),
      inclusive: true,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor !== '' && { cursor }),
    });
    if (answer.kind !== 'ok') {
      const closedMs = refusedFor(answer);
      return {
        ...endingWith(() => cannotLook(answer), page),
        ...(closedMs !== undefined && { closes: { keys: [lookKey(method)], forMs: closedMs } }),
      };
    }
    for (const message of recordsAt(answer.body, 'messages')) {
      if (isTs(message['ts'])) seenTo = Math.min(seenTo, Number(message['ts']));
      const messageId = idCarriedBy(message);
      const reference = referenceText({ channel, ts: textAt(message, 'ts') });
      if (exceptions.has(messageId) && exceptions.get(messageId) !== reference)
        found.set(messageId, { outcome: 'found', reference });
    }
    cursor = textAt(recordAt(answer.body, 'response_metadata'), 'next_cursor');
    if (cursor === '' || found.size === exceptions.size) return endingWith(() => NOT_FOUND, page);
  }
  // A channel's history begins with the newest, a thread with the oldest.
  const isSeenTo = (each: Sought): boolean => method === 'conversations.history' && seenTo <= oldestOf(each);
  return endingWith((each) => (isSeenTo(each) ? NOT_FOUND : TOO_LONG_AGO), MOST_PAGES);
}

interface Where {
  readonly channel: string;
  readonly method: LookMethod;
  readonly args: JsonRecord;
}

async function whereTo({ directory, directMessages }: FindDeps, to: Place): Promise<Where | Found> {
  const thread = to.thread === undefined ? undefined : readReference(to.thread);
  if (thread) return { channel: thread.channel, method: 'conversations.replies', args: { ts: thread.ts } };
  if (to.direct) {
    const opened = await directMessages.open(to.channel);
    if (opened.kind === 'failed') return cannotLook(opened.answer);
    if (opened.kind === 'nobody') return { outcome: 'not_found' };
    return { channel: opened.channel, method: 'conversations.history', args: {} };
  }
  const place = await directory.find(to.channel);
  if (place.kind === 'later') return { outcome: 'later', why: place.why };
  if (place.kind === 'none') return { outcome: 'impossible', why: 'Slack does not show us this channel' };
  return { channel: place.id, method: 'conversations.history', args: {} };
}

/** In seconds, as Slack counts. */
function oldestOf({ since }: Sought): number {
  return Math.max(0, since.getTime() - CLOCKS_DIFFER_MS) / 1000;
}

/** Of our message that it is; empty of any other. */
function idCarriedBy(message: JsonRecord): string {
  const metadata = recordAt(message, 'metadata');
  if (metadata['event_type'] !== METADATA_EVENT || !isTs(message['ts'])) return '';
  return textAt(recordAt(metadata, 'event_payload'), 'id');
}

type Failure = Exclude<SlackAnswer, { kind: 'ok' }>;

function refusedFor(answer: Failure): number | undefined {
  if (answer.kind !== 'http' || answer.status !== 429) return undefined;
  return answer.retryAfterMs ?? RATES.retryAfterMs;
}

function cannotLook(answer: Failure): Found {
  const why = answerInWords(answer);
  const afterMs = refusedFor(answer);
  if (afterMs !== undefined) return { outcome: 'later', why, afterMs };
  if (answer.kind !== 'error') return { outcome: 'later', why };
  if (answer.code === 'missing_scope') {
    return { outcome: 'impossible', why: `the app lacks the optional scope ${answer.needs ?? '*:history'}` };
  }
  // The thread's root is gone, and its replies with it.
  if (answer.code === THREAD_GONE) return { outcome: 'not_found' };
  const later = ['later', 'unknown', 'platform_stopped'].includes(errorClass(answer.code));
  return later ? { outcome: 'later', why } : { outcome: 'impossible', why };
}
