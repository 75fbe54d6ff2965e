import { describe, expect, it } from 'vitest';
import { readSummaryWords } from '../../src/conversation/read-summary-words.js';

const KNOWN = {
  teams: ['EMEA', 'EMEA support', 'Billing'],
  sources: ['zendesk', 'store-reviews'],
  now: new Date('2026-11-20T23:30:00Z'),
  timeZone: 'Europe/Berlin',
};
const read = (words: string, channelTeam?: string) => readSummaryWords(words, { ...KNOWN, channelTeam });
const between = (first: string, last: string) => ({ span: { kind: 'between', first, last } });
const WEEK = { span: { kind: 'days', days: 7 } };

describe('what follows /cx-summary', () => {
  it.each([
    ['', WEEK],
    ['today', { span: { kind: 'today' } }],
    ['30d', { span: { kind: 'days', days: 30 } }],
    ['week', WEEK],
    // It is half past midnight in Berlin.
    ['yesterday', between('2026-11-20', '2026-11-20')],
    ['2026-11-01..2026-11-15', between('2026-11-01', '2026-11-15')],
    ['2026-11-1 … 2026-11-15', between('2026-11-01', '2026-11-15')],
    ['2026-11-15..today', between('2026-11-15', '2026-11-21')],
    ['2026-11-15', between('2026-11-15', '2026-11-15')],
    ['7d emea support', { ...WEEK, team: 'EMEA support' }],
    ['emea 7d', { ...WEEK, team: 'EMEA' }],
    ['zendesk billing, today', { span: { kind: 'today' }, team: 'Billing', source: 'zendesk' }],
    ['store-reviews', { ...WEEK, source: 'store-reviews' }],
  ])('“%s” is understood', (words, expected) => {
    expect(read(words)).toEqual(expected);
  });

  it('is of the channel’s team where none is named, and of all where all is said', () => {
    expect(read('today', 'Billing')).toEqual({ span: { kind: 'today' }, team: 'Billing' });
    expect(read('today emea', 'Billing')).toEqual({ span: { kind: 'today' }, team: 'EMEA' });
    expect(read('today all', 'Billing')).toEqual({ span: { kind: 'today' } });
  });

  it.each([
    ['yesturday', { fault: 'unknown_word', word: 'yesturday', meant: '/cx-summary yesterday' }],
    ['7d biling', { fault: 'unknown_word', word: 'biling', meant: '/cx-summary 7d billing' }],
    ['qwertz', { fault: 'unknown_word', word: 'qwertz' }],
    ['2026-02-30', { fault: 'no_such_day', word: '2026-02-30' }],
    ['2026-11-15..2026-11-01', { fault: 'backwards' }],
    ['2027-01-01', { fault: 'to_come' }],
    ['400d', { fault: 'too_long' }],
    ['99999d', { fault: 'too_long' }],
    ['2025-01-01..2026-11-01', { fault: 'too_long' }],
    ['today 7d', { fault: 'two_spans' }],
    ['emea billing', { fault: 'two_teams' }],
    ['zendesk store-reviews', { fault: 'two_sources' }],
  ])('“%s” is refused and says why', (words, fault) => {
    expect(read(words)).toEqual(fault);
  });
});
