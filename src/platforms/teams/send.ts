/** Posts and edits. One call for a message, two where Teams does not take its form and gets it in plain words. */
import type { Call, Sent } from '../../posting/platform.js';
import { DatabaseAway } from '../../use-cases/failures.js';
import type { Log } from '../../use-cases/log.js';
import type { TeamsConversation } from '../../use-cases/teams-conversations.js';
import { type JsonRecord, textAt } from '../wire/record.js';
import { audienceOf, type Audience } from './audience.js';
import { type createRefusals } from './buckets.js';
import { answerInWords, type ConnectorAnswer } from './call/answer.js';
import type { DirectMessages } from './direct-messages.js';
import { messageActivity } from './message-activity.js';
import { failedSend, isContentFault } from './outcome.js';
import type { Places } from './places.js';
import { readReference, referenceText, rootOf, type TeamsReference, threadOf } from './reference.js';
import { renderMessage, renderPlainMessage } from './render/render-message.js';
import type { Connector } from './sdk/connector.js';

export interface SendDeps {
  readonly connector: Pick<Connector, 'post' | 'reply' | 'update'>;
  readonly places: Places;
  readonly directMessages: DirectMessages;
  /** The id on Teams of somebody on the staff. */
  readonly userIdOf: (staffId: string) => Promise<string | undefined>;
  readonly refused: ReturnType<typeof createRefusals>;
  readonly clock: () => Date;
  readonly log: Log;
  readonly times?: SendTimes;
}

export interface SendTimes {
  /** All of a message together stays within posting's lease of 20 s. */
  readonly wholeMs: number;
  readonly putMs: number;
  readonly openMs: number;
}

/** What is given up may have been posted, and on Teams nobody can look: one call waits as long as the lease allows. */
const SEND_TIMES: SendTimes = { wholeMs: 17_000, putMs: 12_000, openMs: 4_000 };
/** With less left, the plain words wait for the next attempt. */
const LEAST_PUT_MS = 1_000;

type Put = (activity: JsonRecord, timeoutMs: number) => Promise<ConnectorAnswer>;

export async function send(deps: SendDeps, call: Call): Promise<Sent> {
  try {
    const untilMs = deps.clock().getTime() + (deps.times ?? SEND_TIMES).wholeMs;
    // The database is only asked whom to call and where to post, before anything goes out.
    const audience = await audienceOf(call, deps.userIdOf);
    const message: Going = { call, audience, untilMs };
    if (call.edit !== undefined) return await edit(deps, message, call.edit);
    if (call.direct) return await postDirect(deps, message);
    const thread = call.thread === undefined ? undefined : readReference(call.thread);
    return thread ? await inThread(deps, message, thread) : await post(deps, message);
  } catch (error) {
    if (error instanceof DatabaseAway) return { outcome: 'later', why: 'the database is away' };
    throw error;
  }
}

interface Going {
  readonly call: Call;
  readonly audience: Audience;
  readonly untilMs: number;
}

async function post(deps: SendDeps, message: Going): Promise<Sent> {
  const { channel } = message.call;
  const place = await deps.places.find(channel);
  if (!place) return NOT_INSTALLED;
  const to = { ...at(place, channel), ...whoIn(place) };
  const answer = await put(deps, message, place, (activity, timeoutMs) =>
    deps.connector.post(to, activity, timeoutMs),
  );
  if (answer.kind !== 'ok') return failed(deps, message, answer, 'post');
  const thread = textAt(answer.body, 'id');
  const root = textAt(answer.body, 'activityId') || rootOf(thread);
  // Accepted without a word of where: it is there, but neither its thread nor an edit would find it.
  if (root === undefined) return { outcome: 'unknown', why: 'Teams did not say where it posted' };
  const conversation = threadOf(thread || channel, root);
  return { outcome: 'posted', reference: referenceText({ conversation, activity: root }) };
}

async function inThread(deps: SendDeps, message: Going, { conversation }: TeamsReference): Promise<Sent> {
  const place = await deps.places.find(conversation);
  return place ? reply(deps, message, place, conversation) : NOT_INSTALLED;
}

async function reply(
  deps: SendDeps,
  message: Going,
  place: TeamsConversation,
  conversation: string,
): Promise<Sent> {
  const answer = await put(deps, message, place, (activity, timeoutMs) =>
    deps.connector.reply(at(place, conversation), activity, timeoutMs),
  );
  if (answer.kind !== 'ok') return failed(deps, message, answer, 'reply');
  return {
    outcome: 'posted',
    reference: referenceText({ conversation, activity: textAt(answer.body, 'id') }),
  };
}

async function postDirect(deps: SendDeps, message: Going): Promise<Sent> {
  const { openMs } = deps.times ?? SEND_TIMES;
  const opened = await deps.directMessages.open(message.call.channel, openMs);
  switch (opened.kind) {
    case 'nobody':
      return { outcome: 'refused', why: 'this person is not on Teams' };
    case 'nowhere':
      return { outcome: 'refused', why: 'Earshot is not installed anywhere on Teams' };
    case 'failed':
      return failedOpen(deps, message, opened.answer);
    case 'open': {
      const { conversation } = opened;
      const sent = await reply(deps, message, conversation, conversation.id);
      if (sent.outcome === 'channel_gone' || sent.outcome === 'lost') {
        deps.directMessages.doubt(message.call.channel);
        return { outcome: 'refused', why: sent.why };
      }
      return sent;
    }
  }
}

/** Opening a conversation posts nothing, so it can always be tried again; a person who cannot be written to is no lost channel. */
function failedOpen(deps: SendDeps, message: Going, answer: Exclude<ConnectorAnswer, { kind: 'ok' }>): Sent {
  const sent = failed(deps, message, answer, 'post');
  if (sent.outcome === 'unknown') return { outcome: 'later', why: sent.why };
  if (sent.outcome === 'channel_gone') return { outcome: 'refused', why: sent.why };
  return sent;
}

async function edit(deps: SendDeps, message: Going, text: string): Promise<Sent> {
  const reference = readReference(text);
  if (!reference || reference.activity === '')
    return { outcome: 'lost', why: 'the reference names no message of Teams' };
  const { conversation, activity: id } = reference;
  const place = await deps.places.find(conversation);
  if (!place) return NOT_INSTALLED;
  const answer = await put(deps, message, place, (activity, timeoutMs) =>
    deps.connector.update({ ...at(place, conversation), activity: id }, activity, timeoutMs),
  );
  if (answer.kind === 'ok') return { outcome: 'posted', reference: text };
  return failed(deps, message, answer, 'edit');
}

/** Sends the message in full; where Teams does not take its form, once more in words, because an alert unseen is worse. */
async function put(
  { log, clock, times = SEND_TIMES }: SendDeps,
  { call, audience, untilMs }: Going,
  { botId }: TeamsConversation,
  request: Put,
): Promise<ConnectorAnswer> {
  const leftMs = (): number => untilMs - clock().getTime();
  const timeoutMs = (): number => Math.min(times.putMs, leftMs());
  if (leftMs() < LEAST_PUT_MS) return { kind: 'not_sent', why: 'no time was left' };
  const answer = await request(messageActivity(renderMessage(call.content, audience), botId), timeoutMs());
  if (!isContentFault(answer) || leftMs() < LEAST_PUT_MS) return answer;
  log.error(
    { platform: 'teams', messageId: call.messageId, why: answerInWords(answer) },
    'Teams did not take a message as it was; it is sent in plain words',
  );
  return request(messageActivity(renderPlainMessage(call.content, audience), botId), timeoutMs());
}

function failed(
  deps: SendDeps,
  { call }: Going,
  answer: Exclude<ConnectorAnswer, { kind: 'ok' }>,
  kind: 'post' | 'reply' | 'edit',
): Sent {
  return failedSend(answer, kind, (afterMs) => deps.refused(call, afterMs));
}

const NOT_INSTALLED: Sent = {
  outcome: 'channel_gone',
  why: 'Earshot is not installed there: add the app to the team',
};

function at(
  { serviceUrl }: TeamsConversation,
  conversation: string,
): {
  readonly serviceUrl: string;
  readonly conversation: string;
} {
  return { serviceUrl, conversation };
}

function whoIn({ botId, tenantId }: TeamsConversation): {
  readonly botId: string;
  readonly tenantId?: string;
} {
  return { botId, ...(tenantId !== undefined && { tenantId }) };
}
