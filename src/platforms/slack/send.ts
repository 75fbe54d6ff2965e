/** Posts and edits. One call for a message, and one more each where Slack does not take its chart, or its form at all. */
import type { Call, Sent } from '../../posting/platform.js';
import { DatabaseAway } from '../../use-cases/failures.js';
import type { Log } from '../../use-cases/log.js';
import type { createPostRefusals } from './buckets.js';
import { failedSend, isContentFault } from './call/outcome.js';
import { answerInWords, type SlackAnswer, type SlackCall } from './call/slack-call.js';
import type { ChartHabit } from './chart-habit.js';
import type { DirectMessages } from './direct-messages.js';
import type { Directory } from './directory.js';
import { isBlocksFault, isMetadataFault } from './errors.js';
import { messageBody, plainBody } from './message-body.js';
import { readReference, referenceText, type SlackReference } from './reference.js';
import { drawsChart } from './render/chart-block.js';
import { type Mentions, mentionedStaff } from './render/mentions.js';
import { isSlackId, isTs } from './shapes.js';

export interface SendDeps {
  readonly call: SlackCall;
  readonly directory: Directory;
  readonly directMessages: DirectMessages;
  readonly userIdOf: (staffId: string) => Promise<string | undefined>;
  readonly refusedPost: ReturnType<typeof createPostRefusals>;
  readonly charts: ChartHabit;
  readonly log: Log;
}

/** Two of these and the opening of a conversation stay within posting's lease of 20 s; what Slack refuses, it refuses at once. */
const PUT_TIMEOUT_MS = 7_000;

export async function send(deps: SendDeps, call: Call): Promise<Sent> {
  try {
    // The database is only asked whom to mention and to write to, before anything goes out.
    const mentions = await mentionsFor(deps, call);
    if (call.edit !== undefined) return await edit(deps, call, mentions, call.edit);
    const place = await placeOf(deps, call);
    return 'outcome' in place ? place : await post(deps, call, mentions, place);
  } catch (error) {
    if (error instanceof DatabaseAway) return { outcome: 'later', why: 'the database is away' };
    throw error;
  }
}

interface Place {
  readonly channel: string;
  readonly threadTs?: string;
}

async function post(deps: SendDeps, call: Call, mentions: Mentions, place: Place): Promise<Sent> {
  const args = { channel: place.channel, thread_ts: place.threadTs };
  const answer = await inWordsIfNeeded(deps, call, mentions, (body) =>
    deps.call(
      'chat.postMessage',
      { ...args, ...body, unfurl_links: false, unfurl_media: false },
      PUT_TIMEOUT_MS,
    ),
  );
  if (answer.kind !== 'ok') {
    const failed = failedSend(answer, 'post', (afterMs) => deps.refusedPost(place.channel, afterMs));
    return call.direct && failed.outcome === 'channel_gone' ? { ...failed, outcome: 'refused' } : failed;
  }
  const { channel, ts } = answer.body;
  if (!isSlackId(channel) || !isTs(ts))
    return { outcome: 'unknown', why: 'Slack did not say where it posted' };
  if (!call.direct) deps.directory.learn(call.channel, channel);
  return { outcome: 'posted', reference: referenceText({ channel, ts }) };
}

async function edit(deps: SendDeps, call: Call, mentions: Mentions, text: string): Promise<Sent> {
  const reference = readReference(text);
  if (!reference) return { outcome: 'lost', why: 'the reference is none of Slack’s' };
  const answer = await inWordsIfNeeded(deps, call, mentions, (body) =>
    deps.call('chat.update', { channel: reference.channel, ts: reference.ts, ...body }, PUT_TIMEOUT_MS),
  );
  if (answer.kind === 'ok') return { outcome: 'posted', reference: text };
  return failedSend(answer, 'edit', () => ['slack:chat.update']);
}

/** Sends the message in full; where Slack does not take its form, once more as a sentence, because an alert unseen is worse. */
async function inWordsIfNeeded(
  deps: SendDeps,
  call: Call,
  mentions: Mentions,
  put: Put,
): Promise<SlackAnswer> {
  const { log } = deps;
  const answer = await withTableIfNeeded(deps, call, mentions, put);
  if (!isContentFault(answer)) return answer;
  log.error(
    { platform: 'slack', messageId: call.messageId, why: answerInWords(answer) },
    'Slack did not take a message as it was; it is sent in plain words',
  );
  const keepsId = !(answer.kind === 'error' && isMetadataFault(answer.code));
  return put(plainBody(call, mentions, { keepsId }));
}

type Put = (body: Record<string, unknown>) => Promise<SlackAnswer>;

/** Where Slack does not know the block that it should draw: the same message with the chart in writing. */
async function withTableIfNeeded(
  { charts, log }: SendDeps,
  call: Call,
  mentions: Mentions,
  put: Put,
): Promise<SlackAnswer> {
  const body = messageBody(call, mentions, charts.how('posted'));
  const answer = await put(body);
  if (answer.kind !== 'error' || !isBlocksFault(answer.code) || !drawsChart(body['blocks'])) return answer;
  const written = await put(messageBody(call, mentions, 'written'));
  if (written.kind === 'ok') {
    charts.refused('posted');
    log.warn(
      { platform: 'slack', why: answerInWords(answer) },
      'Slack did not draw a chart; it is sent as a table',
    );
  }
  return written;
}

async function placeOf(deps: SendDeps, call: Call): Promise<Place | Sent> {
  const thread = call.thread === undefined ? undefined : readReference(call.thread);
  if (thread) return inThread(thread);
  if (!call.direct) return { channel: deps.directory.known(call.channel) ?? call.channel };
  const opened = await deps.directMessages.open(call.channel);
  switch (opened.kind) {
    case 'open':
      return { channel: opened.channel };
    case 'nobody':
      return { outcome: 'refused', why: 'this person is not on Slack' };
    case 'failed':
      return failedOpen(opened.answer);
  }
}

function inThread({ channel, ts }: SlackReference): Place {
  return { channel, threadTs: ts };
}

/** Opening a conversation posts nothing, so it can always be tried again; a person who cannot be written to is no lost channel. */
function failedOpen(answer: Exclude<SlackAnswer, { kind: 'ok' }>): Sent {
  const failed = failedSend(answer, 'post', () => ['slack:conversations.open']);
  if (failed.outcome === 'unknown') return { outcome: 'later', why: failed.why };
  if (failed.outcome === 'channel_gone') return { outcome: 'refused', why: failed.why };
  return failed;
}

async function mentionsFor({ userIdOf }: SendDeps, { content }: Call): Promise<Mentions> {
  const userIds = new Map<string, string>();
  for (const staffId of mentionedStaff(content)) {
    const userId = await userIdOf(staffId);
    if (userId !== undefined) userIds.set(staffId, userId);
  }
  return (staffId) => userIds.get(staffId);
}
