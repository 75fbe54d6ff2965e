import { request as httpRequest } from 'node:http';
import type { JsonObject } from '../../slack/json-object.js';
import type { ActivityTokens, TokenFlaw } from '../identity/activity-tokens.js';
import type { World } from '../world.js';

/** https://learn.microsoft.com/microsoftteams/platform/bots/bot-basics: no answer in 15 s, and Teams sends the activity again. */
const ANSWER_LIMIT_MS = 15_000;
/** How often is nowhere said. */
const REDELIVERIES = 2;

type Headers = Readonly<Record<string, string>>;

/** What went to the bot, to the byte; can be sent again as it is. */
export interface Delivery {
  readonly url: string;
  readonly body: string;
  readonly headers: Headers;
}

/** What the bot answered. */
export interface Sent {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON where it is JSON, else the text. */
  readonly body: unknown;
  /** From the last attempt's first byte to its whole answer. */
  readonly ackMs: number;
  /** No answer in time, not even when it was sent again. */
  readonly timedOut: boolean;
  /** Why there was no answer, as the system names it. */
  readonly failure?: string;
  /** How often it was sent. */
  readonly attempts: number;
  readonly delivery: Delivery;
}

export interface BotAddress {
  /** Whole addresses of `POST /api/messages`, one per process; they take turns. */
  readonly urls: readonly string[];
  /** 15 s where absent. */
  readonly answerLimitMs?: number;
}

export interface SendOptions {
  /** The address to send to, where not the next in turn. */
  readonly to?: string;
  /** What is wrong with the token. */
  readonly flaw?: TokenFlaw;
  /** How often it is sent again while nothing is answered in time; 2 where absent. */
  readonly redeliveries?: number;
  /** Statuses for which it is sent again as well: https://github.com/MicrosoftDocs/msteams-docs/issues/8998 says there are some, not which. */
  readonly redeliverOn?: readonly number[];
}

/** A body of a test's own making. */
export interface RawParcel extends SendOptions {
  readonly body: string;
  readonly contentType?: string;
  /** Besides, and instead of, the usual ones. */
  readonly headers?: Headers;
  readonly signed?: boolean;
}

export interface Courier {
  readonly send: (activity: JsonObject, options?: SendOptions) => Promise<Sent>;
  readonly sendRaw: (raw: RawParcel) => Promise<Sent>;
  /** The very same again: same activity, same id, same token. */
  readonly replay: (delivery: Delivery, to?: string) => Promise<Sent>;
}

export function createCourier(options: {
  readonly world: World;
  readonly tokens: ActivityTokens;
  readonly address: () => BotAddress;
}): Courier {
  const { world, tokens, address } = options;
  let turn = 0;
  const nextUrl = (to: string | undefined): string => {
    const { urls } = address();
    const url = to ?? urls[turn % Math.max(1, urls.length)];
    turn += 1;
    if (url === undefined) throw new Error('The counterpart of Teams has no address of the bot');
    return url;
  };
  const deliver = async (delivery: Delivery, sending: SendOptions): Promise<Sent> => {
    const { redeliveries = REDELIVERIES, redeliverOn = [] } = sending;
    const limitMs = address().answerLimitMs ?? ANSWER_LIMIT_MS;
    for (let attempts = 1; ; attempts += 1) {
      const sent = await post(delivery, limitMs);
      const isWanted = sent.timedOut || redeliverOn.includes(sent.status);
      if (!isWanted || attempts > redeliveries) return { ...sent, attempts };
    }
  };
  const sendRaw = (raw: RawParcel): Promise<Sent> => {
    const { body, contentType = 'application/json; charset=utf-8', headers, signed, flaw, to } = raw;
    const token = signed === false ? undefined : tokens.sign(world.serviceUrl(), flaw);
    const delivery: Delivery = {
      url: nextUrl(to),
      body,
      headers: {
        'content-type': contentType,
        'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
    };
    return deliver(delivery, raw);
  };
  return {
    send: (activity, sending) => sendRaw({ ...sending, body: JSON.stringify(activity) }),
    sendRaw,
    replay: (delivery, to) =>
      deliver(to === undefined ? delivery : { ...delivery, url: to }, { redeliveries: 0 }),
  };
}

function post(delivery: Delivery, limitMs: number): Promise<Omit<Sent, 'attempts'>> {
  const began = performance.now();
  const body = Buffer.from(delivery.body);
  return new Promise((resolve) => {
    const finish = (answer: Pick<Sent, 'status' | 'text'> & Partial<Sent>): void => {
      clearTimeout(timer);
      const ackMs = performance.now() - began;
      resolve({ headers: {}, body: asJson(answer.text), timedOut: false, ackMs, delivery, ...answer });
    };
    const headers = { ...delivery.headers, 'content-length': body.length };
    const request = httpRequest(delivery.url, { method: 'POST', agent: false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        finish({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', (error) => finish({ status: 0, text: '', failure: error.message }));
    });
    const timer = setTimeout(() => {
      finish({ status: 0, text: '', timedOut: true, failure: 'no answer' });
      request.destroy();
    }, limitMs);
    request.on('error', (error) => finish({ status: 0, text: '', failure: error.message }));
    request.end(body);
  });
}

function asJson(text: string): unknown {
  try {
    return text === '' ? '' : JSON.parse(text);
  } catch {
    return text;
  }
}
