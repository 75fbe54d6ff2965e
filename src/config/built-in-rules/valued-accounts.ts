import type { Policy, Rule } from '../../domain/policy.js';
import { atMostInWords, METRIC_NAMES, METRICS, USUAL_SCALES } from '../../domain/score.js';

/** Tiers whose customers are heard first and answered sooner. */
export const VALUED_TIERS = ['gold', 'platinum', 'enterprise'] as const;

/** A low score of a valued account, one rule per metric, because "low" is another number on each. */
export function valuedAccountRules(thresholds: Policy['thresholds']): readonly Rule[] {
  const watched = METRICS.filter((metric) => thresholds[metric] >= USUAL_SCALES[metric].min);
  return watched.map((metric) => {
    const scoreAtMost = thresholds[metric];
    const low = atMostInWords(metric, scoreAtMost);
    return {
      name: `valued account: low ${METRIC_NAMES[metric]}`,
      when: { metric, scoreAtMost, tier: VALUED_TIERS },
      severity: 'high',
      reason: metric === 'thumbs' ? `${low} by a {tier} account` : `${low} for a {tier} account`,
    };
  });
}
