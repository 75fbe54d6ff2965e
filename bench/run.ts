/** `npm run bench`: the figures that the README quotes, with the peers beside them in the same run; `--large`: with much in the database. */
import { cpus, totalmem } from 'node:os';
import pg from 'pg';
import { BOT_TOKEN } from '../test/counterparts/slack/workspace.js';
import {
  type SpawnedSlackCounterpart,
  spawnSlackCounterpart,
} from '../test/counterparts/slack/spawn-slack-counterpart.js';
import { findPostgres } from '../test/database/find-postgres.js';
import { startCluster } from '../test/database/postgres-cluster.js';
import { memoryOf, startFile } from './children.js';
import { type Contender, type Figures, load, measure } from './contender.js';
import { channelId, startEarshot, startTwice } from './earshot.js';
import { runLarge } from './large/run-large.js';
import { oneRowCommits } from './one-row-commits.js';
import { printParseRates } from './parse-rate.js';
import { CHANNELS } from './voice.js';

const QUICK = process.argv.includes('--quick');
const ONLY = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length);
const SECONDS = QUICK ? { acceptSeconds: 4, pacedSeconds: 5 } : { acceptSeconds: 10, pacedSeconds: 15 };

let databases = 0;

const bin = findPostgres();
if (bin === undefined) throw new Error('the benchmark needs PostgreSQL: apt-get install postgresql');
const cluster = await startCluster(bin, { durable: true });

try {
  if (process.argv.includes('--large')) await runLarge(cluster, sizes());
  else await beside();
} finally {
  await cluster.stop();
}

/** Of `--signals=10000`; undefined: the usual three. */
function sizes(): readonly number[] | undefined {
  const given = process.argv.find((each) => each.startsWith('--signals='))?.slice('--signals='.length);
  return given?.split(',').map(Number);
}

async function beside(): Promise<void> {
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL with fsync`,
  );
  console.log(
    `Command: npm run bench${QUICK ? ' -- --quick' : ''}; load, Slack counterpart, database and program share these cores\n`,
  );
  if (!ONLY || ONLY === 'sources') printParseRates();
  if (!ONLY) await floors();
  if (!ONLY || ONLY === 'starts') await withSlack(starts);
  const figures: Figures[] = [];
  if (!ONLY || ONLY === 'handmade') figures.push(await withSlack(handmade));
  if (!ONLY || ONLY === 'server')
    figures.push(await withSlack((slack) => earshot('Earshot, PostgreSQL', slack, freshDatabase())));
  if (!ONLY || ONLY === 'embedded')
    figures.push(await withSlack((slack) => earshot('Earshot, embedded', slack, Promise.resolve(undefined))));
  if (figures.length > 0) print(figures);
}

async function floors(): Promise<void> {
  const bare = startFile('bare-door.ts', []);
  const [, port = ''] = await bare.line(/"port":(\d+)/u);
  const floor = await load({
    mode: 'closed',
    url: `http://127.0.0.1:${port}/`,
    run: 'bare',
    connections: 32,
    seconds: SECONDS.acceptSeconds,
  });
  await bare.stop();
  console.log(
    `Bare node:http, HMAC, JSON.parse: ${Math.round(floor.perSecond)}/s, p50 ${floor.p50Ms.toFixed(1)} ms, p99 ${floor.p99Ms.toFixed(1)} ms`,
  );
  const rows = await oneRowCommits(await freshDatabase(), SECONDS.acceptSeconds);
  console.log(
    `One-row commits with pg, 32 connections: ${Math.round(rows.perSecond)}/s, p50 ${rows.p50Ms.toFixed(1)} ms, p99 ${rows.p99Ms.toFixed(1)} ms\n`,
  );
}

async function freshDatabase(): Promise<string> {
  const name = `bench_${++databases}`;
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return cluster.url(name);
}

async function withSlack<Found>(run: (slack: SpawnedSlackCounterpart) => Promise<Found>): Promise<Found> {
  const channels = Array.from({ length: CHANNELS }, (_, index) => ({
    id: channelId(index),
    name: `region-${index}`,
  }));
  const slack = await spawnSlackCounterpart({
    workspace: { channels },
    recordCalls: false,
    keepPerChannel: 100,
  });
  try {
    return await run(slack);
  } finally {
    await slack.stop();
  }
}

async function starts({ apiUrl: slackApiUrl }: SpawnedSlackCounterpart): Promise<void> {
  for (const databaseUrl of [await freshDatabase(), undefined]) {
    const seconds = await startTwice({ slackApiUrl, ...(databaseUrl !== undefined && { databaseUrl }) });
    const [first, second] = seconds.map((each) => each.toFixed(1));
    console.log(
      `Earshot, ${databaseUrl === undefined ? 'embedded' : 'PostgreSQL'}: open ${first} s after its first start, ${second} s after its second`,
    );
  }
}

async function handmade(slack: SpawnedSlackCounterpart): Promise<Figures> {
  const channels = Array.from({ length: CHANNELS }, (_, index) => channelId(index));
  const child = startFile('handmade-poster.ts', [slack.apiUrl, BOT_TOKEN, ...channels]);
  try {
    const [, port = ''] = await child.line(/"port":(\d+)/u);
    const contender: Contender = {
      name: 'By hand: node:http, web-api',
      url: `http://127.0.0.1:${port}/`,
      pid: child.pid,
    };
    return await measure(contender, slack, SECONDS);
  } finally {
    await child.stop();
  }
}

async function earshot(
  name: string,
  slack: SpawnedSlackCounterpart,
  database: Promise<string | undefined>,
): Promise<Figures> {
  const databaseUrl = await database;
  const running = await startEarshot({
    slackApiUrl: slack.apiUrl,
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  try {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    console.log(`${name} at rest: ${memoryOf(running.pid).nowMb} MB`);
    return await measure({ name, url: running.url, pid: running.pid, takesLists: true }, slack, SECONDS);
  } finally {
    await running.stop();
  }
}

function print(figures: readonly Figures[]): void {
  const rows: readonly [string, (each: Figures) => string][] = [
    [
      'accepted/s, 32 connections, posting going on',
      (each) => Math.round(each.acceptsPerSecond).toLocaleString('en'),
    ],
    [
      'voices accepted/s in lists of 500, 4 connections',
      ({ listedPerSecond }) =>
        listedPerSecond === undefined ? '–' : Math.round(listedPerSecond).toLocaleString('en'),
    ],
    ['accept p50 / p99, ms', (each) => `${each.acceptP50Ms.toFixed(1)} / ${each.acceptP99Ms.toFixed(1)}`],
    [
      'posted meanwhile, then drained in s',
      (each) => `${each.postedMeanwhile}, ${each.drainSeconds.toFixed(1)}`,
    ],
    ['webhook → post at 50/s, p50 / p99, ms', (each) => pacedText(each, 50)],
    ['webhook → post at 200/s, p50 / p99, ms', (each) => pacedText(each, 200)],
    ['burst of 5,000 until the last post, s', (each) => each.burstSeconds.toFixed(2)],
    [
      'processor time a voice, µs: program / database',
      (each) => `${Math.round(each.costUs.program)} / ${Math.round(each.costUs.database)}`,
    ],
    ['memory at rest / peak, MB', (each) => `${each.restMb} / ${each.peakMb}`],
    ['answers', (each) => JSON.stringify(each.statuses)],
  ];
  console.log(`\n| | ${figures.map(({ name }) => name).join(' | ')} |`);
  console.log(`|---|${figures.map(() => '---|').join('')}`);
  for (const [label, value] of rows) console.log(`| ${label} | ${figures.map(value).join(' | ')} |`);
}

function pacedText({ paced }: Figures, perSecond: number): string {
  const found = paced.find((each) => each.perSecond === perSecond);
  if (!found) return '–';
  return `${found.p50Ms.toFixed(1)} / ${found.p99Ms.toFixed(1)}${found.lost > 0 ? ` (${found.lost} missing)` : ''}`;
}
