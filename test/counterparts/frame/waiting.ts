import type { Changes } from './changes.js';

const USUAL_TIMEOUT_MS = 5000;

export interface Wait {
  /** 5 s where absent. */
  readonly timeoutMs?: number;
}

/** Waits for what a test names, and says what was wanted where it does not come. */
export interface Waiting {
  readonly until: <Found>(wait: Wait, what: string, look: () => Found | undefined) => Promise<Found>;
  readonly atLeast: (wait: Wait, count: number, what: string, look: () => number) => Promise<number>;
}

export function createWaiting(changes: Changes): Waiting {
  const until: Waiting['until'] = (wait, what, look) =>
    changes.until({ what, look, timeoutMs: wait.timeoutMs ?? USUAL_TIMEOUT_MS });
  return {
    until,
    atLeast: (wait, count, what, look) =>
      until(wait, `${count} ${what}`, () => (look() >= count ? look() : undefined)),
  };
}

/** Compares with what would be sent, in which quotation marks and line ends are escaped. */
export function holds(thing: object, words: string | undefined): boolean {
  return words === undefined || JSON.stringify(thing).includes(JSON.stringify(words).slice(1, -1));
}

export function described(wanted: object): string {
  return Object.entries(wanted)
    .filter(([name]) => name !== 'timeoutMs')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
