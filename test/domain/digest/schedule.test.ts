import { describe, expect, it } from 'vitest';
import { latestRun, nextRun, runBefore } from '../../../src/domain/digest/schedule.js';
import { dayAt, daysAfter } from '../../../src/domain/zoned-time.js';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const WORKING_DAYS = [0, 1, 2, 3, 4];
const DAY_MS = 86_400_000;

/** Each with both of its changes, and Apia without the 30 December 2011. */
const ZONES = [
  ['Europe/Madrid', '2026-01-10T12:00:00Z'],
  ['America/New_York', '2026-01-10T12:00:00Z'],
  ['Australia/Lord_Howe', '2026-01-10T12:00:00Z'],
  ['Asia/Kolkata', '2026-01-10T12:00:00Z'],
  ['Pacific/Apia', '2011-06-01T12:00:00Z'],
] as const;

function runsOf(timeZone: string, from: string, minutes: number) {
  const schedule = { timeZone, minutes, weekdays: EVERY_DAY };
  const runs = [nextRun(schedule, new Date(from))];
  while (runs.length < 400) runs.push(nextRun(schedule, runs.at(-1)!.at));
  return { schedule, runs };
}

describe.each(ZONES)('in %s, over 400 days with both changes of the clock,', (timeZone, from) => {
  it.each([0, 2 * 60 + 15, 8 * 60])('%i minutes after midnight comes once a day', (minutes) => {
    const { runs, schedule } = runsOf(timeZone, from, minutes);
    const days = runs.map(({ day }) => day);
    expect(new Set(days).size).toBe(400);
    const apart = runs.slice(1).map(({ at }, index) => at.getTime() - runs[index]!.at.getTime());
    expect(Math.min(...apart)).toBeGreaterThan(22 * 3_600_000);
    expect(Math.max(...apart)).toBeLessThan(26 * 3_600_000);
    for (const run of runs) {
      expect(dayAt(run.at, timeZone)).toBe(run.day);
      expect(latestRun(schedule, run.at)).toEqual(run);
      expect(latestRun(schedule, new Date(run.at.getTime() - 1))).not.toEqual(run);
    }
  });
});

describe('a run', () => {
  const at = (timeZone: string, minutes: number, now: string) =>
    nextRun({ timeZone, minutes, weekdays: EVERY_DAY }, new Date(now)).at.toISOString();

  it('whose time is left out in spring comes at the first moment after it', () => {
    expect(at('Europe/Madrid', 150, '2026-03-29T00:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('Australia/Lord_Howe', 135, '2026-10-03T14:00:00Z')).toBe('2026-10-03T15:30:00.000Z');
  });

  it('whose time comes twice in autumn comes at the first of them, and next on the day after', () => {
    expect(at('Europe/Madrid', 150, '2026-10-25T00:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('Europe/Madrid', 150, '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('is on no day that a zone leaves out', () => {
    const schedule = { timeZone: 'Pacific/Apia', minutes: 480, weekdays: EVERY_DAY };
    const { day } = nextRun(schedule, new Date('2011-12-29T20:00:00Z'));
    expect(day).toBe('2011-12-31');
    expect(runBefore(schedule, day).day).toBe('2011-12-29');
  });

  it('is on the audience’s weekdays only', () => {
    const schedule = { timeZone: 'Europe/Madrid', minutes: 480, weekdays: WORKING_DAYS };
    const friday = new Date('2026-11-20T12:00:00Z');
    expect(nextRun(schedule, friday).day).toBe('2026-11-23');
    expect(latestRun(schedule, new Date(friday.getTime() + 2 * DAY_MS)).day).toBe('2026-11-20');
    expect(runBefore(schedule, '2026-11-23').day).toBe(daysAfter('2026-11-23', -3));
  });
});
