import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Faults } from '../../frame/faults.js';
import type { Landings } from '../../frame/landings.js';
import { codeOf, errorAnswer, refuse, type Answer } from '../answer.js';
import type { Called, FaultKind } from '../faults.js';
import type { Breach, RateWatch } from '../rate-watch.js';
import type { Calls, Outcome } from '../recorded-call.js';
import type { World } from '../world.js';
import { readWork, type Work } from './read-work.js';

interface Exchange {
  readonly work: Work;
  readonly socket: Socket;
  readonly record: (outcome: Outcome) => void;
  readonly reply: (answer: Answer) => void;
}

/** Serves keys, tokens and the connector over HTTP: reads the call, lets a fault befall it, does it, records it. */
export function createConnectorDoor(options: {
  readonly world: World;
  readonly faults: Faults<FaultKind, Called>;
  readonly calls: Calls;
  readonly landings: Landings;
  readonly rates: RateWatch;
  /** Whether calls beyond the limits are answered 429, as Teams does; they are counted in any case. */
  readonly throttle: boolean;
}): RequestListener {
  const { world, faults, calls, landings, rates, throttle } = options;

  const handle: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => request.destroy());
    request.on('end', () => {
      serve(request, response, Buffer.concat(chunks).toString('utf8'));
      world.changes.happened();
    });
  };

  const serve = (request: IncomingMessage, response: ServerResponse, body: string): void => {
    const at = world.now();
    const { method = 'GET', url = '/' } = request;
    const work = readWork(world, { method, url, body, authorization: request.headers.authorization });
    const { operation, conversation, kind, token, readBody } = work;
    const of = conversation === undefined ? {} : { conversation };
    const breaches = kind ? rates.note({ ...of, kind, at }) : [];
    const fault = faults.take({ operation, conversation }) ?? throttled(breaches);
    const record = (outcome: Outcome): void =>
      calls.add(operation, (number) => ({
        number,
        at,
        operation,
        method,
        path: url,
        ...of,
        body: readBody(),
        token,
        outcome,
        ...(fault && { fault: fault.kind }),
      }));
    const reply = (answer: Answer): void => {
      const code = codeOf(answer);
      record({ kind: 'answered', status: answer.status, ...(code !== undefined && { code }) });
      write(response, answer);
    };
    if (fault) befall(fault, { work, socket: request.socket, record, reply });
    else reply(work.run());
  };

  const befall = (fault: FaultKind, { work, socket, record, reply }: Exchange): void => {
    switch (fault.kind) {
      case 'rate_limited':
        reply(withRetryAfter(refuse('Throttled'), fault.retryAfterSec));
        return;
      case 'http_status':
        if (fault.stored) work.run();
        reply(withRetryAfter(failing(fault.status), fault.retryAfterSec));
        return;
      case 'error':
        reply(errorAnswer({ message: fault.code, ...fault }));
        return;
      case 'no_id': {
        const answer = work.run();
        reply(isTaken(answer) ? { status: 202 } : answer);
        return;
      }
      case 'reset':
        record({ kind: 'reset', stored: fault.stored && isTaken(work.run()) });
        socket.resetAndDestroy();
        return;
      case 'hang':
        record({ kind: 'hung', stored: fault.stored && isTaken(work.run()) });
        return;
      case 'slow': {
        const answer = work.run();
        landings.later(fault.ms, () => reply(answer));
        return;
      }
      case 'late':
        record({ kind: fault.client === 'reset' ? 'reset' : 'hung', stored: 'later' });
        if (fault.client === 'reset') socket.resetAndDestroy();
        landings.later(fault.ms, () => void work.run());
    }
  };

  const throttled = (breaches: readonly Breach[]): FaultKind | undefined => {
    const worst = breaches.at(-1);
    return throttle && worst ? { kind: 'rate_limited', retryAfterSec: worst.window.seconds } : undefined;
  };

  return handle;
}

function failing(status: number): Answer {
  if (status === 412) return refuse('PreconditionFailed');
  return errorAnswer({ status, code: 'ServiceError', message: 'Unknown' });
}

function withRetryAfter(answer: Answer, seconds: number | undefined): Answer {
  return seconds === undefined ? answer : { ...answer, headers: { 'retry-after': String(seconds) } };
}

function isTaken(answer: Answer): boolean {
  return answer.status < 300;
}

function write(response: ServerResponse, answer: Answer): void {
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...(body !== '' && { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(body),
    ...answer.headers,
  });
  response.end(body);
}
