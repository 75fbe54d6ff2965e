import { expect, it } from 'vitest';
import { isPlausible, parseInstant } from '../../src/inbound/instant.js';

it.each([
  ['2026-11-20T10:40:00Z', '2026-11-20T10:40:00.000Z'],
  ['2026-11-20T10:40Z', '2026-11-20T10:40:00.000Z'],
  ['2026-11-20 10:40:00+01:00', '2026-11-20T09:40:00.000Z'],
  ['2026-11-20T00:10:00+0530', '2026-11-19T18:40:00.000Z'],
  ['2026-12-31T23:30:00-02:00', '2027-01-01T01:30:00.000Z'],
  ['2025-01-14T19:31:42.692223355Z', '2025-01-14T19:31:42.692Z'],
  ['2025-01-14T19:31:42.9999Z', '2025-01-14T19:31:42.999Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
])('%s is %s', (text, iso) => {
  expect(parseInstant(text)?.toISOString()).toBe(iso);
});

it.each([
  '2026-11-20',
  '2026-11-20T10:40:00',
  '2026-13-01T00:00:00Z',
  '2026-00-10T00:00:00Z',
  '2025-02-29T00:00:00Z',
  '2026-11-00T00:00:00Z',
  '2026-11-31T00:00:00Z',
  '2026-11-20T24:00:00Z',
  '2026-11-20T10:60:00Z',
  '2026-11-20T10:40:60Z',
  '2026-11-20T10:40:00+24:00',
  '2026-11-20T10:40:00.1234567890Z',
  '+300000-01-01T00:00:00Z',
  'Fri, 20 Nov 2026 10:40:00 GMT',
  '1795171200',
  '',
])('%s is no moment', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

it('something can have happened from the year 2000 to a day from now', () => {
  const now = new Date('2026-11-20T10:45:00Z');
  const plausible = (iso: string) => isPlausible(new Date(iso), now);
  expect([plausible('2000-01-01T00:00:00Z'), plausible('1999-12-31T23:59:59Z')]).toEqual([true, false]);
  expect([plausible('2026-11-21T10:45:00Z'), plausible('2026-11-21T10:45:01Z')]).toEqual([true, false]);
});
