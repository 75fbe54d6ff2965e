/**
 * Net Promoter Score: the per cent of promoters (9 and 10 of 0..10) less that of detractors (0 to 6); passives (7 and 8) count among all.
 * https://help.retently.com/en/articles/431320-what-is-nps-and-how-does-it-work
 */
import { isEnough } from './least-answers.js';
import { SURE_Z } from './share.js';

/** Places on the scale, 0 worst to 1 best, half a step from 9 and from 6, against rounding. */
export const PROMOTER_FROM = 0.85;
export const DETRACTOR_TO = 0.65;

export interface NpsCount {
  readonly promoters: number;
  readonly detractors: number;
  readonly of: number;
}

export interface Nps {
  /** -100 to 100. */
  readonly value: number;
  readonly n: number;
  /** The true score lies within so many points, in 19 of 20 cases. */
  readonly margin: number;
}

/** Undefined where there are too few to say. Its variance is that of answers worth 1, 0 and -1. */
export function nps({ promoters, detractors, of }: NpsCount): Nps | undefined {
  if (!isEnough(of)) return undefined;
  const net = (promoters - detractors) / of;
  const variance = (promoters + detractors) / of - net * net;
  return { value: 100 * net, n: of, margin: 100 * SURE_Z * Math.sqrt(Math.max(0, variance) / of) };
}

/** Whether two scores differ by more than chance would make them in 19 of 20 cases. */
export function npsDiffers(a: Nps | undefined, b: Nps | undefined): boolean {
  if (!a || !b) return false;
  const margin = Math.hypot(a.margin, b.margin);
  return margin > 0 && Math.abs(a.value - b.value) > margin;
}
