/**
 * CSAT: the share of satisfied answers, those in the upper two of five boxes, among all answers, never the mean.
 * https://kicue.com/en/blog/how-to-calculate-csat; of a rating that is good or bad the share of the good,
 * https://support.zendesk.com/hc/en-us/articles/203662256. Answers of metric `csat` and `thumbs`; stars and effort are other questions.
 */
import type { Metric } from '../score.js';
import { type Count, type Share, shareOf } from './share.js';

export const CSAT_METRICS = ['csat', 'thumbs'] as const satisfies readonly Metric[];

/** The least place on the scale, 0 worst to 1 best, of a satisfied answer: 4 of 1..5 stands at 0.75; below by half a step, against rounding. */
export const SATISFIED_FROM = 0.7;

export function csat(satisfied: Count): Share | undefined {
  return shareOf(satisfied);
}
