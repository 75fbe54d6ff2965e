/**
 * One Socket Mode connection kept up for as long as it is wanted. The SDK's own reconnecting is off: it gives up when Slack cannot be
 * reached, with a rejection that nobody can catch, which ends a Node process.
 */
import { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../../../use-cases/log.js';
import { type Backoff, backoffMs } from '../../wire/backoff.js';
import { isRecord, type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { sdkLog } from './sdk-log.js';

export interface SocketLinkDeps {
  readonly appToken: string;
  readonly apiUrl: URL;
  readonly onEnvelope: (envelope: Envelope) => void;
  readonly onState: (state: LinkState) => void;
  readonly log: Log;
  readonly backoff: Backoff;
  readonly random: () => number;
}

export interface Envelope {
  readonly body: JsonRecord;
  readonly acknowledge: (payload: JsonRecord | undefined) => Promise<void>;
}

export type LinkState = { readonly state: 'up' } | { readonly state: 'down'; readonly why: string };

export interface SocketLink {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

const HELLO_TIMEOUT_MS = 15_000;
/** A peer that does not answer a close would keep the SDK waiting for 30 s. */
const CLOSE_TIMEOUT_MS = 1_000;

export function createSocketLink(deps: SocketLinkDeps): SocketLink {
  let wanted = false;
  let failures = 0;
  let client: SocketModeClient | undefined;
  let timer: NodeJS.Timeout | undefined;

  const again = (why: string): void => {
    if (!wanted) return;
    failures += 1;
    deps.onState({ state: 'down', why });
    timer = setTimeout(connect, backoffMs(deps.backoff, failures, deps.random));
  };

  const connect = (): void => {
    const next = newClient(deps);
    client = next;
    let hasEnded = false;
    const end = (why: string): void => {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(hello);
      next.removeAllListeners('disconnected');
      again(why);
    };
    const hello = setTimeout(() => {
      void close(next);
      end('Slack did not say hello');
    }, HELLO_TIMEOUT_MS);
    next.start().then(
      () => {
        clearTimeout(hello);
        if (!wanted) void close(next);
        if (!wanted || hasEnded) return;
        failures = 0;
        next.once('disconnected', () => end('the connection was closed'));
        deps.onState({ state: 'up' });
      },
      (error: unknown) => end(whyNot(error)),
    );
  };

  return {
    start: () => {
      if (wanted) return;
      wanted = true;
      connect();
    },
    stop: async () => {
      wanted = false;
      clearTimeout(timer);
      if (client) await close(client);
    },
  };
}

function newClient({ appToken, apiUrl, onEnvelope, log }: SocketLinkDeps): SocketModeClient {
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    logger: sdkLog(log),
    clientOptions: {
      slackApiUrl: apiUrl.href,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: 10_000,
    },
  });
  catchBadMessages(client, log);
  client.on('slack_event', (event: unknown) => {
    const envelope = readEnvelope(event);
    if (envelope) onEnvelope(envelope);
  });
  return client;
}

/** The SDK reads messages in a listener whose rejection nobody catches: one that is not as expected would end the process. */
function catchBadMessages(client: SocketModeClient, log: Log): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...args: unknown[]) => {
    for (const listener of listeners) {
      Promise.resolve((listener as (...args: unknown[]) => unknown)(...args)).catch((error: unknown) => {
        log.warn({ platform: 'slack', error }, 'A Socket Mode message could not be read');
      });
    }
  });
}

function readEnvelope(event: unknown): Envelope | undefined {
  if (!isRecord(event) || !isRecord(event['body'])) return undefined;
  const { ack, body } = event;
  if (typeof ack !== 'function') return undefined;
  return {
    body,
    acknowledge: async (payload) => {
      await (ack as (payload?: JsonRecord) => Promise<void>)(payload);
    },
  };
}

async function close(client: SocketModeClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
  });
  await Promise.race([client.disconnect().catch(() => undefined), enough]);
  clearTimeout(timer);
}

/** What Slack says of a token that is not the app-level one: https://docs.slack.dev/reference/methods/apps.connections.open#errors */
const OF_THE_TOKEN: ReadonlySet<string> = new Set([
  'access_denied',
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);
const MENDS_TOKEN =
  'compare SLACK_APP_TOKEN with the app-level token under “Basic Information”, which needs the scope connections:write';

/** Slack's code, or the system's; never the message, which may hold the connection's ticket. */
function whyNot(error: unknown): string {
  if (!isRecord(error)) return 'the connection was closed';
  const code = textAt(recordAt(error, 'data'), 'error');
  if (OF_THE_TOKEN.has(code)) return `${code}; ${MENDS_TOKEN}`;
  return code || textAt(error, 'code') || 'Slack could not be reached';
}
