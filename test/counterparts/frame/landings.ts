import type { Changes } from './changes.js';

/** What a counterpart does some time after it was asked. */
export interface Landings {
  readonly later: (ms: number, land: () => void) => void;
  /** Lets everything land that was to land later. */
  readonly landNow: () => void;
  /** Forgets what was to land later. */
  readonly stop: () => void;
}

export function createLandings({ happened }: Pick<Changes, 'happened'>): Landings {
  const landing = new Map<NodeJS.Timeout, () => void>();
  const forgetTimers = (): void => {
    for (const timer of landing.keys()) clearTimeout(timer);
    landing.clear();
  };
  return {
    later: (ms, land) => {
      const timer = setTimeout(() => {
        landing.delete(timer);
        land();
        happened();
      }, ms);
      landing.set(timer, land);
    },
    landNow: () => {
      const waiting = [...landing.values()];
      forgetTimers();
      for (const land of waiting) land();
      happened();
    },
    stop: forgetTimers,
  };
}
