/** A private word to one person: by the response_url where there is one, else as an ephemeral message, else written to them directly. */
import type { Note } from '../../cards/note.js';
import type { Log } from '../../use-cases/log.js';
import type { Exchanger } from '../wire/exchange.js';
import { recordAt } from '../wire/record.js';
import { answerInWords, type SlackCall } from './call/slack-call.js';
import type { Whisper } from './receive/asked.js';
import { renderNote } from './render/render-note.js';

export type Tell = (to: Whisper, note: Note) => Promise<void>;

const TIMEOUT_MS = 5_000;

/** Never throws: the word is lost where neither way is open, and the log says so. */
export function createTell(deps: {
  readonly exchanger: Exchanger;
  readonly call: SlackCall;
  readonly log: Log;
}): Tell {
  const { exchanger, call, log } = deps;

  const respond = async (url: URL, to: Whisper, note: Note): Promise<string | undefined> => {
    const { thread } = to.place;
    const exchange = await exchanger.ask({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: false,
        ...renderNote(note),
        ...(thread !== undefined && { thread_ts: thread }),
      }),
      timeoutMs: TIMEOUT_MS,
    });
    if (exchange.kind !== 'answered') return exchange.why;
    return exchange.status === 200 ? undefined : `HTTP ${exchange.status}`;
  };

  const write = async (userId: string, note: Note): Promise<string | undefined> => {
    const opened = await call('conversations.open', { users: userId }, TIMEOUT_MS);
    if (opened.kind !== 'ok') return answerInWords(opened);
    const { id: channel } = recordAt(opened.body, 'channel');
    const answer = await call('chat.postMessage', { channel, ...renderNote(note) }, TIMEOUT_MS);
    return answer.kind === 'ok' ? undefined : answerInWords(answer);
  };

  const whisper = async ({ userId, place }: Whisper, note: Note): Promise<string | undefined> => {
    if (place.channel === undefined) return write(userId, note);
    const answer = await call(
      'chat.postEphemeral',
      {
        channel: place.channel,
        user: userId,
        ...renderNote(note),
        ...(place.thread !== undefined && { thread_ts: place.thread }),
      },
      TIMEOUT_MS,
    );
    return answer.kind === 'ok' ? undefined : answerInWords(answer);
  };

  return async (to, note) => {
    const byUrl = to.responseUrl ? await respond(to.responseUrl, to, note) : 'none given';
    if (byUrl === undefined) return;
    const byMessage = await whisper(to, note);
    if (byMessage === undefined) return;
    log.warn({ platform: 'slack', byUrl, byMessage }, 'A private answer could not be shown');
  };
}
