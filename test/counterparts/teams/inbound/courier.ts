import type { JsonObject } from '../../frame/json-object.js';
import { type AppAnswer, type Headers, postToApp } from '../../frame/post-to-app.js';
import { takeTurns } from '../../frame/turns.js';
import type { ActivityTokens, TokenFlaw } from '../identity/activity-tokens.js';
import type { World } from '../world.js';

/** https://learn.microsoft.com/microsoftteams/platform/bots/bot-basics: no answer in 15 s, and Teams sends the activity again. */
const ANSWER_LIMIT_MS = 15_000;
/** How often is nowhere said. */
const REDELIVERIES = 2;

/** What went to the bot, to the byte; can be sent again as it is. */
export interface Delivery {
  readonly url: string;
  readonly body: string;
  readonly headers: Headers;
}

/** What the bot answered at the last attempt. */
export interface Sent extends AppAnswer {
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
  const nextUrl = takeTurns('the bot', () => address().urls);
  const deliver = async (delivery: Delivery, sending: SendOptions): Promise<Sent> => {
    const { redeliveries = REDELIVERIES, redeliverOn = [] } = sending;
    const limitMs = address().answerLimitMs ?? ANSWER_LIMIT_MS;
    for (let attempts = 1; ; attempts += 1) {
      const answer = await postToApp(delivery, limitMs);
      const isWanted = answer.timedOut || redeliverOn.includes(answer.status);
      if (!isWanted || attempts > redeliveries) return { ...answer, attempts, delivery };
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
