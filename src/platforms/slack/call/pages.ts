/** Reads a long list page by page: https://docs.slack.dev/apis/web-api/pagination */
import { type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { RATES } from '../limits.js';
import type { SlackMethod } from './methods.js';
import type { SlackAnswer, SlackCall } from './slack-call.js';

/** As many pages follow one another at once before we pace them: short bursts are welcome. */
const UNPACED_PAGES = 10;
const MOST_PAGES = 1_000;
const MOST_TRIES = 5;
const RETRY_MS = 2_000;

/** Every page's answer; the last is the one that failed where one did, after a few tries. */
export async function* pages(list: {
  readonly call: SlackCall;
  readonly method: SlackMethod;
  readonly args: JsonRecord;
  readonly pauseMs: number;
  readonly sleep: (ms: number) => Promise<void>;
}): AsyncGenerator<SlackAnswer> {
  let cursor: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    if (page > UNPACED_PAGES) await list.sleep(list.pauseMs);
    const answer = await patiently(list.sleep, () => list.call(list.method, { ...list.args, cursor }));
    yield answer;
    cursor = answer.kind === 'ok' ? textAt(recordAt(answer.body, 'response_metadata'), 'next_cursor') : '';
    if (cursor === '') return;
  }
}

/** Asks again where that can help: reading does no harm twice. */
async function patiently(
  sleep: (ms: number) => Promise<void>,
  ask: () => Promise<SlackAnswer>,
): Promise<SlackAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (answer.kind === 'ok' || answer.kind === 'error' || attempt === MOST_TRIES) return answer;
    const limited = answer.kind === 'http' && answer.status === 429;
    await sleep(limited ? (answer.retryAfterMs ?? RATES.retryAfterMs) : RETRY_MS * attempt);
  }
}
