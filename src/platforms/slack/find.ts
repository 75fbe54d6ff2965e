/** Looks for a message of ours by the id that travels in its metadata, after a call whose outcome nobody knows. */
import type { Found, Unsure } from '../../posting/platform.js';
import { DatabaseAway } from '../../use-cases/failures.js';
import { type JsonRecord, recordAt, recordsAt, textAt } from '../wire/record.js';
import type { SlackMethod } from './call/methods.js';
import { answerInWords, type SlackAnswer, type SlackCall } from './call/slack-call.js';
import type { DirectMessages } from './direct-messages.js';
import type { Directory } from './directory.js';
import { errorClass } from './errors.js';
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
const CLOCKS_DIFFER_MS = 5_000;
const PAGE = 200;
/** 4,000 messages since the call: nobody posts so many in the minutes that pass until we look. */
const MOST_PAGES = 20;

/** An edit changes nothing when it is made twice, so it is never looked for. */
export async function find(deps: FindDeps, unsure: Unsure): Promise<Found> {
  if (unsure.edit !== undefined) return { outcome: 'not_found' };
  try {
    return await look(deps, unsure);
  } catch (error) {
    if (error instanceof DatabaseAway) return { outcome: 'later', why: 'the database is away' };
    throw error;
  }
}

async function look(deps: FindDeps, unsure: Unsure): Promise<Found> {
  const place = await placeOf(deps, unsure);
  if ('outcome' in place) return place;
  const { channel, method, args } = place;
  let cursor = '';
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await deps.call(method, {
      ...args,
      channel,
      oldest: oldestOf(unsure),
      inclusive: true,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor !== '' && { cursor }),
    });
    if (answer.kind !== 'ok') return cannotLook(answer);
    const [reference] = recordsAt(answer.body, 'messages')
      .filter((message) => carries(message, unsure.messageId))
      .map((message) => referenceText({ channel, ts: textAt(message, 'ts') }))
      .filter((each) => each !== unsure.except);
    if (reference !== undefined) return { outcome: 'found', reference };
    cursor = textAt(recordAt(answer.body, 'response_metadata'), 'next_cursor');
    if (cursor === '') return { outcome: 'not_found' };
  }
  return { outcome: 'impossible', why: `it is not among the latest ${MOST_PAGES * PAGE} messages` };
}

interface Place {
  readonly channel: string;
  readonly method: SlackMethod;
  readonly args: JsonRecord;
}

async function placeOf({ directory, directMessages }: FindDeps, to: Unsure): Promise<Place | Found> {
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

function oldestOf({ since }: Unsure): string {
  return (Math.max(0, since.getTime() - CLOCKS_DIFFER_MS) / 1000).toFixed(6);
}

function carries(message: JsonRecord, messageId: string): boolean {
  const metadata = recordAt(message, 'metadata');
  if (metadata['event_type'] !== METADATA_EVENT || !isTs(message['ts'])) return false;
  return recordAt(metadata, 'event_payload')['id'] === messageId;
}

function cannotLook(answer: Exclude<SlackAnswer, { kind: 'ok' }>): Found {
  const why = answerInWords(answer);
  if (answer.kind === 'http' && answer.status === 429) {
    return { outcome: 'later', why, afterMs: answer.retryAfterMs ?? RATES.retryAfterMs };
  }
  if (answer.kind !== 'error') return { outcome: 'later', why };
  if (answer.code === 'missing_scope') {
    return { outcome: 'impossible', why: `the app lacks the optional scope ${answer.needs ?? '*:history'}` };
  }
  // The thread's root is gone, and its replies with it.
  if (answer.code === 'thread_not_found') return { outcome: 'not_found' };
  const later = ['later', 'unknown', 'platform_stopped'].includes(errorClass(answer.code));
  return later ? { outcome: 'later', why } : { outcome: 'impossible', why };
}
