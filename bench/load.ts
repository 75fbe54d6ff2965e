/**
 * The load generator, a process of its own: `load.ts '{"url","run","mode":"closed"|"paced", …}'` prints one JSON result. It shares the
 * processor with what it measures, so it is thrifty: what it sends is signed before the clock starts, and undici sends it.
 */
import { Client, Pool } from 'undici';
import { type SignedVoice, signedList, signedVoice } from './voice.js';

export type LoadOrder =
  /** As fast as `connections` allow, for `seconds` or until `requests` are answered. */
  | {
      readonly mode: 'closed';
      readonly url: string;
      readonly run: string;
      readonly connections: number;
      readonly seconds?: number;
      readonly requests?: number;
      /** Voices in each request; one, and no list, where absent. */
      readonly voices?: number;
    }
  /** `perSecond` for `seconds`, whatever the answers do. */
  | {
      readonly mode: 'paced';
      readonly url: string;
      readonly run: string;
      readonly perSecond: number;
      readonly seconds: number;
    };

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** When each request was sent, in ms since the epoch, by its index. Only of paced runs. */
  readonly sentAt?: readonly number[];
  readonly startedAt: number;
}

/** As many as fit well into memory; later ones are signed as they are sent. */
const SIGNED_AHEAD = 50_000;
const PACED_CONNECTIONS = 256;

const now = (): number => performance.timeOrigin + performance.now();

async function run(order: LoadOrder): Promise<LoadResult> {
  const { origin, pathname } = new URL(order.url);
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const sentAt: number[] = [];
  const voices = order.mode === 'closed' ? order.voices : undefined;
  const sign = (index: number): SignedVoice =>
    voices ? signedList(order.run, index, voices) : signedVoice(order.run, index);
  const mostKnown = order.mode === 'closed' ? (order.requests ?? Infinity) : order.perSecond * order.seconds;
  const ahead = Array.from({ length: Math.min(mostKnown, SIGNED_AHEAD) }, (_, index) => sign(index));

  const send = (door: Client | Pool, index: number): Promise<void> =>
    new Promise((resolve) => {
      const { headers, body } = ahead[index] ?? sign(index);
      const started = now();
      sentAt[index] = started;
      let answered = 0;
      const done = (status: string): void => {
        latencies.push(now() - started);
        statuses[status] = (statuses[status] ?? 0) + 1;
        resolve();
      };
      door.dispatch(
        { path: pathname, method: 'POST', headers, body },
        {
          onRequestStart: () => undefined,
          onResponseStart(_controller, status) {
            answered = status;
          },
          onResponseEnd: () => done(String(answered)),
          onResponseError: (_controller, error) => done(error.message),
        },
      );
    });

  const startedAt = now();
  let next = 0;
  if (order.mode === 'closed') {
    const until = order.seconds === undefined ? Infinity : startedAt + order.seconds * 1000;
    const most = order.requests ?? Infinity;
    const worker = async (): Promise<void> => {
      const connection = new Client(origin);
      while (now() < until && next < most) await send(connection, next++);
      await connection.close();
    };
    await Promise.all(Array.from({ length: order.connections }, worker));
  } else {
    const total = order.perSecond * order.seconds;
    const connections = new Pool(origin, { connections: PACED_CONNECTIONS });
    const open: Promise<void>[] = [];
    while (next < total) {
      const dueBy = Math.min(total, Math.floor(((now() - startedAt) / 1000) * order.perSecond) + 1);
      while (next < dueBy) open.push(send(connections, next++));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(open);
    await connections.close();
  }
  const seconds = (now() - startedAt) / 1000;
  return {
    requests: latencies.length,
    seconds,
    perSecond: latencies.length / seconds,
    ...quantiles(latencies),
    statuses,
    startedAt,
    ...(order.mode === 'paced' && { sentAt }),
  };
}

export function quantiles(values: readonly number[]): { readonly p50Ms: number; readonly p99Ms: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

const order = process.argv[2];
if (order !== undefined && process.argv[1]?.includes('load')) {
  console.log(JSON.stringify(await run(JSON.parse(order) as LoadOrder)));
}
