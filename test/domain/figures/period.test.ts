import { describe, expect, it } from 'vitest';
import { periodsOf, readSpan, spanText, startsBefore, stepsOf } from '../../../src/domain/figures/period.js';

const iso = ({ since, until }: { readonly since: Date; readonly until: Date }) =>
  [since, until].map((at) => at.toISOString());

describe('the time that figures speak of', () => {
  it('today ends now, and is held against yesterday up to the same hour', () => {
    const { period, before } = periodsOf(
      { kind: 'today' },
      new Date('2026-11-20T09:00:00Z'),
      'Europe/Berlin',
    );
    expect(iso(period)).toEqual(['2026-11-19T23:00:00.000Z', '2026-11-20T09:00:00.000Z']);
    expect(iso(before)).toEqual(['2026-11-18T23:00:00.000Z', '2026-11-19T09:00:00.000Z']);
  });

  it('the last seven days have today among them, also over the night in which the clock is put back', () => {
    const now = new Date('2026-10-28T11:00:00Z');
    const { period, before } = periodsOf({ kind: 'days', days: 7 }, now, 'Europe/Berlin');
    expect(iso(period)).toEqual(['2026-10-21T22:00:00.000Z', '2026-10-28T11:00:00.000Z']);
    expect(iso(before)).toEqual(['2026-10-14T22:00:00.000Z', '2026-10-21T10:00:00.000Z']);
  });

  it('days that are over end at midnight, and the time before ends where they begin', () => {
    const span = { kind: 'between', first: '2026-11-01', last: '2026-11-15' } as const;
    const { period, before } = periodsOf(span, new Date('2026-11-20T09:00:00Z'), 'UTC');
    expect(iso(period)).toEqual(['2026-11-01T00:00:00.000Z', '2026-11-16T00:00:00.000Z']);
    expect(iso(before)).toEqual(['2026-10-17T00:00:00.000Z', '2026-11-01T00:00:00.000Z']);
  });

  it.each(['today', '7d', '366d', '2026-11-01..2026-11-15'])('%s is written as it was read', (text) => {
    const span = readSpan(text);
    expect(span && spanText(span)).toBe(text);
  });

  it.each(['', '0d', '367d', '2026-02-30..2026-03-01', '7', 'last week'])('“%s” is none', (text) => {
    expect(readSpan(text)).toBeUndefined();
  });
});

describe('the steps of a chart', () => {
  const since = new Date('2026-10-24T22:00:00Z');
  const until = (text: string) => ({ since, until: new Date(text) });
  const texts = (dates: readonly Date[]) => dates.map((date) => date.toISOString());

  it('are hours of a day as far as it is, and two together where it is long', () => {
    const morning = stepsOf(until('2026-10-25T08:30:00Z'), 'Europe/Berlin');
    expect([morning.by, morning.starts.length]).toEqual(['hour', 11]);
    const whole = stepsOf(until('2026-10-25T23:00:00Z'), 'Europe/Berlin');
    expect([whole.by, whole.starts.length]).toEqual(['two_hours', 13]);
  });

  it('are days, each from its midnight', () => {
    const { by, starts } = stepsOf(until('2026-10-27T12:00:00Z'), 'Europe/Berlin');
    expect(by).toBe('day');
    expect(texts(starts)).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
  });

  it('are whole weeks of anything longer, back from the last day, so that no short one looks like a good one', () => {
    const { by, starts } = stepsOf(until('2026-11-23T23:00:00Z'), 'Europe/Berlin');
    expect(by).toBe('week');
    expect(texts(starts)).toEqual([
      '2026-10-26T23:00:00.000Z',
      '2026-11-02T23:00:00.000Z',
      '2026-11-09T23:00:00.000Z',
      '2026-11-16T23:00:00.000Z',
    ]);
  });

  it.each([1, 2, 19, 20, 21, 31, 60, 90, 146, 147, 200, 366])('are twenty at most in %i days', (days) => {
    const { period } = periodsOf({ kind: 'days', days }, new Date('2026-11-20T23:30:00Z'), 'UTC');
    const { starts } = stepsOf(period, 'UTC');
    expect(starts.length).toBeLessThanOrEqual(20);
    expect(starts.length).toBeGreaterThan(1);
    expect(starts.every((start) => start >= period.since && start < period.until)).toBe(true);
  });

  it('are held against the same times of day before', () => {
    const periods = periodsOf({ kind: 'days', days: 3 }, new Date('2026-10-27T12:00:00Z'), 'Europe/Berlin');
    const steps = stepsOf(periods.period, 'Europe/Berlin');
    expect(texts(startsBefore(steps, periods, 'Europe/Berlin'))).toEqual([
      '2026-10-21T22:00:00.000Z',
      '2026-10-22T22:00:00.000Z',
      '2026-10-23T22:00:00.000Z',
    ]);
  });
});
