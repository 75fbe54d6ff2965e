import { describe, expect, it } from 'vitest';
import { deadlines } from '../../src/domain/deadlines.js';
import { POLICY } from './policy-fixture.js';

const OPENED = new Date('2026-11-20T09:00:00Z');
const times = (severity: 'high' | 'low', tier?: string) => {
  const { respondBy, resolveBy } = deadlines(severity, tier, OPENED, POLICY);
  return [respondBy.toISOString(), resolveBy.toISOString()];
};

describe('the deadlines of an alert', () => {
  it('are those of its severity, from when it was opened', () => {
    expect(times('high')).toEqual(['2026-11-20T10:00:00.000Z', '2026-11-21T09:00:00.000Z']);
  });

  it('are those of the tier where it has its own for the severity, in any spelling', () => {
    expect(times('high', 'GOLD')).toEqual(['2026-11-20T09:30:00.000Z', '2026-11-20T21:00:00.000Z']);
    expect(times('low', 'gold')).toEqual(times('low'));
  });

  it('of a tier named after what every object has are the usual ones', () => {
    for (const tier of ['constructor', '__proto__', 'toString', 'unheard of']) {
      expect(times('high', tier)).toEqual(times('high'));
    }
  });
});
