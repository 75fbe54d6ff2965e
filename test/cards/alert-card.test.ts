/** Long because whole cards are compared, in every state. */
import { describe, expect, it } from 'vitest';
import { alertCard } from '../../src/cards/alert-card.js';
import type { Card } from '../../src/cards/card.js';
import { ALERT_STATES } from '../../src/domain/alert.js';
import type { AlertView } from '../../src/domain/alert-view.js';
import { ANA, at, BARE, heardAs, KIM, VIEW, viewIn, without } from './acme.js';
import { cardAloud } from './read-aloud.js';

const SAME_IN_EVERY_STATE = {
  alert: 123,
  severity: 'high',
  name: 'CX-123',
  headline: 'Maria Lopez at Acme gave 2 of 5 after a call about refunds',
  quote: "Third time I call about the same refund. I'm cancelling on Friday.",
  link: {
    text: 'Zendesk 8841 (acme.zendesk.com)',
    url: 'https://acme.zendesk.com/agent/tickets/8841',
  },
} as const;

const SEVERITY = { label: 'Severity', value: [{ kind: 'text', text: 'High' }] } as const;
const SCORE = { label: 'Score', value: [{ kind: 'text', text: 'CSAT 2 of 5, was 5' }] } as const;
const ACCOUNT = { label: 'Account', value: [{ kind: 'text', text: 'Acme · gold · €48k a year' }] } as const;
const PREFERS = { label: 'Prefers', value: [{ kind: 'text', text: 'a phone call · Madrid time' }] } as const;
const SIMILAR = { label: 'Similar', value: [{ kind: 'text', text: '3 in the 7 days before' }] } as const;
const WHY = [
  {
    kind: 'text',
    text: 'Why: CSAT of 2 or less for a gold account; says “cancelling”.',
  },
  { kind: 'text', text: ' ' },
  { kind: 'text', text: 'Theme: refunds.' },
] as const;

function by(label: string, clock: string): Card['facts'][number] {
  return {
    label,
    value: [
      { kind: 'time', at: at(clock), as: 'clock' },
      { kind: 'text', text: ' (' },
      { kind: 'time', at: at(clock), as: 'relative' },
      { kind: 'text', text: ')' },
    ],
  };
}

describe('the card of an alert', () => {
  it('asks for an owner while it is open', () => {
    expect(alertCard(viewIn('open'))).toEqual({
      ...SAME_IN_EVERY_STATE,
      state: 'open',
      label: 'High',
      fallback:
        'High severity, CX-123: Maria Lopez at Acme gave 2 of 5 after a call about refunds; nobody has claimed it yet.',
      facts: [
        SCORE,
        ACCOUNT,
        { label: 'Owner', value: [{ kind: 'text', text: 'nobody yet' }] },
        by('Respond by', '10:40'),
        PREFERS,
        SIMILAR,
      ],
      notes: [WHY],
      buttons: ['claim', 'dismiss'],
      more: ['snooze', 'change_severity', 'reassign', 'history', 'post_mortem'],
    } satisfies Card);
  });

  it('says who has it and by when once it is claimed', () => {
    expect(alertCard(viewIn('claimed'))).toEqual({
      ...SAME_IN_EVERY_STATE,
      state: 'claimed',
      label: 'Claimed by Kim',
      fallback:
        'High severity, CX-123: Maria Lopez at Acme gave 2 of 5 after a call about refunds; claimed by Kim.',
      facts: [
        SEVERITY,
        SCORE,
        ACCOUNT,
        {
          label: 'Owner',
          value: [
            { kind: 'person', staff: KIM, mention: false },
            { kind: 'text', text: ', since ' },
            { kind: 'time', at: at('10:04'), as: 'clock' },
          ],
        },
        by('Respond by', '10:40'),
        by('Resolve by', '18:00'),
        PREFERS,
        SIMILAR,
      ],
      notes: [WHY],
      buttons: ['resolve', 'release', 'reassign'],
      more: [
        'log_contact',
        'promise',
        'snooze',
        'take_over',
        'change_severity',
        'history',
        'dismiss',
        'post_mortem',
      ],
    } satisfies Card);
  });

  it('says how it ended and what caused it once it is resolved', () => {
    expect(alertCard(viewIn('resolved'))).toEqual({
      ...SAME_IN_EVERY_STATE,
      state: 'resolved',
      label: 'Resolved: recovered',
      fallback:
        'High severity, CX-123: Maria Lopez at Acme gave 2 of 5 after a call about refunds; resolved by Kim: recovered.',
      facts: [
        SEVERITY,
        SCORE,
        ACCOUNT,
        {
          label: 'Resolved',
          value: [
            { kind: 'person', staff: KIM, mention: false },
            { kind: 'text', text: ', ' },
            { kind: 'time', at: at('13:20'), as: 'clock' },
            { kind: 'text', text: ' (after 3 h)' },
          ],
        },
      ],
      notes: [
        [
          { kind: 'text', text: 'Recovered: refunded and called back.' },
          { kind: 'text', text: ' ' },
          { kind: 'text', text: 'Cause: refund stuck in review.' },
        ],
        WHY,
      ],
      buttons: ['reopen', 'post_mortem'],
      more: ['history'],
    } satisfies Card);
  });

  it('says why it was no issue once it is dismissed', () => {
    expect(alertCard(viewIn('dismissed'))).toEqual({
      ...SAME_IN_EVERY_STATE,
      state: 'dismissed',
      label: 'Not an issue: already handled',
      fallback:
        'High severity, CX-123: Maria Lopez at Acme gave 2 of 5 after a call about refunds; not an issue: already handled.',
      facts: [
        SEVERITY,
        SCORE,
        ACCOUNT,
        {
          label: 'Dismissed',
          value: [
            { kind: 'person', staff: ANA, mention: false },
            { kind: 'text', text: ', ' },
            { kind: 'time', at: at('10:12'), as: 'clock' },
            { kind: 'text', text: ' (after 12 min)' },
          ],
        },
      ],
      notes: [
        [
          { kind: 'person', staff: ANA, mention: false },
          { kind: 'text', text: ': ' },
          { kind: 'text', text: 'Refunded on Monday.' },
        ],
        WHY,
      ],
      buttons: ['history'],
      more: [],
    } satisfies Card);
  });

  it('leaves out whatever is not known', () => {
    expect(cardAloud(alertCard(BARE))).toBe(
      [
        'High · CX-123 · A customer gave 1 of 5',
        'Score: CSAT 1 of 5',
        'Owner: nobody yet',
        'Respond by: 10:40 (~10:40)',
        'Why: CSAT of 1 of 5, low enough to ask why.',
        '[Claim] [Not an issue]',
        'More: [Snooze] [Change severity] [Reassign] [History] [Post-mortem]',
        'High severity, CX-123: A customer gave 1 of 5; nobody has claimed it yet.',
      ].join('\n'),
    );
  });

  it('counts repeats, reach and a language that is not English', () => {
    const view = heardAs({ reach: 12_400, language: 'de-AT' });
    const repeated = { ...view, alert: { ...view.alert, signalCount: 7, lastSignalAt: at('10:31') } };
    expect(cardAloud(alertCard(repeated)).split('\n').slice(2, 11)).toEqual([
      'Score: CSAT 2 of 5, was 5',
      'Account: Acme · gold · €48k a year',
      'Heard: ×7, last 10:31',
      'Owner: nobody yet',
      'Respond by: 10:40 (~10:40)',
      'Prefers: a phone call · Madrid time',
      'Similar: 3 in the 7 days before',
      'Reach: 12,400 people',
      'Language: German',
    ]);
  });

  it('never shows more facts than a platform holds, the least weighty going first', () => {
    const view = heardAs({ reach: 12_400, language: 'de' }, viewIn('claimed'));
    const { facts } = alertCard({ ...view, alert: { ...view.alert, signalCount: 7 } });
    expect(facts.map(({ label }) => label)).toEqual([
      'Severity',
      'Score',
      'Account',
      'Heard',
      'Owner',
      'Respond by',
      'Resolve by',
      'Prefers',
      'Language',
      'Similar',
    ]);
  });

  it('never leaves out by when and who, however much is known', () => {
    const view = heardAs({ reach: 12_400, language: 'de' }, viewIn('claimed'));
    const { facts } = alertCard({
      ...view,
      contacts: { count: 3, since: at('08:00'), newest: at('10:00') },
      snoozedBy: ANA,
      alert: {
        ...without(view.alert, 'contactedAt'),
        signalCount: 7,
        snoozedUntil: at('11:00'),
        promisedAt: at('16:00'),
        promiseZone: 'Europe/Madrid',
        nextContactAt: at('12:00'),
      },
    });
    expect(facts.map(({ label }) => label)).toEqual([
      'Severity',
      'Score',
      'Account',
      'Customer',
      'Owner',
      'Snoozed',
      'Promised',
      'Next contact',
      'Respond by',
      'Resolve by',
    ]);
  });

  it('says "as before" of the same score, and the whole score where the scale was another', () => {
    const scoreOf = (view: AlertView) => cardAloud(alertCard(view)).split('\n')[2];
    const was = (value: number, max: number): AlertView => ({
      ...VIEW,
      previousScore: { metric: 'csat', value, scale: { min: 1, max } },
    });
    expect(scoreOf(was(2, 5))).toBe('Score: CSAT 2 of 5, as before');
    expect(scoreOf(was(9, 10))).toBe('Score: CSAT 2 of 5, was 9 of 10');
    expect(scoreOf({ ...VIEW, previousScore: { metric: 'nps', value: 9, scale: { min: 0, max: 10 } } })).toBe(
      'Score: CSAT 2 of 5',
    );
  });

  it('puts what somebody else wrote under "Something else" where the reason would stand', () => {
    const view = viewIn('dismissed');
    const other: AlertView = {
      ...view,
      alert: { ...view.alert, dismissal: 'other', closingNote: 'our own trial order' },
    };
    const card = alertCard(other);
    expect(card.label).toBe('Not an issue');
    expect(cardAloud(card)).toContain('Ana: our own trial order.');
  });

  it('cuts a long voice at a word and keeps a short one whole', () => {
    const long = 'I have waited for weeks. '.repeat(40);
    const { quote } = alertCard(heardAs({ text: long }));
    expect(quote).toBe(`${'I have waited for weeks. '.repeat(11)}I have waited for…`);
    expect(alertCard(heardAs({ text: 'a'.repeat(300) })).quote).toBe('a'.repeat(300));
  });

  it('is the same for the same view, in every state', () => {
    for (const state of ALERT_STATES) expect(alertCard(viewIn(state))).toEqual(alertCard(viewIn(state)));
  });
});
