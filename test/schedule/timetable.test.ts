import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTimetable } from '../../src/schedule/timetable.js';
import { quietLog } from '../quiet-log.js';

const START = new Date('2026-11-20T09:00:30Z');
const MINUTE_MS = 60_000;

let stop: () => Promise<void>;
beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(async () => {
  await stop();
  vi.useRealTimers();
});

it('runs each line at its minutes', async () => {
  const ran: string[] = [];
  const line = (name: string, at: string) => ({
    name,
    at,
    run: () => Promise.resolve(void ran.push(`${name} ${new Date().toISOString().slice(11, 16)}`)),
  });
  stop = startTimetable([line('often', '* * * * *'), line('seldom', '*/2 * * * *')], quietLog);
  await vi.advanceTimersByTimeAsync(3 * MINUTE_MS);
  expect(ran.toSorted()).toEqual(['often 09:01', 'often 09:02', 'often 09:03', 'seldom 09:02']);
});

it('goes on within a minute or two when the clock is set back or forward by hours', async () => {
  let ran = 0;
  stop = startTimetable(
    [{ name: 'often', at: '* * * * *', run: () => Promise.resolve(void (ran += 1)) }],
    quietLog,
  );
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
  for (const hours of [-1, 5, -9, 24]) {
    const before = ran;
    vi.setSystemTime(Date.now() + hours * 60 * MINUTE_MS);
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(ran - before).toBeGreaterThanOrEqual(3);
    expect(ran - before).toBeLessThanOrEqual(5);
  }
});

it('does not begin a line that still runs, also from the start, and stops when that has ended', async () => {
  let begun = 0;
  let end: () => void = () => undefined;
  const run = (): Promise<void> => {
    begun += 1;
    return new Promise((resolve) => (end = resolve));
  };
  stop = startTimetable([{ name: 'long', at: '* * * * *', run, atStart: true }], quietLog);
  await vi.advanceTimersByTimeAsync(3 * MINUTE_MS);
  expect(begun).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(begun).toBe(2);
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(stopped).toBe(false);
  end();
  await stopping;
  expect(begun).toBe(2);
});
