/** Long because a summary is compared whole, in every form it takes. */
import { describe, expect, it } from 'vitest';
import { summaryNote } from '../../src/cards/summary-note.js';
import { summaryReport } from '../../src/cards/summary-report.js';
import { summaryFaultNote } from '../../src/cards/summary-fault-note.js';
import type { Line } from '../../src/cards/text.js';
import { figures } from '../../src/domain/figures/figures.js';
import { periodsOf, stepsOf } from '../../src/domain/figures/period.js';
import type { Question, Summary } from '../../src/domain/figures/summary.js';
import { at, KIM, viewIn } from './acme.js';
import { WEEK } from './charts.js';
import { NO_COUNTS } from './counts.js';

const MINUTE_MS = 60_000;
const QUESTION: Question = {
  span: { kind: 'days', days: 7 },
  team: 'EMEA support',
  timeZone: 'UTC',
  askedAt: at('12:00'),
};

function summaryOf(more: Partial<Summary> = {}): Summary {
  const periods = periodsOf(QUESTION.span, QUESTION.askedAt, 'UTC');
  return {
    ...periods,
    question: QUESTION,
    now: figures(NO_COUNTS),
    previous: figures(NO_COUNTS),
    needs: { counts: { unclaimed: 0, breached: 0, silent: 0 }, alerts: [] },
    themes: [],
    accounts: [],
    course: {
      ...stepsOf(periods.period, 'UTC'),
      counts: [0, 0, 0, 0, 0, 0, 0],
      before: [0, 0, 0, 0, 0, 0, 0],
    },
    ...more,
  };
}

const BUSY = summaryOf({
  now: figures({
    ...NO_COUNTS,
    heard: 412,
    satisfied: { n: 158, of: 203 },
    nps: { promoters: 46, detractors: 19, of: 88 },
    alerts: 37,
    claimed: { n: 35, medianMs: 12 * MINUTE_MS, ninthDecileMs: 41 * MINUTE_MS },
    resolved: { n: 30, medianMs: 6 * 60 * MINUTE_MS, ninthDecileMs: 50 * 60 * MINUTE_MS },
    answeredInTime: { n: 33, of: 37 },
    resolvedInTime: { n: 3, of: 4 },
    outcomes: { ...NO_COUNTS.outcomes, recovered: 22, no_reply: 8 },
    dismissed: 2,
    promises: { kept: 14, late: 1, broken: 0 },
  }),
  previous: figures({
    ...NO_COUNTS,
    heard: 350,
    satisfied: { n: 168, of: 190 },
    alerts: 18,
    claimed: { n: 18, medianMs: 15 * MINUTE_MS, ninthDecileMs: 60 * MINUTE_MS },
  }),
  needs: {
    counts: { unclaimed: 2, breached: 0, silent: 1 },
    alerts: [
      { need: 'unclaimed', since: at('10:40'), view: viewIn('open') },
      { need: 'silent', since: at('10:04'), view: viewIn('claimed') },
    ],
  },
  themes: [
    { theme: 'refunds', alerts: 14, before: 4 },
    { theme: 'login', alerts: 9, before: 8 },
  ],
  accounts: [{ name: 'Acme', alerts: 3 }],
  course: {
    ...stepsOf(periodsOf(QUESTION.span, QUESTION.askedAt, 'UTC').period, 'UTC'),
    counts: [2, 3, 1, 0, 7, 14, 10],
    before: [1, 2, 4, 4, 2, 3, 2],
  },
});

function plain(line: Line): string {
  return line
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
        case 'strong':
        case 'link':
          return piece.text;
        case 'time':
          return `{${piece.as} ${piece.at.toISOString().slice(11, 16)}}`;
        case 'person':
          return piece.staff.name;
      }
    })
    .join('')
    .replaceAll('\u00a0', ' ');
}

describe('a summary', () => {
  it('says what needs somebody, with buttons, and then the figures against the time before', () => {
    const note = summaryNote(BUSY, KIM, 'report-1');
    expect(note.lines.map(plain)).toEqual([
      'EMEA support · last 7 days, against the 7 days before up to the same hour',
      'Needs you now 2 unclaimed past their time · 1 claimed and silent for too long',
    ]);
    expect(note.items?.map(({ alert, line, buttons }) => [alert, plain(line), buttons])).toEqual([
      [
        123,
        'High · CX-123 · Maria Lopez at Acme gave 2 of 5 after a call about refunds · nobody yet, respond-by was {relative 10:40}',
        ['claim', 'dismiss'],
      ],
      [
        123,
        'High · CX-123 · Maria Lopez at Acme gave 2 of 5 after a call about refunds · yours, last heard of {relative 10:04}',
        ['resolve', 'release'],
      ],
    ]);
    expect(note.after?.map(plain)).toEqual([
      'Heard 412 (+18 %) · Alerts 37 (was 18)',
      'CSAT 78 % of 203 (−10 points, beyond chance) · NPS 31 from 88 answers (±17)',
      'Claimed in 12 min (median of 35; 9 of 10 within 41 min; was 15 min) · Resolved in 6 h (median of 30; 9 of 10 within 2 days)',
      'In time answered 89 % of 37 · Recovered 73 % of 30 · Promises kept 14 of 15, 1 late',
      'Closed 22 recovered, 8 no reply from the customer, 2 set aside',
      'Themes refunds 14 (was 4) · login 9 (was 8)',
      'Accounts Acme ×3',
    ]);
    expect(note.chart).toEqual(WEEK);
    expect(note.share).toBe('report-1');
  });

  it('says how many answers there were where they are too few to make a figure of', () => {
    const now = figures({
      ...NO_COUNTS,
      heard: 3,
      satisfied: { n: 1, of: 3 },
      nps: { promoters: 1, detractors: 0, of: 1 },
    });
    expect(summaryNote(summaryOf({ now }), KIM, undefined).after?.map(plain)).toEqual([
      'Heard 3 (was 0) · Alerts 0 (was 0)',
      'CSAT 3 answers, too few to say · NPS 1 answer, too few to say',
    ]);
  });

  it('of a time in which nothing was heard says so in one line, and cannot be shared where it was asked in no channel', () => {
    const note = summaryNote(summaryOf(), KIM, undefined);
    expect([...note.lines, ...(note.after ?? [])].map(plain)).toEqual([
      'EMEA support · last 7 days, against the 7 days before up to the same hour',
      'Needs you now Nothing: no deadline is missed and nobody is left waiting.',
      'Nothing was heard in this time, nor in the time before.',
    ]);
    expect(note).not.toHaveProperty('share');
    expect(note).not.toHaveProperty('chart');
  });

  it('shared in a channel says who shared it, names what waits, and calls nobody', () => {
    const report = summaryReport({ summary: BUSY, by: KIM });
    expect(report.title).toBe('EMEA support · last 7 days');
    expect(report.lines.slice(0, 4).map(plain)).toEqual([
      'Shared by Kim, against the 7 days before up to the same hour',
      'Needs somebody now 2 unclaimed past their time · 1 claimed and silent for too long',
      'High · CX-123 · Maria Lopez at Acme gave 2 of 5 after a call about refunds · nobody yet, respond-by was {relative 10:40}',
      'High · CX-123 · Maria Lopez at Acme gave 2 of 5 after a call about refunds · Kim, last heard of {relative 10:04}',
    ]);
    expect(report.chart).toEqual(WEEK);
    expect(report.lines.flat().filter((piece) => piece.kind === 'person' && piece.mention)).toEqual([]);
    expect(report.fallback).toBe(
      'EMEA support · last 7 days: 412 heard, 37 alerts, 2 unclaimed past their time · 1 claimed and silent for too long.',
    );
  });

  it('that nobody can make sense of is answered with what can be asked, and an example', () => {
    const note = summaryFaultNote(
      { fault: 'unknown_word', word: 'yesturday', meant: '/cx-summary yesterday' },
      { teams: ['EMEA support', 'Billing'], sources: ['zendesk'] },
    );
    expect(note.lines.map(plain)).toEqual([
      "I don't know “yesturday” in a summary. Did you mean /cx-summary yesterday?",
      '/cx-summary takes a time, a team and a source, each or none: today, yesterday, 7d, 30d or 2026-11-01..2026-11-15.',
      'Teams: EMEA support, Billing. Sources: zendesk.',
      'For example /cx-summary 7d EMEA support',
    ]);
  });
});
