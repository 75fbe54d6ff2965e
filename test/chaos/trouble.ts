/** What goes wrong with calls while the product is killed, as far as it is the same on every platform. */
import type { Befalling, WireFault } from '../counterparts/frame/faults.js';
import type { Stage } from './kill-stage.js';
import type { Chance } from './seeded.js';

/** After the first look, which comes within a second, and before the second. */
const LANDS_LATE_MS = 1_200;

/** Some of the next calls of a kind: it says which. */
type Some = Befalling & object;

export function late<Which extends Some>(which: Which) {
  return { ...which, kind: 'late', client: 'reset', ms: LANDS_LATE_MS } as const;
}

export function wireTroubles<Which extends Some>(
  which: Which,
): readonly (Which &
  (WireFault | { readonly kind: 'http_status'; readonly status: number; readonly stored?: boolean }))[] {
  return [
    { ...which, kind: 'reset', stored: true },
    { ...which, kind: 'reset', stored: false },
    { ...which, kind: 'http_status', status: 500, stored: true },
    { ...which, kind: 'http_status', status: 503 },
    { ...which, kind: 'rate_limited', retryAfterSec: 1 },
  ];
}

interface InTrouble<Fault> {
  readonly fault: (fault: Fault) => void;
  readonly faults: () => readonly { readonly befell: number }[];
  readonly clearFaults: () => void;
}

/** Calls go wrong as `of` says until the trouble ends. */
export function troubleOn<Fault>(
  { fault, faults, clearFaults }: InTrouble<Fault>,
  of: (chance: Chance) => readonly Fault[],
): Pick<Stage, 'makeTrouble' | 'endTrouble'> {
  return {
    makeTrouble: (chance) => {
      for (const each of of(chance)) fault(each);
    },
    endTrouble: () => {
      const befell = faults().reduce((sum, each) => sum + each.befell, 0);
      clearFaults();
      return befell;
    },
  };
}
