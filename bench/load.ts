/** The load generator, a process of its own: `load.ts '{"url","run","mode":"closed"|"paced", …}'` prints one JSON result. */
import http from 'node:http';
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

const now = (): number => performance.timeOrigin + performance.now();

async function run(order: LoadOrder): Promise<LoadResult> {
  const { hostname, port, pathname } = new URL(order.url);
  const agent = new http.Agent({
    keepAlive: true,
    maxSockets: order.mode === 'closed' ? order.connections : 256,
  });
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const sentAt: number[] = [];

  const send = ({ headers, body }: SignedVoice, index: number): Promise<void> =>
    new Promise((resolve) => {
      const started = now();
      sentAt[index] = started;
      const done = (status: string): void => {
        latencies.push(now() - started);
        statuses[status] = (statuses[status] ?? 0) + 1;
        resolve();
      };
      const request = http.request(
        { hostname, port, path: pathname, method: 'POST', agent, headers },
        (response) => {
          response.resume().on('end', () => done(String(response.statusCode)));
        },
      );
      request.on('error', (error) => done(error.message));
      request.end(body);
    });

  const startedAt = now();
  let next = 0;
  if (order.mode === 'closed') {
    const until = order.seconds === undefined ? Infinity : startedAt + order.seconds * 1000;
    const most = order.requests ?? Infinity;
    const worker = async (): Promise<void> => {
      while (now() < until && next < most) {
        const index = next++;
        await send(
          order.voices ? signedList(order.run, index, order.voices) : signedVoice(order.run, index),
          index,
        );
      }
    };
    await Promise.all(Array.from({ length: order.connections }, worker));
  } else {
    const total = order.perSecond * order.seconds;
    const open: Promise<void>[] = [];
    while (next < total) {
      const dueBy = Math.min(total, Math.floor(((now() - startedAt) / 1000) * order.perSecond) + 1);
      while (next < dueBy) {
        const index = next++;
        open.push(send(signedVoice(order.run, index), index));
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(open);
  }
  const seconds = (now() - startedAt) / 1000;
  agent.destroy();
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
