import { describe, expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import { contactsWords } from '../../src/cards/contacts-words.js';
import { ordinal } from '../../src/cards/ordinal.js';
import { ALERT_STATES } from '../../src/domain/alert.js';
import type { AlertView } from '../../src/domain/alert-view.js';
import { timeInWords } from '../../src/platforms/desk/browser/time-words.js';
import { dateFormat, timeFallback } from '../../src/platforms/slack/render/slack-time.js';
import { timeFunction, timeInWords as timeOnTeams } from '../../src/platforms/teams/render/teams-time.js';
import { at, VIEW, viewIn } from './acme.js';

const HOUR_MS = 3_600_000;
const NEWEST = at('10:00');

const words = (count: number, hours: number): string =>
  contactsWords({ count, since: new Date(NEWEST.getTime() - hours * HOUR_MS), newest: NEWEST })
    .map((piece) => ('text' in piece ? piece.text : `<${piece.kind === 'time' ? piece.as : piece.kind}>`))
    .join('');

describe('a number in order', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [33, '33rd'],
    [101, '101st'],
    [111, '111th'],
    [113, '113th'],
  ])('%i is %s', (count, said) => {
    expect(ordinal(count)).toBe(said);
  });
});

describe('how often somebody got in touch', () => {
  it.each([
    [3, 9 * 24, '3rd contact in 9 days'],
    [3, 9 * 24 + 1, '3rd contact in 9 days'],
    [2, 24, '2nd contact in a day'],
    [2, 40, '2nd contact in 2 days'],
    [2, 23.9, '2nd contact <near_day>'],
    [22, 29 * 24, '22nd contact in 29 days'],
    [50, 48, '50th contact in 2 days'],
    [51, 48, 'more than 50 contacts in 2 days'],
    [51, 1, 'more than 50 contacts <near_day>'],
  ])('%i in %d hours is "%s"', (count, hours, said) => {
    expect(words(count, hours)).toBe(said);
  });

  it('is not said of the first contact, nor where nobody is known', () => {
    expect([words(1, 0), contactsWords(undefined)]).toEqual(['', []]);
  });

  it('today stays true on a card that is read later', () => {
    const time = { kind: 'time', at: NEWEST, as: 'near_day' } as const;
    const on = (now: string) => timeInWords({ ...time, now: new Date(now), timeZone: 'UTC' });
    expect(on('2026-11-20T23:00:00Z')).toBe('today');
    expect(on('2026-11-21T01:00:00Z')).toBe('yesterday');
    expect(on('2026-11-24T01:00:00Z')).toBe('on 20 Nov');
    expect(on('2027-11-20T10:00:00Z')).toBe('on 20 Nov 2026');
    expect([dateFormat(time), timeFallback(time)]).toEqual(['{date_short_pretty}', 'on 20 Nov']);
    expect([timeFunction(time), timeOnTeams(time)]).toEqual([
      'on {{DATE(2026-11-20T10:00:00Z, SHORT)}}',
      'on 20 Nov',
    ]);
  });
});

describe('the card of an alert', () => {
  const contacts = { count: 3, since: new Date('2026-11-11T10:00:00Z'), newest: at('10:00') };
  const told = (view: AlertView) => alertCard(view).facts.find(({ label }) => label === 'Customer')?.value;

  it.each(ALERT_STATES)('that is %s says how often its customer got in touch', (state) => {
    expect(told({ ...viewIn(state), contacts })).toEqual([{ kind: 'text', text: '3rd contact in 9 days' }]);
  });

  it('says it of one day by the day, and nothing of a first contact', () => {
    expect(told({ ...VIEW, contacts: { ...contacts, since: at('08:00'), count: 2 } })).toEqual([
      { kind: 'text', text: '2nd contact ' },
      { kind: 'time', at: at('10:00'), as: 'near_day' },
    ]);
    expect(told({ ...VIEW, contacts: { ...contacts, count: 1 } })).toBeUndefined();
  });
});
