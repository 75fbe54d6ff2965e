/** The only door to the outside, on bare node:http: every framework tried cost more than the work behind it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { announcesTooMuch } from '../inbound/read-request.js';
import { answerClientError } from './client-error.js';
import { errorAnswer, send, type HttpAnswer } from './http-answer.js';
import { createPublicRoutes, type PublicRoutesDeps } from './public-routes.js';
import { type Rest, runOut, USUAL_REST } from './run-out.js';

export interface PublicListenerOptions extends PublicRoutesDeps {
  readonly metrics?: DoorMetrics;
  readonly times?: Partial<Times>;
  /** Of a body that was not wanted. */
  readonly rest?: Rest;
}

export interface DoorMetrics {
  /** `door` is the name of a source or platform, `health` or `none`: a bounded set. */
  answered(door: string, status: number, durationMs: number): void;
}

export interface Times {
  /** From the first byte of a request to its last header. */
  readonly headersMs: number;
  /** From the first byte of a request to its last. */
  readonly requestMs: number;
  /** How exactly the two are kept. */
  readonly checkMs: number;
  /** Longer than the 60 s after which the usual load balancers close an idle connection, so that they close it first. */
  readonly keepAliveMs: number;
}

const USUAL_TIMES: Times = { headersMs: 10_000, requestMs: 20_000, checkMs: 1_000, keepAliveMs: 65_000 };

export interface PublicListener {
  /** Rejects where the address cannot be had. */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ readonly port: number }>;
  /** Takes no new connections and resolves when what was begun is answered, or cut off after `withinMs`. */
  close(withinMs: number): Promise<void>;
}

export function createPublicListener(options: PublicListenerOptions): PublicListener {
  const { metrics, log, rest = USUAL_REST } = options;
  const times = { ...USUAL_TIMES, ...options.times };
  const routes = createPublicRoutes(options);
  let closing = false;

  const server = createServer({
    headersTimeout: times.headersMs,
    requestTimeout: times.requestMs,
    connectionsCheckingInterval: times.checkMs,
    keepAliveTimeout: times.keepAliveMs,
    joinDuplicateHeaders: true,
  });
  server.on('request', handle);
  // Without this Node asks for the body before anybody has looked at its length.
  server.on('checkContinue', (incoming: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(incoming)) response.writeContinue();
    handle(incoming, response);
  });
  server.on('clientError', answerClientError);

  return {
    listen: (address) => listen(server, address),
    close: (withinMs) => {
      closing = true;
      return close(server, withinMs);
    },
  };

  function handle(incoming: IncomingMessage, response: ServerResponse): void {
    const startedMs = performance.now();
    const { door, answer } = routes(incoming);
    void answer.then(
      (found) => finish(found),
      (error: unknown) => {
        log.error({ door, err: error }, 'a request failed');
        finish(FAILED);
      },
    );

    function finish(found: HttpAnswer): void {
      if (closing) response.shouldKeepAlive = false;
      if (incoming.complete) send(response, found);
      else void sendAhead(incoming, response, found);
      metrics?.answered(door, found.status, performance.now() - startedMs);
    }
  }

  /** The answer goes at once, its end and the connection's when the body has run out. */
  async function sendAhead(
    incoming: IncomingMessage,
    response: ServerResponse,
    answer: HttpAnswer,
  ): Promise<void> {
    send(response, answer, false);
    const all = await runOut(incoming, rest);
    response.end();
    if (!all) incoming.socket.destroySoon();
  }
}

function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.removeListener('error', reject);
      resolve({ port: (server.address() as AddressInfo).port });
    });
  });
}

function close(server: Server, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), withinMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const FAILED = errorAnswer('internal', 'this is our fault; it has been logged');
