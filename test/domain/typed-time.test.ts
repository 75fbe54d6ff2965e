import { describe, expect, it } from 'vitest';
import { typedTime } from '../../src/domain/typed-time.js';

/** Friday, 11:30 in Berlin. */
const NOW = new Date('2026-11-20T10:30:00Z');
const read = (text: string): string | undefined =>
  typedTime(text, { now: NOW, timeZone: 'Europe/Berlin' })?.toISOString().slice(0, 16);

describe('a time as it is typed', () => {
  it.each([
    ['15:00', '2026-11-20T14:00'],
    ['9.30', '2026-11-21T08:30'],
    ['3pm', '2026-11-20T14:00'],
    ['12:15 a.m.', '2026-11-20T23:15'],
    ['  Today  at 15:00 ', '2026-11-20T14:00'],
    ['tomorrow 9:30', '2026-11-21T08:30'],
    ['Mon 9:00', '2026-11-23T08:00'],
    ['Friday 12:00', '2026-11-20T11:00'],
    ['fri 9:00', '2026-11-27T08:00'],
    ['24 Nov 15:00', '2026-11-24T14:00'],
    ['Nov 24, 15:00', '2026-11-24T14:00'],
    ['2nd January 8:00', '2027-01-02T07:00'],
    ['24 Nov 2027 15:00', '2027-11-24T14:00'],
    ['2026-12-01 10:00', '2026-12-01T09:00'],
    ['2026-12-01T10:00', '2026-12-01T09:00'],
    ['in 2 h', '2026-11-20T12:30'],
    ['in 30 min', '2026-11-20T11:00'],
    ['today 9:00', '2026-11-20T08:00'],
  ])('%s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  it.each([
    '',
    'soon',
    '7',
    '25:00',
    '9:60',
    '13pm',
    '31 Feb 10:00',
    'someday 9:00',
    'constructor 9:00',
    '9:00 9:00',
  ])('%s is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
