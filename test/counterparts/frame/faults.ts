/** What goes wrong with a call on the way, whatever it asks. `stored` says whether it is done although the client does not hear of it. */
export type WireFault =
  /** 429; without `retryAfterSec` the header is left out. */
  | { readonly kind: 'rate_limited'; readonly retryAfterSec?: number }
  /** The connection is reset instead of an answer: before (`stored: false`) or after it was done. */
  | { readonly kind: 'reset'; readonly stored: boolean }
  /** No answer ever. */
  | { readonly kind: 'hang'; readonly stored: boolean }
  /** The right answer, `ms` late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The client sees a reset or nothing, and `ms` later it is done after all. */
  | { readonly kind: 'late'; readonly ms: number; readonly client: 'hang' | 'reset' };

/** How many of the calls that it fits a fault befalls. */
export interface Befalling {
  /** 1 where absent. */
  readonly times?: number | 'always';
  /** How many fitting calls go well before. */
  readonly skip?: number;
  /** The share of fitting calls that it befalls, from 0 to 1; all where absent. */
  readonly share?: number;
}

export interface FaultState<Fault> {
  readonly fault: Fault;
  readonly befell: number;
  readonly left: number | 'always';
}

export interface Faults<Fault, Call> {
  readonly add: (fault: Fault) => void;
  /** The fault that befalls this call, which counts it. */
  readonly take: (call: Call) => Fault | undefined;
  readonly states: () => readonly FaultState<Fault>[];
  readonly clear: () => void;
}

interface Entry<Fault> {
  readonly fault: Fault;
  skip: number;
  befell: number;
}

export function createFaults<Fault extends Befalling, Call>(options: {
  readonly fits: (fault: Fault, call: Call) => boolean;
  readonly fraction: () => number;
}): Faults<Fault, Call> {
  let entries: Entry<Fault>[] = [];
  const left = ({ fault, befell }: Entry<Fault>): number | 'always' =>
    fault.times === 'always' ? 'always' : (fault.times ?? 1) - befell;
  const befalls = (entry: Entry<Fault>, call: Call): boolean => {
    const { fault } = entry;
    if (!options.fits(fault, call) || left(entry) === 0) return false;
    if (entry.skip > 0) {
      entry.skip -= 1;
      return false;
    }
    return fault.share === undefined || options.fraction() < fault.share;
  };
  return {
    add: (fault) => void entries.push({ fault, skip: fault.skip ?? 0, befell: 0 }),
    take: (call) => {
      const entry = entries.find((each) => befalls(each, call));
      if (entry) entry.befell += 1;
      return entry?.fault;
    },
    states: () => entries.map((entry) => ({ fault: entry.fault, befell: entry.befell, left: left(entry) })),
    clear: () => {
      entries = [];
    },
  };
}
