import { type AppAnswer, type Headers, postToApp } from '../../frame/post-to-app.js';
import { takeTurns } from '../../frame/turns.js';
import type { World } from '../world.js';
import type { Envelope, EnvelopeType, SocketMode } from '../socket/socket-mode.js';
import { signatureHeaders } from './signature.js';

/** https://docs.slack.dev/interactivity/handling-user-interaction: an app has three seconds to acknowledge. */
const ACK_LIMIT_MS = 3000;
const USER_AGENT = 'Slackbot 1.0 (+https://api.slack.com/robots)';

/** Something for the app, ready to be sent either way. */
export interface Parcel {
  readonly type: EnvelopeType;
  /** As Socket Mode carries it. */
  readonly payload: unknown;
  /** As HTTP carries it. */
  readonly body: string;
  readonly contentType: string;
  readonly headers?: Headers;
}

/** What went to the app, to the byte; can be sent again as it is. */
export interface Delivery extends Parcel {
  readonly over: 'http' | 'socket';
  readonly url: string;
  readonly headers: Headers;
  readonly envelopeId: string;
}

/** What the app answered; the status of an acknowledgement over a socket is 200. */
export interface Sent extends AppAnswer {
  readonly delivery: Delivery;
}

/** Where and how the app is reached. */
export interface AppAddress {
  readonly delivery: 'http' | 'socket';
  /** Whole addresses of `POST /slack/events`, one per process; they take turns. */
  readonly urls: readonly string[];
  readonly signingSecret: string;
}

export interface SendOptions {
  /** The address to send to, where not the next in turn. */
  readonly to?: string;
  /** Seconds added to the time that is signed. */
  readonly clockOffsetSec?: number;
}

/** A body of a test's own making; for HTTP only. */
export interface RawParcel extends SendOptions {
  readonly body: string;
  readonly contentType?: string;
  /** Besides, and instead of, the usual ones. */
  readonly headers?: Headers;
  /** A wrong secret to sign with. */
  readonly secret?: string;
  readonly signed?: boolean;
}

export interface Courier {
  readonly send: (parcel: Parcel, options?: SendOptions) => Promise<Sent>;
  readonly sendRaw: (raw: RawParcel) => Promise<Sent>;
  /** Sends the very same again: same signature, same time, same envelope. */
  readonly replay: (delivery: Delivery, to?: string) => Promise<Sent>;
}

export function createCourier(options: {
  readonly world: World;
  readonly socketMode: SocketMode;
  readonly address: () => AppAddress;
}): Courier {
  const { world, socketMode, address } = options;
  const nextUrl = takeTurns('the app', () => address().urls);

  const carry = async (delivery: Delivery): Promise<Sent> => ({
    ...(await (delivery.over === 'http'
      ? postToApp(delivery, ACK_LIMIT_MS)
      : overSocket(socketMode, delivery))),
    delivery,
  });

  const signature = (body: string, offsetSec = 0, secret = address().signingSecret): Headers =>
    signatureHeaders({ secret, timestampSec: Math.floor(world.now() / 1000) + offsetSec, body });

  return {
    send: async (parcel, { to, clockOffsetSec } = {}) => {
      const { delivery } = address();
      return carry({
        ...parcel,
        over: delivery,
        url: delivery === 'http' ? nextUrl(to) : '',
        envelopeId: world.ids.next('', 24).toLowerCase(),
        headers: {
          'content-type': parcel.contentType,
          'user-agent': USER_AGENT,
          ...signature(parcel.body, clockOffsetSec),
          ...parcel.headers,
        },
      });
    },
    sendRaw: async ({
      body,
      contentType = 'application/json',
      headers,
      secret,
      signed,
      clockOffsetSec,
      to,
    }) =>
      carry({
        type: 'events_api',
        payload: undefined,
        body,
        contentType,
        over: 'http',
        url: nextUrl(to),
        envelopeId: '',
        headers: {
          'content-type': contentType,
          'user-agent': USER_AGENT,
          ...(signed !== false && signature(body, clockOffsetSec, secret)),
          ...headers,
        },
      }),
    replay: (delivery, to) => carry(to === undefined ? delivery : { ...delivery, url: to }),
  };
}

async function overSocket(socketMode: SocketMode, delivery: Delivery): Promise<AppAnswer> {
  const began = performance.now();
  const envelope: Envelope = {
    type: delivery.type,
    envelope_id: delivery.envelopeId,
    payload: delivery.payload,
    accepts_response_payload: delivery.type !== 'events_api',
    ...(delivery.type === 'events_api' && retryOf(delivery.headers)),
  };
  const answer = await socketMode.send(envelope, ACK_LIMIT_MS);
  const base = { headers: {}, ackMs: performance.now() - began };
  if (typeof answer === 'string') {
    return { ...base, status: 0, text: '', body: '', timedOut: answer === 'no answer', failure: answer };
  }
  const isEmpty = answer.payload === undefined || JSON.stringify(answer.payload) === '{}';
  const text = isEmpty ? '' : JSON.stringify(answer.payload);
  return { ...base, status: 200, text, body: isEmpty ? '' : answer.payload, timedOut: false };
}

function retryOf(headers: Headers): Readonly<Record<string, unknown>> {
  const attempt = headers['x-slack-retry-num'];
  return { retry_attempt: Number(attempt ?? 0), retry_reason: headers['x-slack-retry-reason'] ?? '' };
}
