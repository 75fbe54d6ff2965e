import { describe, expect, it } from 'vitest';
import {
  atMostInWords,
  isOnUsualScale,
  METRICS,
  normalise,
  onUsualScale,
  scoreInWords,
  USUAL_SCALES,
} from '../../src/domain/score.js';

describe('a score', () => {
  it('on its usual scale stays exactly what it is, at every step', () => {
    for (const metric of METRICS) {
      const scale = USUAL_SCALES[metric];
      for (let value = scale.min; value <= scale.max; value += 1) {
        expect(onUsualScale({ metric, value, scale })).toBe(value);
      }
    }
  });

  it('on another scale keeps its place', () => {
    const of100 = { min: 0, max: 100 };
    expect(normalise({ metric: 'csat', value: 20, scale: of100 })).toBe(0.2);
    expect(onUsualScale({ metric: 'csat', value: 20, scale: of100 })).toBeCloseTo(1.8);
    expect(onUsualScale({ metric: 'nps', value: 60, scale: of100 })).toBe(6);
    expect(onUsualScale({ metric: 'stars', value: 4, scale: { min: 0, max: 10 } })).toBeCloseTo(2.6);
    expect(isOnUsualScale({ metric: 'csat', value: 20, scale: of100 })).toBe(false);
    expect(isOnUsualScale({ metric: 'csat', value: 2, scale: { min: 1, max: 5 } })).toBe(true);
  });

  it('in words has its base', () => {
    expect(scoreInWords({ metric: 'csat', value: 2, scale: { min: 1, max: 5 } })).toBe('2 of 5');
    expect(scoreInWords({ metric: 'nps', value: 6.25, scale: { min: 0, max: 10 } })).toBe('6.3 of 10');
    expect(scoreInWords({ metric: 'thumbs', value: 0, scale: { min: 0, max: 1 } })).toBe('bad');
    expect(scoreInWords({ metric: 'thumbs', value: 1, scale: { min: 0, max: 1 } })).toBe('good');
  });

  it('at or below a limit is called', () => {
    expect(METRICS.map((metric) => atMostInWords(metric, 1))).toEqual([
      'CSAT of 1 or less',
      'NPS of 1 or less',
      'CES of 1 or less',
      '1 star',
      'rated bad',
    ]);
    expect(atMostInWords('stars', 2)).toBe('2 stars or fewer');
  });
});
