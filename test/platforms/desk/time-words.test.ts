import { describe, expect, it } from 'vitest';
import { fullTime, timeInWords } from '../../../src/platforms/desk/browser/time-words.js';
import { minutesFromNow, NOW } from './some-alert.js';

const told = (minutes: number, as: 'clock' | 'relative' | 'day', timeZone = 'Europe/Berlin') =>
  timeInWords({ at: minutesFromNow(minutes), as, now: NOW, timeZone });

describe('times in words', () => {
  it.each([
    [0, 'just now'],
    [-0.5, 'just now'],
    [0.9, 'in 1 min'],
    [-4, '4 min ago'],
    [40, 'in 40 min'],
    [-59, '59 min ago'],
    [-59.6, '1 h ago'],
    [-60, '1 h ago'],
    [-89, '1 h ago'],
    [180, 'in 3 h'],
    [-1439, '24 h ago'],
    [-1440, '24 h ago'],
    [-2879, '48 h ago'],
    [3000, 'in 2 days'],
    [-4320, '3 days ago'],
    [-20_159, '14 days ago'],
    [-20_160, '6 Nov, 10:40'],
  ])('%s minutes from now is “%s”', (minutes, words) => {
    expect(told(minutes, 'relative')).toBe(words);
  });

  it('a clock time has its date when it is another day in the reader’s zone', () => {
    expect(told(0, 'clock')).toBe('10:40');
    expect(told(-700, 'clock')).toBe('19 Nov, 23:00');
    expect(told(-700, 'clock', 'America/New_York')).toBe('19 Nov, 17:00');
    expect(told(800, 'clock')).toBe('21 Nov, 00:00');
    expect(told(800, 'clock', 'America/New_York')).toBe('18:00');
  });

  it('another year is told', () => {
    expect(told(-525_600, 'clock')).toBe('20 Nov 2025');
    expect(told(-525_600, 'day')).toBe('20 November 2025');
    expect(told(0, 'day')).toBe('20 November');
  });

  it('the whole of it is for those who look closely', () => {
    expect(fullTime(NOW, 'Europe/Berlin')).toBe('Friday 20 November 2026, 10:40');
  });
});
