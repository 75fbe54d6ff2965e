/** Bolt's receiver for HTTP. Our own server reads the request; here it is guarded, verified, understood and delivered once. */
import { createHash } from 'node:crypto';
import type { App, Receiver } from '@slack/bolt';
import type { RawRequest } from '../../../inbound/raw-request.js';
import type { Log } from '../../../use-cases/log.js';
import { textAt } from '../../wire/record.js';
import type { Delivery } from './delivery.js';
import { guard } from './guard.js';
import type { IsSlackUrl } from './read-interaction.js';
import { understand } from './understand.js';
import { SIGNATURE_HEADER, type SlackCheck, TIMESTAMP_HEADER } from './verify.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface HttpReceiver extends Receiver {
  /** Never throws. */
  readonly handle: (request: RawRequest) => Promise<HttpAnswer>;
}

interface HttpReceiverDeps {
  readonly check: SlackCheck;
  readonly isSlackUrl: IsSlackUrl;
  readonly delivery: (app: App) => Delivery;
  readonly clock: () => Date;
  readonly log: Log;
}

const LONGEST_CHALLENGE = 1_000;

export function createHttpReceiver(deps: HttpReceiverDeps): HttpReceiver {
  const { check, isSlackUrl, clock, log } = deps;
  let delivery: Delivery | undefined;

  const handle = async (request: RawRequest): Promise<HttpAnswer> => {
    if (!delivery) return { ...plain(503, 'starting'), headers: { 'retry-after': '1' } };
    const guarded = guard(request, check, clock());
    if (guarded.kind === 'refused') {
      log.warn(
        { platform: 'slack', status: guarded.status, why: guarded.why },
        'Refused a request to Slack’s door',
      );
      return plain(guarded.status, REFUSALS[guarded.status]);
    }
    const { body } = guarded;
    const challenge = textAt(body, 'challenge');
    if (body['type'] === 'url_verification' && challenge !== '') {
      return plain(200, challenge.slice(0, LONGEST_CHALLENGE));
    }
    const understood = understand(body, isSlackUrl);
    switch (understood.kind) {
      case 'refused':
        return plain(400, REFUSALS[400]);
      case 'ignored':
        return plain(200, '');
      case 'event': {
        const outcome = await delivery.event(understood.event, understood.key);
        return outcome === 'done'
          ? plain(200, '')
          : { ...plain(503, 'not done yet'), headers: { 'retry-after': '5' } };
      }
      case 'interaction': {
        const acknowledged = await delivery.interaction(understood.asked, interactionKey(request));
        return acknowledged === undefined ? plain(200, '') : json(acknowledged);
      }
    }
  };

  return {
    handle,
    init: (app) => {
      delivery = deps.delivery(app);
    },
    start: () => Promise.resolve(),
    stop: async () => {
      await delivery?.drain();
    },
  };
}

const REFUSALS = {
  400: 'the body is not what Slack sends',
  401: 'the request is not signed by Slack, or not now',
  405: 'use POST',
  413: 'the body is too large',
  415: 'send JSON or a form',
} as const;

/** Interactions have no id: what is signed at one moment is one request. */
function interactionKey({ headers, body }: RawRequest): string {
  const hash = createHash('sha256')
    .update(`${headers[SIGNATURE_HEADER] ?? ''}:${headers[TIMESTAMP_HEADER] ?? ''}:`)
    .update(body);
  return `slack:interaction:${hash.digest('hex')}`;
}

function plain(status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

function json(body: object): HttpAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
