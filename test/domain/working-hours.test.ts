import { describe, expect, it } from 'vitest';
import { nextWorkingHours, USUAL_HOURS, type WorkingHours } from '../../src/domain/working-hours.js';

const BERLIN = 'Europe/Berlin';
const night = (more: Partial<WorkingHours>): WorkingHours => ({ ...USUAL_HOURS, ...more });

interface Row {
  readonly what: string;
  readonly hours?: WorkingHours;
  readonly timeZone: string;
  readonly now: string;
  readonly next: string;
}

/** 20 November 2026 is a Friday. */
const ROWS: readonly Row[] = [
  { what: 'before work', timeZone: 'UTC', now: '2026-11-20T08:59Z', next: '2026-11-20T09:00Z' },
  { what: 'at its very beginning', timeZone: 'UTC', now: '2026-11-19T09:00Z', next: '2026-11-20T09:00Z' },
  { what: 'during work', timeZone: 'UTC', now: '2026-11-19T11:00Z', next: '2026-11-20T09:00Z' },
  { what: 'after work', timeZone: 'UTC', now: '2026-11-19T21:00Z', next: '2026-11-20T09:00Z' },
  { what: 'on Friday evening', timeZone: 'UTC', now: '2026-11-20T18:00Z', next: '2026-11-23T09:00Z' },
  { what: 'on Saturday', timeZone: 'UTC', now: '2026-11-21T03:00Z', next: '2026-11-23T09:00Z' },
  { what: 'on Sunday night', timeZone: 'UTC', now: '2026-11-22T23:59Z', next: '2026-11-23T09:00Z' },
  {
    what: 'where it is a day later already',
    timeZone: 'Pacific/Auckland',
    now: '2026-11-19T22:00Z',
    next: '2026-11-22T20:00Z',
  },
  {
    what: 'over the weekend on which clocks are put forward',
    timeZone: BERLIN,
    now: '2026-03-27T17:00Z',
    next: '2026-03-30T07:00Z',
  },
  {
    what: 'over the weekend on which clocks are put back',
    timeZone: BERLIN,
    now: '2026-10-23T17:00Z',
    next: '2026-10-26T08:00Z',
  },
  {
    what: 'where work begins at a time that spring leaves out',
    hours: night({ weekdays: [6], from: 150 }),
    timeZone: BERLIN,
    now: '2026-03-28T12:00Z',
    next: '2026-03-29T01:00Z',
  },
  {
    what: 'where work begins at a time that autumn shows twice',
    hours: night({ weekdays: [6], from: 150 }),
    timeZone: BERLIN,
    now: '2026-10-24T12:00Z',
    next: '2026-10-25T00:30Z',
  },
  {
    what: 'where work begins at a time that autumn shows twice, between the two: a week later',
    hours: night({ weekdays: [6], from: 150 }),
    timeZone: BERLIN,
    now: '2026-10-25T01:00Z',
    next: '2026-11-01T01:30Z',
  },
  {
    what: 'at midnight where the day begins an hour late',
    hours: night({ weekdays: [6], from: 0 }),
    timeZone: 'America/Santiago',
    now: '2026-09-05T12:00Z',
    next: '2026-09-06T04:00Z',
  },
  {
    what: 'on one day a week only',
    hours: night({ weekdays: [2], from: 14 * 60 }),
    timeZone: 'Asia/Kolkata',
    now: '2026-11-18T09:00Z',
    next: '2026-11-25T08:30Z',
  },
  {
    what: 'where the only working day of a week was left out altogether',
    hours: night({ weekdays: [4] }),
    timeZone: 'Pacific/Apia',
    now: '2011-12-29T12:00Z',
    next: '2012-01-05T19:00Z',
  },
];

describe('the next working hours', () => {
  it.each(ROWS)('$what', ({ hours = USUAL_HOURS, timeZone, now, next }) => {
    expect(nextWorkingHours(hours, { now: new Date(now), timeZone })).toEqual(new Date(next));
  });

  it('of a team without a day are a mistake', () => {
    expect(() =>
      nextWorkingHours({ ...USUAL_HOURS, weekdays: [] }, { now: new Date(), timeZone: 'UTC' }),
    ).toThrow('no day to work on');
  });
});
