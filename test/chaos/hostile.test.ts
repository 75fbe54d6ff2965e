/** Two thousand hostile requests, half of them correctly signed, at the doors that the world can reach. EARSHOT_SEED says which. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, it } from 'vitest';
import { cardsIn } from '../stories/read-slack.js';
import { lowScore } from '../stories/senders.js';
import { beginStory, SUPPORT, MONEY, type Story } from '../stories/story.js';
import { pause, until } from '../stories/until.js';
import { isAtRest } from './at-rest.js';
import { drawRequests, type HostileRequest } from './hostile-requests.js';
import { createChance, readSeed } from './seeded.js';
import { sendBytes } from './send-bytes.js';

const WARM_UP = 1_000;
const REQUESTS = 2_000;
const AT_ONCE = 8;
const MOST_GROWTH_MIB = 50;
const LIMIT_MS = 15 * 60_000;
const MIB = 1_048_576;
const COLLECT = fileURLToPath(new URL('collect-on-signal.mjs', import.meta.url));

let trap: Server | undefined;
afterAll(() => trap?.close());

it.skipIf(inject('serverUrl') === null)(
  `${REQUESTS} hostile requests: no crash, no 5xx, memory grows by less than ${MOST_GROWTH_MIB} MiB`,
  async () => {
    const seed = readSeed();
    console.info(`seed ${seed}: EARSHOT_SEED=${seed} npm run test:chaos -- hostile`);
    const caught: string[] = [];
    trap = createServer((request, response) => {
      caught.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => trap?.listen(0, '127.0.0.1', resolve));
    const trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/caught`;
    const story = await beginStory({
      nodeFlags: ['--expose-gc', '--import', COLLECT],
      env: { EARSHOT_TEST: '{"unlimited":true}' },
    });
    const round = (chanceSeed: number, count: number) =>
      sendAll(story, drawRequests(createChance(chanceSeed), count, trapUrl));

    await round(seed + 1, WARM_UP);
    const before = await restingMib(story);
    const answers = await round(seed, REQUESTS);
    const after = await restingMib(story);
    await round(seed, REQUESTS);
    const later = await restingMib(story);
    console.table(distribution(answers));
    console.info(
      `resident after a collection: ${before} MiB warmed up, ${after} MiB after ${REQUESTS} requests, ${later} MiB after ${REQUESTS} more`,
    );

    const fives = answers.filter(({ status }) => status >= 500);
    expect(fives.map(({ request, status }) => [status, inShort(request)])).toEqual([]);
    const silent = answers.filter(({ status, request }) => status === 0 && request.missing === undefined);
    expect(silent.map(({ request }) => inShort(request))).toEqual([]);
    const forged = answers.filter(
      ({ request: { signed }, status }) => !signed && status >= 200 && status < 300,
    );
    expect(forged.map(({ request, status }) => [status, inShort(request)])).toEqual([]);
    expect(answers.filter(({ request }) => request.signed)).toHaveLength(REQUESTS / 2);
    expect(caught).toEqual([]);
    expect(
      story
        .product()
        .log()
        .filter(({ level }) => level >= 50),
    ).toEqual([]);
    expect(story.slack.duplicates()).toEqual([]);
    expect(after - before).toBeLessThan(MOST_GROWTH_MIB);
    expect(later - before).toBeLessThan(MOST_GROWTH_MIB);

    const cards = () => [MONEY, SUPPORT].flatMap((channel) => cardsIn(story.slack, channel)).length;
    const known = cards();
    expect(await story.hear(lowScore())).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    await until('an honest voice is still heard', () => (cards() > known ? true : undefined));
    await story.product().stop();
  },
  LIMIT_MS,
);

interface Answered {
  readonly request: HostileRequest;
  readonly status: number;
}

async function sendAll(story: Story, requests: readonly HostileRequest[]): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  const next = requests[Symbol.iterator]();
  const send = async (): Promise<void> => {
    for (const request of next) {
      answered.push({ request, status: await sendBytes(story.product().address, request) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return answered;
}

/** What the process holds when it has done everything and thrown away what it needs no more. */
async function restingMib({ product, database }: Story): Promise<number> {
  await until('everything is at rest', () => isAtRest(database.url!), 120_000);
  for (let times = 0; times < 3; times += 1) {
    process.kill(product().pid, 'SIGUSR2');
    await pause(500);
  }
  const metrics = await (await fetch(`${product().deskAddress}/metrics`)).text();
  return Math.round(Number(/^process_resident_memory_bytes (\S+)$/mu.exec(metrics)?.[1]) / MIB);
}

function distribution(
  answers: readonly Answered[],
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const rows: Record<string, Record<string, number>> = {};
  for (const { request, status } of answers) {
    const row = (rows[`${request.door}, ${request.signed ? 'signed' : 'not signed'}`] ??= {});
    const column = status === 0 ? 'cut off' : String(status);
    row[column] = (row[column] ?? 0) + 1;
  }
  return rows;
}

function inShort({ method, target, headers, body, missing = 0 }: HostileRequest): string {
  const said = headers.map(([name, value]) => `${name}: ${value.slice(0, 40)}`).join(' · ');
  return `${method} ${target.slice(0, 60)} · ${said} · ${body.length} bytes (${missing} missing): ${body.toString('latin1').slice(0, 80)}`;
}
