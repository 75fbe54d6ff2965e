/** `earshot demo`: the product itself with the demo's company, two months old, whose customers speak through the real signed webhook. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import type { Env } from '../config/variables.js';
import { DAY_SO_FAR, STILL_TO_COME } from '../demo/a-day-of-voices.js';
import { DEMO_STAFF, demoPolicy } from '../demo/demo-config.js';
import { createFreshVoices } from '../demo/fresh-voices.js';
import { createMonth } from '../demo/month/create-month.js';
import type { PastMoment } from '../demo/past.js';
import { pause } from '../demo/pause.js';
import { sendSample } from '../demo/send-sample.js';
import type { Receiver, Sent } from '../demo/send-voice.js';
import { sendDay, trickle } from '../demo/send-voices.js';
import { sentSummary } from '../demo/sent-summary.js';
import type { Voice } from '../demo/voice.js';

/** Between two voices of the day so far, so that cards are seen to arrive. */
const PAUSE_MS = 60;

interface DemoDeps {
  /** Makes the line that a newcomer pastes. */
  readonly howToSend: (settings: Settings) => ((publicAddress: string) => string) | undefined;
  /** Calls back whenever Enter is pressed. */
  readonly onEnter: (wish: () => void) => void;
}

interface Running {
  readonly publicAddress: string;
  readonly openingAddress: () => string;
}

/** What the product is told to do differently. */
export function demoCommand({ howToSend, onEnter }: DemoDeps) {
  const freshVoices = createFreshVoices({ random, newId: randomUUID });
  return {
    environment: (env: Env): Env => {
      const { HOST, PORT, DESK_PORT, LOG_LEVEL = 'warn', EARSHOT_DATA = './data' } = env;
      return { HOST, PORT, DESK_PORT, LOG_LEVEL, EARSHOT_DATA: join(EARSHOT_DATA, 'demo') };
    },
    readsFile: false,
    adjust: (settings: Settings): Settings => ({ ...settings, policy: demoPolicy(settings.policy) }),
    actors: DEMO_STAFF,
    fresh: true,
    past: (now: Date, timeZone: string, { sources: [source] }: Settings): readonly PastMoment[] => {
      const [secret] = source?.secrets ?? [];
      return source && secret !== undefined ? createMonth({ now, timeZone, name: source.name, secret }) : [];
    },
    sendSample: async (publicAddress: string, settings: Settings): Promise<void> => {
      const receiver = receiverAt(publicAddress, settings);
      if (receiver) await sendSample(receiver, freshVoices.complaint());
    },
    started: (earshot: Running, settings: Settings): (() => Promise<void>) => {
      const open = (): void => console.log(`  Open the desk:        ${earshot.openingAddress()}`);
      console.log(
        '\nEarshot is running with two months of invented customers, and a day more is on its way.\n',
      );
      open();
      console.log(`  Speak yourself:       ${howToSend(settings)?.(earshot.publicAddress) ?? ''}`);
      console.log(
        '\n  The address works once; press Enter for another. Ctrl+C ends the demo; the next one starts afresh.\n',
      );
      onEnter(open);
      return speak(receiverAt(earshot.publicAddress, settings), freshVoices.next);
    },
  };
}

function random(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32;
}

function receiverAt(
  publicAddress: string,
  { sources: [source] }: Settings,
): Omit<Receiver, 'signal'> | undefined {
  return (
    source && {
      address: `${publicAddress}/hooks/${source.name}`,
      secret: source.secrets[0] ?? '',
      clock: () => new Date(),
      pause,
    }
  );
}

/** Sends the day, then one voice now and then; answers how to stop. */
function speak(to: Omit<Receiver, 'signal'> | undefined, fresh: () => Voice): () => Promise<void> {
  const stopping = new AbortController();
  if (!to) return () => Promise.resolve();
  const sent: Sent[] = [];
  const onSent = (each: Sent): void => void sent.push(each);
  const receiver = { ...to, signal: stopping.signal, onSent };
  const speaking = (async () => {
    await sendDay({ ...receiver, voices: DAY_SO_FAR, pauseMs: PAUSE_MS });
    if (!stopping.signal.aborted)
      console.log(
        `  ${sentSummary(sent)} Duplicates and the refused one are meant: see Heard on the desk.\n`,
      );
    await trickle({ ...receiver, voices: STILL_TO_COME, fresh, random });
  })();
  return async () => {
    stopping.abort();
    await speaking;
  };
}
