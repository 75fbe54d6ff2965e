/** One HTTP request over a kept-alive connection, told apart by what matters to a sender: was it answered, surely not sent, or unknown? */
import { Agent } from 'undici';

export type Exchange =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly body: string;
    }
  /** The connection was never made: nothing of the request has left. */
  | { readonly kind: 'not_sent'; readonly why: string }
  /** It may have arrived: the connection broke, or no answer came in time. */
  | { readonly kind: 'unknown'; readonly why: string };

/** Lower-case names. */
type Headers = Readonly<Record<string, string | string[] | undefined>>;

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

export interface Exchanger {
  readonly ask: (request: Request) => Promise<Exchange>;
  readonly close: () => void;
}

interface ExchangerOptions {
  /** A longer answer breaks the exchange off. */
  readonly mostAnswerBytes: number;
  /** How long an idle connection is kept at the most where the server says how long it keeps it. */
  readonly longestIdleMs?: number;
}

/** Servers close idle connections after 5 s or more; we close first, so that no request is written into a closed one. */
const IDLE_MS = 4_000;
/** Enough to keep a platform busy; a burst does not open a connection for every message. */
const MOST_CONNECTIONS = 64;

/** undici takes a third of the processor time of node:http a call, and never sends a request again by itself. */
export function createExchanger({ mostAnswerBytes, longestIdleMs = IDLE_MS }: ExchangerOptions): Exchanger {
  const agent = new Agent({
    connections: MOST_CONNECTIONS,
    pipelining: 1,
    keepAliveTimeout: IDLE_MS,
    keepAliveMaxTimeout: longestIdleMs,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: mostAnswerBytes,
  });
  return {
    ask: (request) => exchange(agent, request),
    close: () => void agent.destroy(),
  };
}

function exchange(agent: Agent, { method, url, headers, body, timeoutMs }: Request): Promise<Exchange> {
  return new Promise((resolve) => {
    let abort: ((error: Error) => void) | undefined;
    let status = 0;
    let answered: Headers = {};
    let sent = false;
    let settled = false;
    const chunks: Buffer[] = [];
    const settle = (result: Exchange): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      resolve(result);
    };
    const broke = (why: string): void => settle({ kind: sent ? 'unknown' : 'not_sent', why });
    const timer = setTimeout(() => {
      broke(`no answer within ${timeoutMs} ms`);
      abort?.(new Error('no answer in time'));
    }, timeoutMs);
    agent.dispatch(
      { origin: url.origin, path: url.pathname + url.search, method, headers, body: body ?? null },
      {
        // Called when a connection is there and the request is about to be written to it.
        onRequestStart(controller) {
          if (settled) {
            controller.abort(new Error('no answer in time'));
            return;
          }
          sent = true;
          abort = (error) => controller.abort(error);
        },
        onResponseStart(_controller, statusCode, fields) {
          status = statusCode;
          answered = fields;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          const [only] = chunks;
          const text = (chunks.length === 1 && only ? only : Buffer.concat(chunks)).toString('utf8');
          settle({ kind: 'answered', status, headers: answered, body: text });
        },
        onResponseError(_controller, error) {
          broke(errorCode(error));
        },
      },
    );
  });
}

/** The system's code rather than its message, which may quote what was sent. */
function errorCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
