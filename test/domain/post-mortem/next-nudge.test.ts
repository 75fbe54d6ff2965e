import { describe, expect, it } from 'vitest';
import { lessonIn } from '../../../src/domain/post-mortem/lesson.js';
import { nextNudge } from '../../../src/domain/post-mortem/next-nudge.js';
import { typedDay } from '../../../src/domain/typed-day.js';

describe('the owner of an action is reminded', () => {
  it.each([
    ['2026-11-01T00:00:00Z', '2026-11-22T08:00:00.000Z'],
    ['2026-11-22T08:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24T07:59:59Z', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24T08:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['2026-11-30T23:30:00Z', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01T08:00:00Z', '2026-12-08T08:00:00.000Z'],
    // Late once after a month of downtime, and then weekly again, in summer time too.
    ['2027-03-29T12:00:00Z', '2027-03-30T07:00:00.000Z'],
  ])('after %s at %s', (after, next) => {
    const given = { dueOn: '2026-11-24', after: new Date(after), timeZone: 'Europe/Berlin' };
    expect(nextNudge(given).toISOString()).toBe(next);
  });
});

describe('a day as people type it', () => {
  const reading = { now: new Date('2026-11-20T09:00:00Z'), timeZone: 'Europe/Berlin' };
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['today', '2026-11-20'],
    ['Tomorrow', '2026-11-21'],
    ['Friday', '2026-11-20'],
    ['mon', '2026-11-23'],
    ['24 Nov', '2026-11-24'],
    ['in 2 weeks', '2026-12-04'],
    ['in 3 days', '2026-11-23'],
    ['2026-02-30', undefined],
    ['whenever', undefined],
    ['', undefined],
  ])('“%s” is %s', (typed, day) => {
    expect(typedDay(typed, reading)).toBe(day);
  });
});

describe('what was learnt', () => {
  it.each([
    ['Call before the third mail. And more.', 'Call before the third mail.'],
    ['\n- Give every refund an owner\n- And a day', 'Give every refund an owner'],
    ['  ', undefined],
    ['…', undefined],
  ])('of %j is %j', (text, lesson) => {
    expect(lessonIn(text)).toBe(lesson);
  });
});
