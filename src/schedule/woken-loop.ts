/** Work that runs when it is woken, and now and then by itself in case a wake-up was lost with the process that owed it. */
import type { Log } from '../use-cases/log.js';

export interface WokenLoop {
  /** There is work. */
  wake(): void;
  /** Finishes the round under way and stops. */
  stop(): Promise<void>;
}

export interface WokenLoopOptions {
  readonly name: string;
  /** One round. Answers how many milliseconds to sleep at the most; 0 to go on at once. */
  readonly round: () => Promise<number>;
  /** The least time between two rounds, so that what comes quickly is done together; a wake-up out of the blue is not held up. */
  readonly gatherMs?: number;
  readonly log: Log;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

export function startLoop({ name, round, gatherMs = 0, log }: WokenLoopOptions): WokenLoop {
  let running = true;
  let woken = false;
  let rouse: (() => void) | undefined;

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      rouse = done;
      function done(): void {
        clearTimeout(timer);
        rouse = undefined;
        resolve();
      }
    });

  const loop = (async () => {
    let failures = 0;
    let endedMs = Number.NEGATIVE_INFINITY;
    while (running) {
      const gather = endedMs + gatherMs - performance.now();
      if (gather > 0) await pause(gather);
      woken = false;
      try {
        const pauseMs = await round();
        endedMs = performance.now();
        if (failures > 0) log.info({ loop: name, failures }, 'works again');
        failures = 0;
        if (isOn(running) && !isOn(woken) && pauseMs > 0) await sleep(pauseMs);
      } catch (error) {
        failures += 1;
        log.warn(
          { loop: name, failures, why: error instanceof Error ? error.message : String(error) },
          'failed and will try again',
        );
        if (isOn(running))
          await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 6)));
      }
    }
  })();

  return {
    wake() {
      woken = true;
      rouse?.();
    },
    async stop() {
      running = false;
      rouse?.();
      await loop;
    },
  };
}

/** Not ended by a wake-up. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Read through a call: the flag changes while the loop awaits, which narrowing does not see. */
function isOn(flag: boolean): boolean {
  return flag;
}
