/**
 * Whether calls to a platform are worth making. The platform asks its own question and says what the answer means; here is when it is
 * asked: at the start, while the platform is away, and once a minute while the installation is refused, so that a mended one goes on by
 * itself.
 */
import { type Backoff, backoffMs } from './backoff.js';

export type HealthState =
  | { readonly state: 'starting' }
  | { readonly state: 'ok' }
  /** The platform, or its sign-in, cannot be reached. */
  | { readonly state: 'away'; readonly reason: string }
  /** Somebody has to mend the installation. */
  | { readonly state: 'parked'; readonly reason: string };

export interface HealthTimes {
  readonly away: Backoff;
  readonly parkedMs: number;
}

export const HEALTH_TIMES: HealthTimes = { away: { firstMs: 500, mostMs: 15_000 }, parkedMs: 60_000 };

export interface HealthWatch {
  readonly state: () => HealthState;
  readonly start: () => void;
  readonly stop: () => void;
  /** Asks now, or waits for the answer that is under way. */
  readonly check: () => Promise<void>;
  /** Asks at once, where it has been started. */
  readonly askNow: () => void;
  readonly enter: (next: HealthState) => void;
  /** Away once more in a row: left alone for longer. Says nothing of an installation that was refused before. */
  readonly unreached: (reason: string) => void;
  /** The row of failures has ended. */
  readonly worked: () => void;
}

interface HealthWatchDeps {
  /** Asks the platform, and enters what it learns. */
  readonly ask: () => Promise<void>;
  /** Is told when the state has become another. */
  readonly changed: {
    /** `again`: it had been away or parked before. */
    readonly ok: (again: boolean) => void;
    readonly away: (reason: string) => void;
    readonly parked: (reason: string) => void;
  };
  readonly times: HealthTimes;
  readonly random: () => number;
}

export function createHealthWatch({ ask, changed, times, random }: HealthWatchDeps): HealthWatch {
  let state: HealthState = { state: 'starting' };
  let running = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> | undefined;

  const enter = (next: HealthState): void => {
    const before = state.state;
    state = next;
    if (before !== next.state) {
      if (next.state === 'ok') changed.ok(before !== 'starting');
      else if (next.state !== 'starting') changed[next.state](next.reason);
    }
    if (!asking) askAgain();
  };

  const askAgain = (): void => {
    clearTimeout(timer);
    if (!running || state.state === 'ok') return;
    const parked = state.state === 'parked';
    const after = parked ? times.parkedMs : backoffMs(times.away, Math.max(1, failures), random);
    timer = setTimeout(() => void check(), after);
  };

  const check = (): Promise<void> => {
    asking ??= ask().finally(() => {
      asking = undefined;
      askAgain();
    });
    return asking;
  };

  const askNow = (): void => {
    if (running) void check();
  };

  return {
    state: () => state,
    check,
    askNow,
    enter,
    start: () => {
      running = true;
      askNow();
    },
    stop: () => {
      running = false;
      clearTimeout(timer);
    },
    unreached: (reason) => {
      if (state.state === 'parked') return;
      failures += 1;
      enter({ state: 'away', reason });
    },
    worked: () => {
      failures = 0;
    },
  };
}
