/** The process: settings → wiring → listen → drain on SIGTERM. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processEnvironment } from './config/environment.js';
import { faultsInWords } from './config/faults-in-words.js';
import { readSettings } from './config/read-settings.js';
import { secretOrigin } from './config/secret-origin.js';
import type { Settings } from './config/settings.js';
import type { Env } from './config/variables.js';
import { keepWebhookSecret } from './config/webhook-secret.js';
import { curlLine } from './demo/curl-line.js';
import type { PastMoment } from './demo/past.js';
import type { PlatformUser } from './domain/staff.js';
import { ALL_SOURCES } from './sources/all-sources.js';
import { createLog } from './telemetry/log.js';
import type { Log } from './use-cases/log.js';
import { whyNotStarted } from './wiring/why-not-started.js';
import { type Earshot, startEarshot } from './wiring/start-earshot.js';

/** What the demo does differently is said here; `earshot start` says nothing but `started`. */
export interface RunOptions {
  readonly environment?: (env: Env) => Env;
  /** Whether earshot.yaml is read; true where absent. */
  readonly readsFile?: boolean;
  readonly adjust?: (settings: Settings) => Settings;
  readonly actors?: readonly PlatformUser[];
  /** Whether the embedded database begins empty. */
  readonly fresh?: boolean;
  /** Makes one more customer speak at the public address. */
  readonly sendSample?: (publicAddress: string, settings: Settings) => Promise<void>;
  /** What happened until now, lived through before anything listens; days are those of `timeZone`. */
  readonly past?: (now: Date, timeZone: string, settings: Settings) => readonly PastMoment[];
  /** Called when everything listens; what it answers is called before everything stops. */
  readonly started?: (earshot: Earshot, settings: Settings) => () => Promise<void>;
}

/** Everything configured, or every fault of it on standard error and exit code 2. */
export function settingsOrExit({
  environment = (env: Env) => env,
  readsFile = true,
}: Pick<RunOptions, 'environment' | 'readsFile'>): Settings {
  const read = readSettings({
    env: environment(processEnvironment()),
    readFile: readsFile ? (path) => readFileSync(path, 'utf8') : noFile,
    sourceTypes: ALL_SOURCES,
    keepWebhookSecret: (dataDirectory) => keepWebhookSecret({ dataDirectory, randomBytes }),
  });
  if (!('faults' in read)) return read;
  console.error(faultsInWords(read.faults));
  process.exit(2);
}

function noFile(): never {
  throw Object.assign(new Error('no file is read'), { code: 'ENOENT' });
}

/** Runs until SIGTERM or SIGINT, then finishes what was begun. */
export async function run(options: RunOptions): Promise<void> {
  const { adjust = (given: Settings) => given, started } = options;
  const settings = adjust(settingsOrExit(options));
  const log = createLog(settings.logLevel);
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'a promise failed without anybody waiting for it');
  });
  log.info({ sources: settings.sources.map(({ name }) => name) }, secretOrigin(settings));
  const earshot = await startOrExit(settings, log, options);
  let stopping = false;
  const before = started?.(earshot, settings);
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const done = async (): Promise<void> => {
      await before?.();
      await earshot.stop();
    };
    done().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in good order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function startOrExit(settings: Settings, log: Log, options: RunOptions): Promise<Earshot> {
  const { actors, fresh, sendSample, past } = options;
  const lineFor = howToSend(settings);
  try {
    return await startEarshot({
      settings,
      log,
      ...(actors && { actors }),
      ...(fresh && { fresh }),
      ...(lineFor && { howToSend: lineFor }),
      ...(sendSample && { sendSample: (address) => sendSample(address, settings) }),
      ...(past && { past: (now, timeZone) => past(now, timeZone, settings) }),
      announce: (address) => console.log(`\nA new address that opens the desk, once: ${address}`),
    });
  } catch (error) {
    console.error(`Earshot did not start: ${whyNotStarted(error, settings)}`);
    process.exit(1);
  }
}

/** Makes the line that a newcomer pastes; only where the secret is one that Earshot made, so that the signer can read it. */
export function howToSend({ ownSecret, sources }: Settings): ((publicAddress: string) => string) | undefined {
  const [source] = sources;
  if (!ownSecret || !source) return undefined;
  const script = fileURLToPath(new URL('demo/sign.js', import.meta.url));
  return (publicAddress) =>
    curlLine({
      address: `${publicAddress}/hooks/${source.name}`,
      secretFile: relative(process.cwd(), ownSecret.file) || ownSecret.file,
      script: relative(process.cwd(), script),
    });
}
