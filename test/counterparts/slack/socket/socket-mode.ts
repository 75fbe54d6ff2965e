import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isObject, type JsonObject } from '../../frame/json-object.js';
import type { Ids } from '../ids.js';
import { acceptWebSocket, type WebSocketConnection } from './websocket.js';

/** Slack pings so that a client notices a dead connection: https://docs.slack.dev/apis/events-api/using-socket-mode */
const PING_EVERY_MS = 5000;

export type EnvelopeType = 'events_api' | 'interactive' | 'slash_commands';

export interface Envelope extends JsonObject {
  readonly type: EnvelopeType;
  readonly envelope_id: string;
  readonly payload: unknown;
  readonly accepts_response_payload: boolean;
}

interface Acknowledged {
  /** What the app sent back with its acknowledgement; undefined where it sent nothing. */
  readonly payload: unknown;
}

export interface SocketMode {
  /** An address that lets one connection in, once. */
  readonly issueAddress: (origin: string) => string;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly connections: () => number;
  /** Sends over one of the connections in turn; says why where there was no acknowledgement. */
  readonly send: (
    envelope: Envelope,
    timeoutMs: number,
  ) => Promise<Acknowledged | 'not connected' | 'no answer'>;
  /** Tells every connection to go, and closes it after `closeAfterMs`. */
  readonly disconnect: (options: {
    readonly reason: 'refresh_requested' | 'warning' | 'link_disabled';
    readonly closeAfterMs: number;
  }) => void;
  /** Cuts every connection without a word. */
  readonly drop: () => void;
}

export function createSocketMode(options: {
  readonly ids: Ids;
  readonly appId: string;
  readonly changed: () => void;
}): SocketMode {
  const { ids, appId, changed } = options;
  const tickets = new Set<string>();
  const open: WebSocketConnection[] = [];
  /** By envelope id; several where one envelope is sent again before the first is acknowledged. */
  const waiting = new Map<string, ((acknowledged: Acknowledged) => void)[]>();
  let turn = 0;

  const onUpgrade: SocketMode['onUpgrade'] = (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const connection = acceptWebSocket(request, socket, head, {
      text: receive,
      closed: () => {
        clearInterval(pings);
        open.splice(open.indexOf(connection), 1);
        changed();
      },
    });
    const pings = setInterval(connection.ping, PING_EVERY_MS);
    pings.unref();
    open.push(connection);
    connection.send(JSON.stringify(hello(appId, open.length)));
    changed();
  };

  const receive = (text: string): void => {
    const said = parse(text);
    if (!isObject(said) || typeof said['envelope_id'] !== 'string') return;
    waiting.get(said['envelope_id'])?.shift()?.({ payload: said['payload'] });
  };

  const send: SocketMode['send'] = (envelope, timeoutMs) =>
    new Promise((resolve) => {
      const connection = open[turn % Math.max(1, open.length)];
      turn += 1;
      if (!connection) {
        resolve('not connected');
        return;
      }
      const acknowledged = (answer: Acknowledged): void => {
        clearTimeout(timer);
        resolve(answer);
      };
      const line = waiting.get(envelope.envelope_id) ?? [];
      waiting.set(envelope.envelope_id, [...line, acknowledged]);
      const timer = setTimeout(() => {
        const left = waiting.get(envelope.envelope_id)?.filter((each) => each !== acknowledged) ?? [];
        waiting.set(envelope.envelope_id, left);
        resolve('no answer');
      }, timeoutMs);
      connection.send(JSON.stringify(envelope));
    });

  return {
    onUpgrade,
    send,
    connections: () => open.length,
    issueAddress: (origin) => {
      const ticket = ids.next('', 24);
      tickets.add(ticket);
      return `${origin.replace(/^http/u, 'ws')}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    disconnect: ({ reason, closeAfterMs }) => {
      for (const connection of open) {
        connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'counterpart' } }));
        setTimeout(() => connection.close(1000), closeAfterMs).unref();
      }
    },
    drop: () => {
      for (const connection of [...open]) connection.drop();
    },
  };
}

function hello(appId: string, connections: number): JsonObject {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: appId },
    debug_info: { host: 'counterpart', approximate_connection_time: 18_060 },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
