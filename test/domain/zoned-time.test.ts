import { describe, expect, it } from 'vitest';
import { atWallClock, isTimeZone, wallClock } from '../../src/domain/zoned-time.js';

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

it('knows a zone from a name that only looks like one', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '', 'constructor'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
