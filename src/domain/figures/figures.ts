/**
 * What a period is known by. Each thing counts in the period in which it happened to us: a voice when it was heard, an alert when it was
 * opened, a claim when it was made, a deadline when it fell due, a promise when it was settled. So the figures of consecutive days add up, and a late import does not
 * change what somebody has read already.
 */
import { type Outcome, OUTCOMES } from '../alert.js';
import { csat } from './csat.js';
import { type Nps, nps, type NpsCount } from './nps.js';
import { type PromiseCount, promisesKept, type PromisesKept } from './promises.js';
import { type Count, type Share, shareOf } from './share.js';
import { type Spread, spread } from './spread.js';

/** As counted by the database. */
export interface Counts {
  /** Voices received. */
  readonly heard: number;
  readonly satisfied: Count;
  readonly nps: NpsCount;
  /** Alerts opened. */
  readonly alerts: number;
  /** From opening to the first owner, of alerts whose first owner came within the period. */
  readonly claimed: Measured;
  /** From opening to resolving, of alerts resolved within the period that still are. */
  readonly resolved: Measured;
  /** Alerts whose respond-by fell within the period, unless they were closed unowned before it; `n` of them had an owner by then. */
  readonly answeredInTime: Count;
  /** Alerts whose resolve-by fell within the period, unless they were dismissed before it; `n` of them were resolved by then. */
  readonly resolvedInTime: Count;
  /** Of alerts resolved within the period that still are. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly dismissed: number;
  /** Call-backs promised to customers, settled within the period. */
  readonly promises: PromiseCount;
}

export interface Measured {
  readonly n: number;
  readonly medianMs: number | undefined;
  readonly ninthDecileMs: number | undefined;
}

/** What may be shown of the counts: a figure of too few is left out, how many there were is not. */
export interface Figures {
  readonly counts: Counts;
  readonly csat?: Share;
  readonly nps?: Nps;
  readonly toClaim?: Spread;
  readonly toResolve?: Spread;
  readonly answeredInTime?: Share;
  readonly resolvedInTime?: Share;
  readonly recovered?: Share;
  readonly promisesKept?: PromisesKept;
}

export function figures(counts: Counts): Figures {
  return present({
    counts,
    csat: csat(counts.satisfied),
    nps: nps(counts.nps),
    toClaim: spread(counts.claimed),
    toResolve: spread(counts.resolved),
    answeredInTime: shareOf(counts.answeredInTime),
    resolvedInTime: shareOf(counts.resolvedInTime),
    recovered: shareOf(recoveredOf(counts)),
    promisesKept: promisesKept(counts.promises),
  });
}

/** Resolved alerts in which the customer was made whole, among those in which there was something to make whole. */
export function recoveredOf({ outcomes }: Counts): Count {
  const nothingToMend = outcomes.not_an_issue + outcomes.duplicate;
  const all = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0);
  return { n: outcomes.recovered, of: all - nothingToMend };
}

type Present<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

function present(
  given: { [Name in keyof Figures]: Figures[Name] | undefined } & Pick<Figures, 'counts'>,
): Figures {
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Partial<Present<Figures>> & Pick<Figures, 'counts'>;
}
