import { describe, expect, it } from 'vitest';
import {
  atWallClock,
  dayAt,
  daysAfter,
  daysBetween,
  isDay,
  isTimeZone,
  momentOf,
  shiftDays,
  startOfDay,
  wallClock,
  weekdayOf,
} from '../../src/domain/zoned-time.js';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
const HOUR = 60;

const at = (text: string, zone: string): string => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/u).map(Number);
  return atWallClock({ year, month, day, hour, minute }, zone).toISOString();
};

describe('what clocks show', () => {
  it('is read in the zone, whatever its offset', () => {
    expect(wallClock(new Date('2026-11-20T23:59:59Z'), 'Asia/Kathmandu')).toEqual({
      year: 2026,
      month: 11,
      day: 21,
      hour: 5,
      minute: 44,
    });
    expect(wallClock(new Date('2026-11-20T00:00:00Z'), 'UTC').hour).toBe(0);
  });

  it.each([
    ['2026-07-01 09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    ['2026-01-01 09:30', 'America/New_York', '2026-01-01T14:30:00.000Z'],
    ['2026-01-01 00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['2026-02-30 12:00', 'UTC', '2026-03-02T12:00:00.000Z'],
  ])('%s in %s is %s', (clock, zone, moment) => {
    expect(at(clock, zone)).toBe(moment);
  });
});

describe('when the clocks change', () => {
  it.each([
    // Put forward: 02:30 is not shown that night.
    ['2026-03-29 01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29 03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // Put back: 02:30 is shown twice.
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // Half an hour, on the southern half of the earth.
    ['2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ])('%s in %s is %s', (clock, zone, moment) => {
    expect(at(clock, zone)).toBe(moment);
  });

  it('every minute that is shown leads back to itself or to the earlier of two', () => {
    for (const [from, zone] of [
      ['2026-03-28T12:00:00Z', 'Europe/Berlin'],
      ['2026-10-24T12:00:00Z', 'Europe/Berlin'],
      ['2026-10-03T12:00:00Z', 'Australia/Lord_Howe'],
    ] as const) {
      const start = Date.parse(from);
      for (let minute = 0; minute < 1_440; minute += 7) {
        const moment = new Date(start + minute * 60_000);
        const back = atWallClock(wallClock(moment, zone), zone);
        expect(wallClock(back, zone)).toEqual(wallClock(moment, zone));
        expect(back.getTime()).toBeLessThanOrEqual(moment.getTime());
      }
    }
  });
});

describe('a day', () => {
  it.each([
    ['2026-11-19T23:30:00Z', 'Europe/Berlin', '2026-11-20'],
    ['2026-11-20T04:30:00Z', 'America/New_York', '2026-11-19'],
    ['2026-11-20T18:29:59Z', 'Asia/Kolkata', '2026-11-20'],
    ['2026-11-20T18:30:00Z', 'Asia/Kolkata', '2026-11-21'],
  ])('at %s in %s is %s', (at, zone, day) => {
    expect(dayAt(new Date(at), zone)).toBe(day);
  });

  it('is counted over months, years and leap days', () => {
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-10-01', '2026-11-20')).toBe(50);
    expect([weekdayOf('2026-11-16'), weekdayOf('2026-11-22')]).toEqual([0, 6]);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', 'yesterday', ''])('“%s” is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('a time on the wall', () => {
  it.each([
    // Europe/Berlin puts the clock forward on 29 March 2026 at 2:00 and back on 25 October at 3:00.
    ['2026-03-28', 2.5 * HOUR, 'Europe/Berlin', '2026-03-28T01:30:00.000Z'],
    ['2026-03-29', 2.5 * HOUR, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', 3 * HOUR, 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', 2.5 * HOUR, 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', 3 * HOUR, 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-11-01', 1.5 * HOUR, 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-03-08', 2 * HOUR, 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-09-27', 2.5 * HOUR, 'Pacific/Auckland', '2026-09-26T14:00:00.000Z'],
    // Cairo puts it forward at midnight: the day begins at one.
    ['2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  ])('%s, minute %d in %s is %s', (day, minutes, zone, moment) => {
    expect(momentOf(day, minutes, zone).toISOString()).toBe(moment);
  });

  it.each(ZONES)('begins every day of two years after the last one, on that day, in %s', (zone) => {
    let last = startOfDay('2025-12-31', zone);
    for (let count = 0; count < 730; count += 1) {
      const day = daysAfter('2026-01-01', count);
      const start = startOfDay(day, zone);
      const hours = (start.getTime() - last.getTime()) / 3_600_000;
      expect([23, 24, 25]).toContain(hours);
      expect(dayAt(start, zone)).toBe(day);
      expect(dayAt(new Date(start.getTime() - 1), zone)).toBe(daysAfter(day, -1));
      last = start;
    }
  });

  it('is the same after a shift of days over a change of the clock', () => {
    const at = new Date('2026-10-26T09:15:30.250Z');
    expect(shiftDays(at, -7, 'Europe/Berlin').toISOString()).toBe('2026-10-19T08:15:30.250Z');
    expect(shiftDays(at, 7, 'Europe/Berlin').toISOString()).toBe('2026-11-02T09:15:30.250Z');
  });
});

it('knows a zone from a name that only looks like one', () => {
  expect(['Asia/Kathmandu', 'UTC', 'Mars/Olympus', '', 'constructor'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
