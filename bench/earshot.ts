/** Earshot under its own command, configured with one team and Slack channel per region. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BOT_TOKEN, SIGNING_SECRET } from '../test/counterparts/slack/workspace.js';
import { type Child, start } from './children.js';
import { CHANNELS, SECRET } from './voice.js';

export interface RunningEarshot {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const PACKAGE = new URL('../package.json', import.meta.url);

export function channelId(index: number): string {
  return `C${String(index).padStart(9, '0')}`;
}

export async function startEarshot(given: {
  readonly databaseUrl?: string;
  readonly slackApiUrl: string;
  /** Where it keeps its data after it has stopped; absent: nowhere. */
  readonly keptIn?: string;
}): Promise<RunningEarshot> {
  const folder = given.keptIn ?? benchFolder();
  const config = path.join(folder, 'earshot.yaml');
  writeFileSync(config, configuration());
  const child: Child = start(process.execPath, [...nodeFlags(), CLI, 'start'], {
    PORT: '0',
    DESK_PORT: '0',
    LOG_LEVEL: 'error',
    EARSHOT_CONFIG: config,
    EARSHOT_DATA: path.join(folder, 'data'),
    BENCH_SECRET: SECRET,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: given.slackApiUrl,
    EARSHOT_TEST: '{"unlimited":true}',
    ...(given.databaseUrl !== undefined && { DATABASE_URL: given.databaseUrl }),
  });
  const [, address = ''] = await child.line(/(http:\/\/127\.0\.0\.1:\d+)\/hooks/u);
  return {
    url: `${address}/hooks/voice`,
    pid: child.pid,
    async stop() {
      await child.stop();
      if (given.keptIn === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Seconds until the door is open: the first time, when the tables are made, and the second. */
export async function startTwice(
  given: Omit<Parameters<typeof startEarshot>[0], 'keptIn'>,
): Promise<readonly number[]> {
  const keptIn = benchFolder();
  const seconds: number[] = [];
  for (let start = 1; start <= 2; start += 1) {
    const from = performance.now();
    const running = await startEarshot({ ...given, keptIn });
    seconds.push((performance.now() - from) / 1000);
    await running.stop();
  }
  rmSync(keptIn, { recursive: true, force: true });
  return seconds;
}

function benchFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
}

/** Those of `npm start`, and what a profile asks for. */
function nodeFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { scripts: { start: string } };
  const usual = /node ((?:--\S+ )*)dist\/cli\.js start/u.exec(scripts.start)?.[1] ?? '';
  return `${usual}${process.env['BENCH_NODE_FLAGS'] ?? ''}`.split(' ').filter((flag) => flag !== '');
}

function configuration(): string {
  const regions = Array.from({ length: CHANNELS }, (_, index) => index);
  return JSON.stringify({
    sources: [{ name: 'voice', type: 'standard', secrets: ['env:BENCH_SECRET'], limits: 'off' }],
    teams: regions.map((index) => ({ name: `team-${index}`, channels: { slack: channelId(index) } })),
    routes: regions.map((index) => ({ when: { region: `region-${index}` }, team: `team-${index}` })),
  });
}
