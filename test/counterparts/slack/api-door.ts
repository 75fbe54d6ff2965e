import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuse, type Answer } from './answer.js';
import type { CallRecord, Outcome } from './call-record.js';
import type { FaultKind, Faults } from './faults.js';
import { createRateWatch, type RateWatch } from './rate-watch.js';
import { readWork, type Done, type Work } from './read-work.js';
import type { World } from './world.js';

interface ApiDoor {
  /** Answers a request below /api/ or for a response_url. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Lets everything land that was to land later. */
  readonly landNow: () => void;
  /** Forgets what was to land later. */
  readonly stop: () => void;
}

type Headers = Readonly<Record<string, string>>;

interface Exchange {
  readonly work: Work;
  readonly socket: Socket;
  readonly record: (outcome: Outcome) => void;
  readonly reply: (done: Done, headers?: Headers) => void;
}

/** Serves the Web API over HTTP: reads the call, lets a fault befall it, does it, records it. */
export function createApiDoor(options: {
  readonly world: World;
  readonly faults: Faults;
  readonly calls: CallRecord;
  readonly rates: RateWatch;
  /** How many messages Slack takes per channel within a second before it answers 429; any number where absent. */
  readonly postsPerSecond?: number;
  readonly answerResponseUrl: (path: string, body: string) => Done;
}): ApiDoor {
  const { world, faults, calls, rates, postsPerSecond } = options;
  const taken = createRateWatch();
  const landing = new Map<NodeJS.Timeout, () => void>();

  const handle: ApiDoor['handle'] = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => request.destroy());
    request.on('end', () => {
      const body = chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString('utf8');
      serve(readWork(world, request, body, options.answerResponseUrl), request.socket, response);
      world.changes.happened();
    });
  };

  const serve = (work: Work, socket: Socket, response: ServerResponse): void => {
    const at = world.now();
    const channel = typeof work.args['channel'] === 'string' ? work.args['channel'] : undefined;
    const isPost = work.method === 'chat.postMessage' && channel !== undefined;
    if (isPost) rates.note(channel, at);
    const fault = faults.take(work.method, channel) ?? (isPost ? overRate(channel, at) : undefined);
    const { method, readArgs, token } = work;
    const record = (outcome: Outcome): void =>
      calls.add({ at, method, readArgs, token, outcome, ...(fault && { fault: fault.kind }) });
    const reply: Exchange['reply'] = ({ status, answer }, headers) => {
      const { ok, error } = answer;
      record({ kind: 'answered', status, ok, ...(error !== undefined && { error }) });
      send(response, status, answer, { 'x-oauth-scopes': work.scopes, ...headers });
    };
    if (fault) befall(fault, { work, socket, record, reply });
    else reply(work.run());
  };

  const befall = (fault: FaultKind, { work, socket, record, reply }: Exchange): void => {
    switch (fault.kind) {
      case 'rate_limited': {
        const after = fault.retryAfterSec;
        const headers: Headers = after === undefined ? {} : { 'retry-after': String(after) };
        reply({ status: 429, answer: refuse('ratelimited') }, headers);
        return;
      }
      case 'http_status': {
        if (fault.stored) work.run();
        const error = fault.status === 503 ? 'service_unavailable' : 'internal_error';
        reply({ status: fault.status, answer: refuse(error) });
        return;
      }
      case 'reset':
        record({ kind: 'reset', stored: fault.stored && work.run().answer.ok });
        socket.resetAndDestroy();
        return;
      case 'hang':
        record({ kind: 'hung', stored: fault.stored && work.run().answer.ok });
        return;
      case 'slow':
        later(fault.ms, () => reply(work.run()));
        return;
      case 'late':
        record({ kind: fault.client === 'reset' ? 'reset' : 'hung', stored: 'later' });
        if (fault.client === 'reset') socket.resetAndDestroy();
        later(fault.ms, () => void work.run());
        return;
      case 'error': {
        const { error, needed, provided } = fault;
        reply({ status: 200, answer: refuse(error, needed === undefined ? {} : { needed, provided }) });
      }
    }
  };

  const overRate = (channel: string, at: number): FaultKind | undefined => {
    if (postsPerSecond === undefined) return undefined;
    if (taken.recent(channel, at) >= postsPerSecond) return { kind: 'rate_limited', retryAfterSec: 1 };
    taken.note(channel, at);
    return undefined;
  };

  const later = (ms: number, land: () => void): void => {
    const timer = setTimeout(() => {
      landing.delete(timer);
      land();
      world.changes.happened();
    }, ms);
    landing.set(timer, land);
  };
  const landNow = (): void => {
    const waiting = [...landing];
    landing.clear();
    for (const [timer, land] of waiting) {
      clearTimeout(timer);
      land();
    }
    world.changes.happened();
  };
  const stop = (): void => {
    for (const timer of landing.keys()) clearTimeout(timer);
    landing.clear();
  };
  return { handle, landNow, stop };
}

function send(response: ServerResponse, status: number, answer: Answer, headers: Headers): void {
  const body = answer.written ?? JSON.stringify(answer);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}
