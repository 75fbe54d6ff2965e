/** A private word to one person: by the response_url where there is one, else as an ephemeral message, else written to them directly. */
import type { Note } from '../../cards/note.js';
import type { Log } from '../../use-cases/log.js';
import type { Exchange, Exchanger } from '../wire/exchange.js';
import { parseRecord, recordAt } from '../wire/record.js';
import { answerInWords, type SlackAnswer, type SlackCall } from './call/slack-call.js';
import type { ChartHabit } from './chart-habit.js';
import { isBlocksFault } from './errors.js';
import type { Whisper } from './receive/asked.js';
import { drawsChart } from './render/chart-block.js';
import { type NoteMessage, renderNote } from './render/render-note.js';

export type Tell = (to: Whisper, note: Note) => Promise<void>;

const TIMEOUT_MS = 5_000;

interface Refusal {
  readonly why: string;
  /** Slack's own code, where it gave one. */
  readonly code?: string;
}

/** Undefined: Slack took it. */
type Way = (message: NoteMessage) => Promise<Refusal | undefined>;

/** Never throws: the word is lost where no way is open, and the log says so. */
export function createTell(deps: {
  readonly exchanger: Exchanger;
  readonly call: SlackCall;
  readonly charts: ChartHabit;
  readonly log: Log;
}): Tell {
  const { exchanger, call, charts, log } = deps;

  const byUrl =
    (url: URL, { place: { thread } }: Whisper): Way =>
    async (message) =>
      refusalOf(
        await exchanger.ask({
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({
            response_type: 'ephemeral',
            replace_original: false,
            ...message,
            ...(thread !== undefined && { thread_ts: thread }),
          }),
          timeoutMs: TIMEOUT_MS,
        }),
      );

  const byMessage =
    (userId: string, channel: string, thread: string | undefined): Way =>
    async (message) =>
      failureOf(
        await call(
          'chat.postEphemeral',
          { channel, user: userId, ...message, ...(thread !== undefined && { thread_ts: thread }) },
          TIMEOUT_MS,
        ),
      );

  const directly =
    (userId: string): Way =>
    async (message) => {
      const opened = await call('conversations.open', { users: userId }, TIMEOUT_MS);
      if (opened.kind !== 'ok') return failureOf(opened);
      const { id: channel } = recordAt(opened.body, 'channel');
      return failureOf(
        await call(
          'chat.postMessage',
          { channel, ...message, unfurl_links: false, unfurl_media: false },
          TIMEOUT_MS,
        ),
      );
    };

  /** Where Slack does not know the block that it should draw: the same word with the chart in writing. */
  const say = async (note: Note, way: Way): Promise<string | undefined> => {
    const message = renderNote(note, charts.how('whispered'));
    const refusal = await way(message);
    if (refusal?.code === undefined || !isBlocksFault(refusal.code) || !drawsChart(message.blocks))
      return refusal?.why;
    const again = await way(renderNote(note, 'written'));
    if (again === undefined) {
      charts.refused('whispered');
      log.warn({ platform: 'slack', why: refusal.why }, 'Slack did not draw a chart; it is sent as a table');
    }
    return again?.why;
  };

  const waysTo = (to: Whisper): readonly (readonly [string, Way])[] => {
    const {
      userId,
      place: { channel, thread },
      responseUrl,
    } = to;
    const ways: (readonly [string, Way])[] = [];
    if (responseUrl) ways.push(['byUrl', byUrl(responseUrl, to)]);
    if (channel !== undefined) ways.push(['byMessage', byMessage(userId, channel, thread)]);
    return [...ways, ['directly', directly(userId)]];
  };

  return async (to, note) => {
    const refused = new Map<string, string>();
    for (const [name, way] of waysTo(to)) {
      const why = await say(note, way);
      if (why !== undefined) {
        refused.set(name, why);
        continue;
      }
      if (name === 'directly' && refused.size > 0)
        log.info(
          { platform: 'slack', ...Object.fromEntries(refused) },
          'A private answer was written to the person directly',
        );
      return;
    }
    log.warn({ platform: 'slack', ...Object.fromEntries(refused) }, 'A private answer could not be shown');
  };
}

function failureOf(answer: SlackAnswer): Refusal | undefined {
  if (answer.kind === 'ok') return undefined;
  return { why: answerInWords(answer), ...(answer.kind === 'error' && { code: answer.code }) };
}

/** A response_url is answered with 200 and `ok`, or with what is wrong: as JSON, or the bare code. */
function refusalOf(exchange: Exchange): Refusal | undefined {
  if (exchange.kind !== 'answered') return { why: exchange.why };
  const { status, body } = exchange;
  const said = parseRecord(body);
  const code = said ? (said['ok'] === false ? said['error'] : undefined) : body.trim();
  const refused = typeof code === 'string' && /^(?!ok$)[a-z_]{2,60}$/u.test(code);
  if (status === 200 && !refused) return undefined;
  return refused ? { why: code, code } : { why: `HTTP ${status}` };
}
