import { describe, expect, it } from 'vitest';
import {
  ALERT_STATES,
  alertName,
  alertNumber,
  DISMISSAL_NAMES,
  DISMISSALS,
  OUTCOME_NAMES,
  OUTCOMES,
} from '../../src/domain/alert.js';

describe('the name of an alert', () => {
  it.each(['CX-123', 'cx-123', 'CX123', 'cx 123', '#123', '123', '  CX-123 '])('is read from %j', (text) => {
    expect(alertNumber(text)).toBe(123);
  });

  it.each(['', 'CX-', 'CX-12a', 'XC-123', '12 3', '-123', '1.5', 'CX-1234567890', 'CX--1', '１２３'])(
    'is not read from %j',
    (text) => {
      expect(alertNumber(text)).toBeUndefined();
    },
  );

  it('is written as it is read', () => {
    expect(alertName(123)).toBe('CX-123');
    expect(alertNumber(alertName(999_999_999))).toBe(999_999_999);
  });
});

describe('the words for endings', () => {
  it('are there for each, once', () => {
    expect(new Set(OUTCOMES.map((each) => OUTCOME_NAMES[each])).size).toBe(OUTCOMES.length);
    expect(new Set(DISMISSALS.map((each) => DISMISSAL_NAMES[each])).size).toBe(DISMISSALS.length);
    expect(ALERT_STATES).toEqual(['open', 'claimed', 'resolved', 'dismissed']);
  });
});
