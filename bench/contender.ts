/** Measures one contender at the same door with the same load: accepts a second, webhook to post, a burst, memory. */
import type { SpawnedSlackCounterpart } from '../test/counterparts/slack/spawn-slack-counterpart.js';
import { memoryOf, processorMs, startFile } from './children.js';
import { channelId } from './earshot.js';
import { type LoadOrder, type LoadResult, quantiles } from './load.js';
import { CHANNELS } from './voice.js';

export interface Contender {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Whether it takes lists of voices. */
  readonly takesLists?: boolean;
}

export interface Figures {
  readonly name: string;
  readonly acceptsPerSecond: number;
  readonly acceptP50Ms: number;
  readonly acceptP99Ms: number;
  /** Voices, in lists of 500; absent where it takes none. */
  readonly listedPerSecond?: number;
  /** Posts that reached Slack while the load went on, and how long the rest took. */
  readonly postedMeanwhile: number;
  readonly drainSeconds: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly paced: readonly {
    readonly perSecond: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly lost: number;
  }[];
  readonly burstSeconds: number;
  /** Processor time a voice, from its webhook to its post, in microseconds. */
  readonly costUs: { readonly program: number; readonly database: number };
  readonly restMb: number;
  readonly peakMb: number;
}

const BURST = 5_000;
const CONNECTIONS = 32;
const LIST = { voices: 500, requests: 40, connections: 4 };

export async function measure(
  contender: Contender,
  slack: SpawnedSlackCounterpart,
  options: { readonly acceptSeconds: number; readonly pacedSeconds: number },
): Promise<Figures> {
  const { name, url, pid } = contender;
  const restMb = memoryOf(pid).nowMb;
  await load({ mode: 'closed', url, run: `${name}-warm`, connections: CONNECTIONS, requests: 3_000 });
  await drained(slack, 3_000);
  const paced = [];
  for (const perSecond of [50, 200])
    paced.push(await pace(contender, slack, perSecond, options.pacedSeconds));

  await slack.commands.clearRecords();
  const cost = () => ({ program: processorMs({ pid }), database: processorMs({ words: 'bench_' }) });
  const before = cost();
  const burst = await load({ mode: 'closed', url, run: `${name}-burst`, connections: 64, requests: BURST });
  const lastPost = await drained(slack, BURST);
  const costs = cost();
  const costUs = {
    program: (costs.program - before.program) / (BURST / 1000),
    database: (costs.database - before.database) / (BURST / 1000),
  };
  const burstSeconds = (lastPost - burst.startedAt) / 1000;

  await slack.commands.clearRecords();
  const accepts = await load({
    mode: 'closed',
    url,
    run: `${name}-accept`,
    connections: CONNECTIONS,
    seconds: options.acceptSeconds,
  });
  const postedMeanwhile = (await slack.commands.posts()).length;
  const ended = Date.now();
  await drained(slack, accepts.requests);
  const drainSeconds = (Date.now() - ended) / 1000;
  const listedPerSecond = contender.takesLists ? await listed(contender, slack) : undefined;
  return {
    name,
    ...(listedPerSecond !== undefined && { listedPerSecond }),
    acceptsPerSecond: accepts.perSecond,
    acceptP50Ms: accepts.p50Ms,
    acceptP99Ms: accepts.p99Ms,
    postedMeanwhile,
    drainSeconds,
    statuses: accepts.statuses,
    paced,
    burstSeconds,
    costUs,
    restMb,
    peakMb: memoryOf(pid).peakMb,
  };
}

async function listed({ name, url }: Contender, slack: SpawnedSlackCounterpart): Promise<number> {
  await slack.commands.clearRecords();
  const { perSecond, statuses } = await load({ mode: 'closed', url, run: `${name}-lists`, ...LIST });
  if (Object.keys(statuses).join() !== '202')
    console.error(`lists were answered ${JSON.stringify(statuses)}`);
  await drained(slack, LIST.requests * LIST.voices);
  return perSecond * LIST.voices;
}

export async function pace(
  { name, url }: Contender,
  slack: SpawnedSlackCounterpart,
  perSecond: number,
  seconds: number,
): Promise<Figures['paced'][number]> {
  await slack.commands.clearRecords();
  const { sentAt = [] } = await load({ mode: 'paced', url, run: `${name}-${perSecond}`, perSecond, seconds });
  await drained(slack, sentAt.length);
  const arrivals = new Map<string, number[]>();
  for (const { channel, at } of await slack.commands.posts()) {
    const known = arrivals.get(channel);
    if (known) known.push(at);
    else arrivals.set(channel, [at]);
  }
  // The nth voice of a region is the nth post of its channel.
  const latencies = sentAt.flatMap((sent, index) => {
    const at = arrivals.get(channelId(index % CHANNELS))?.[Math.floor(index / CHANNELS)];
    return at === undefined ? [] : [at - sent];
  });
  return { perSecond, ...quantiles(latencies), lost: sentAt.length - latencies.length };
}

export async function load(order: LoadOrder): Promise<LoadResult> {
  const child = startFile('load.ts', [JSON.stringify(order)]);
  const [text] = await child.line(/^\{.*\}$/u);
  return JSON.parse(text) as LoadResult;
}

const DRAIN_LIMIT_MS = 120_000;

/** Waits until so many posts are there; when the last came, in ms since the epoch. */
async function drained(slack: SpawnedSlackCounterpart, posts: number): Promise<number> {
  const until = Date.now() + DRAIN_LIMIT_MS;
  for (;;) {
    const counts = await slack.commands.callCounts();
    if ((counts['chat.postMessage'] ?? 0) >= posts || Date.now() > until) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const all = await slack.commands.posts();
  if (all.length < posts) console.error(`only ${all.length} of ${posts} posts arrived`);
  return all.at(-1)?.at ?? 0;
}
