import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Faults } from '../frame/faults.js';
import type { Landings } from '../frame/landings.js';
import { refuse, type Answer } from './answer.js';
import type { Called, FaultKind } from './faults.js';
import { createRateWatch, type RateWatch } from './rate-watch.js';
import { readWork, type Done, type Work } from './read-work.js';
import type { Calls, Outcome } from './recorded-call.js';
import type { World } from './world.js';

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
  readonly faults: Faults<FaultKind, Called>;
  readonly calls: Calls;
  readonly landings: Landings;
  readonly rates: RateWatch;
  /** How many messages Slack takes per channel within a second before it answers 429; any number where absent. */
  readonly postsPerSecond?: number;
  readonly answerResponseUrl: (path: string, body: string) => Done;
}): RequestListener {
  const { world, faults, calls, landings, rates, postsPerSecond } = options;
  const taken = createRateWatch();

  const handle: RequestListener = (request, response) => {
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
    const fault =
      faults.take({ method: work.method, channel }) ?? (isPost ? overRate(channel, at) : undefined);
    const { method, readArgs, token } = work;
    const record = (outcome: Outcome): void =>
      calls.add(method, (number) => ({
        number,
        at,
        method,
        args: readArgs(),
        token,
        outcome,
        ...(fault && { fault: fault.kind }),
      }));
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
        landings.later(fault.ms, () => reply(work.run()));
        return;
      case 'late':
        record({ kind: fault.client === 'reset' ? 'reset' : 'hung', stored: 'later' });
        if (fault.client === 'reset') socket.resetAndDestroy();
        landings.later(fault.ms, () => void work.run());
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

  return handle;
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
