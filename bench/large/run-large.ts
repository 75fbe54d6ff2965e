/** `npm run bench -- --large`: what the program asks of a database that has heard much, at three sizes. */
import { cpus, totalmem } from 'node:os';
import pg from 'pg';
import { openDatabase, SMALL_AND_MANY } from '../../src/storage/database.js';
import { allStatements } from '../../src/storage/sql.js';
import { readWhole } from '../../test/database/read-whole.js';
import type { Cluster } from '../../test/database/postgres-cluster.js';
import { quietLog } from '../../test/quiet-log.js';
import { fill } from './fill.js';
import { hotPath } from './hot-path.js';
import { minuteTick } from './minute-tick.js';
import { reads } from './reads.js';
import { time, type Timed } from './timing.js';
import { NOW, SIGNALS_PER_ALERT } from './town.js';

const USUAL_SIZES = [10_000, 100_000, 1_000_000];
/** The aims are of this size. */
const LARGE = 1_000_000;

/** In "heard: signals_pkey": what is empty here may be read whole for all that its plan says. */
const FILLED = /: .*(?:deliveries|signals|alert|messages|reminders|customer|accounts|seen_requests)/u;

interface Size {
  readonly signals: number;
  readonly timed: readonly Timed[];
  /** Statements that read a growing table from end to end. */
  readonly faults: readonly string[];
}

/** Throws where an aim is missed at a million signals, or a statement reads a whole table. */
export async function runLarge(cluster: Cluster, sizes: readonly number[] = USUAL_SIZES): Promise<void> {
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL with fsync\n`,
  );
  const measured: Size[] = [];
  for (const signals of sizes) measured.push(await measure(cluster, signals));
  print(measured);
  const faults = measured.flatMap(({ faults: of, signals, timed }) => [
    ...of.map((each) => `read from end to end at ${signals} signals by ${each}`),
    ...timed.flatMap(({ name, p95Ms, aimMs }) =>
      signals === LARGE && aimMs !== undefined && p95Ms > aimMs
        ? [`${name}: ${Math.round(p95Ms)} ms, and the aim is ${aimMs} ms`]
        : [],
    ),
  ]);
  if (faults.length > 0) throw new Error(`\n${faults.join('\n')}`);
}

async function measure(cluster: Cluster, signals: number): Promise<Size> {
  const name = `bench_${signals}_signals`;
  const url = cluster.url(name);
  await ask(cluster.url('postgres'), (admin) => admin.query(`create database ${name}`));
  const open = () => openDatabase({ url, clock: () => NOW, log: quietLog });
  const [database, other] = [await open(), await open()];
  try {
    const startedAt = performance.now();
    await fill(url, signals);
    console.error(`${signals} signals in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    // Without the program's settings: it prepares, and counts what the program did.
    const timed = await ask(url, async (aside) => {
      const done: Timed[] = [];
      for (const work of [
        ...(await reads(database, aside)),
        ...hotPath(database, aside),
        ...minuteTick(database, other, aside),
      ]) {
        done.push(await time(work, name));
        console.error(line(done.at(-1)));
      }
      return done;
    });
    // Of all that the program may ask, under the settings with which it asks.
    const faults = await ask(url, async (client) => {
      await client.query(SMALL_AND_MANY);
      return (await readWhole(client, allStatements())).filter((each) => FILLED.test(each));
    });
    return { signals, timed, faults };
  } finally {
    await database.close();
    await other.close();
    await ask(cluster.url('postgres'), (admin) => admin.query(`drop database ${name} with (force)`));
  }
}

/** Over a connection of its own. */
async function ask<Answer>(url: string, what: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await what(client);
  } finally {
    await client.end();
  }
}

function line(timed: Timed | undefined): string {
  return timed ? `  ${timed.name}: ${milliseconds(timed)}; processors ${processors(timed)} ms` : '';
}

function print(sizes: readonly Size[]): void {
  const titles = sizes.map(
    ({ signals }) =>
      `${signals.toLocaleString('en')} signals, ${(signals / SIGNALS_PER_ALERT).toLocaleString('en')} alerts`,
  );
  console.log(`p50 / p95, ms (processor time of program + database)\n`);
  console.log(`| | ${titles.join(' | ')} |\n|---|${titles.map(() => '---|').join('')}`);
  for (const { name, aimMs } of sizes[0]?.timed ?? []) {
    const cells = sizes.map(({ timed }) => {
      const found = timed.find((each) => each.name === name);
      return found ? `${milliseconds(found)} (${processors(found)})` : '–';
    });
    console.log(`| ${name}${aimMs === undefined ? '' : `, aim ${aimMs}`} | ${cells.join(' | ')} |`);
  }
  const checked = sizes.filter(({ faults }) => faults.length === 0).length;
  console.log(
    `\nNo full scan in the plans of ${allStatements().length} statements at ${checked} of ${sizes.length} sizes.`,
  );
}

function milliseconds({ p50Ms, p95Ms }: Timed): string {
  return `${rounded(p50Ms)} / ${rounded(p95Ms)}`;
}

function processors({ programMs, databaseMs }: Timed): string {
  return `${rounded(programMs)} + ${rounded(databaseMs)}`;
}

function rounded(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
}
