import { describe, expect, it } from 'vitest';
import { alertsNote, type Listed } from '../../src/cards/alerts-note.js';
import { unknownNote, whichAlertNote, whichTeamNote } from '../../src/cards/bad-input-note.js';
import { claimedNote } from '../../src/cards/claimed-note.js';
import { COMMANDS } from '../../src/cards/commands.js';
import { databaseAwayNote, OWN_FAULT_NOTE, STILL_WORKING_NOTE } from '../../src/cards/database-away-note.js';
import { helpNote } from '../../src/cards/help-note.js';
import { historyNote } from '../../src/cards/history-note.js';
import { LOOKING_UP_NOTE, notAllowedNote } from '../../src/cards/not-allowed-note.js';
import type { Note } from '../../src/cards/note.js';
import { notFoundNote } from '../../src/cards/refusal-note.js';
import type { EventView } from '../../src/domain/alert-view.js';
import { ANA, at, KIM, recorded, VIEW, viewIn, VOICE } from './acme.js';
import { aloud, noteAloud } from './read-aloud.js';

const LISTS: readonly Listed[] = [
  { show: 'all' },
  { show: 'mine' },
  { show: 'unclaimed' },
  { show: 'team', team: 'EMEA support' },
];

describe('the list of alerts', () => {
  it('gives each its owner, its time and what can be done by the reader', () => {
    const list = {
      listed: { show: 'all' },
      views: [viewIn('open'), viewIn('claimed')],
      total: 2,
    } as const;
    expect(noteAloud(alertsNote({ ...list, actor: ANA }))).toBe(
      [
        '2 alerts are not closed yet:',
        'High · CX-123 · Maria Lopez at Acme gave 2 of 5 after a call about refunds · nobody yet, respond by 10:40 (~10:40) [Claim] [Not an issue]',
        'High · CX-123 · Maria Lopez at Acme gave 2 of 5 after a call about refunds · Kim, resolve by 18:00 (~18:00) [Take over] [History]',
      ].join('\n'),
    );
    expect(noteAloud(alertsNote({ ...list, actor: KIM })).split('\n')[2]).toBe(
      'High · CX-123 · Maria Lopez at Acme gave 2 of 5 after a call about refunds · yours, resolve by 18:00 (~18:00) [Resolve] [Release]',
    );
  });

  it('says how many there are where it shows only the first', () => {
    const first = (listed: Listed, total: number) =>
      aloud(alertsNote({ listed, views: [VIEW], total, actor: KIM }).lines[0]);
    expect(LISTS.map((listed) => first(listed, 12))).toEqual([
      '12 alerts are not closed yet; the 1 most urgent:',
      'You have 12 alerts; the 1 most urgent:',
      '12 alerts have no owner yet; the 1 most urgent:',
      '12 alerts of EMEA support are not closed yet; the 1 most urgent:',
    ]);
    expect(LISTS.map((listed) => first(listed, 1))).toEqual([
      '1 alert is not closed yet:',
      'You have 1 alert:',
      '1 alert has no owner yet:',
      '1 alert of EMEA support is not closed yet:',
    ]);
  });

  it('says something useful where there is nothing', () => {
    const empty = (listed: Listed) => noteAloud(alertsNote({ listed, views: [], total: 0, actor: KIM }));
    expect(LISTS.map(empty)).toEqual([
      'Nothing is open right now. A new alert appears in its channel as soon as a customer needs somebody.',
      'Nothing waits for you. /cx-alerts unclaimed shows what nobody has taken yet.',
      'Every alert has an owner. /cx-alerts mine shows yours.',
      "Nothing is open for EMEA support. /cx-alerts shows the other teams' alerts.",
    ]);
  });
});

describe('the history', () => {
  const opened: EventView = {
    id: 'event-1',
    at: at('10:00'),
    event: { kind: 'opened', signalId: 'signal-1', severity: 'high', reason: 'CSAT of 2 or less.' },
    signal: VOICE,
  };

  it('tells every event with its time, and calls nobody', () => {
    const events = [
      opened,
      recorded({ kind: 'claimed' }),
      recorded({ kind: 'reassigned', to: ANA.id, why: 'knows them' }, { to: ANA, at: at('10:20') }),
    ];
    expect(noteAloud(historyNote(VIEW, events))).toBe(
      [
        'CX-123: Maria Lopez at Acme gave 2 of 5 after a call about refunds.',
        '10:00 · Opened as high: CSAT of 2 or less.',
        '10:04 · Kim claimed this after 4 min.',
        '10:20 · Kim handed this to Ana: knows them.',
      ].join('\n'),
    );
  });

  it('of a long matter shows the newest entries, each cut short, and says how many are left out', () => {
    const joined = Array.from({ length: 60 }, (_, index) =>
      recorded(
        { kind: 'joined', signalId: `signal-${index + 2}`, count: index + 2 },
        { signal: { ...VOICE, text: 'w'.repeat(5_000) } },
      ),
    );
    const note = historyNote(VIEW, [opened, ...joined]);
    expect(note.lines).toHaveLength(27);
    expect(aloud(note.lines[1])).toBe('36 earlier entries are left out here.');
    expect(aloud(note.lines.at(-1))).toContain('(61 so far)');
    expect(noteAloud(note).length).toBeLessThan(12_000);
  });
});

describe('answers to what was typed', () => {
  it('offers the nearest line, else an example, else the help', () => {
    expect(noteAloud(unknownNote({ typed: '/cx-alerts mien', meant: '/cx-alerts mine' }))).toBe(
      "I don't know “/cx-alerts mien”. Did you mean /cx-alerts mine?",
    );
    expect(noteAloud(unknownNote({ typed: '/cx-alerts yesterday', command: '/cx-alerts' }))).toBe(
      "I don't know “/cx-alerts yesterday”. Try /cx-alerts mine.",
    );
    expect(noteAloud(unknownNote({ typed: `/deploy ${'x'.repeat(200)}` }))).toMatch(
      /^I don't know “\/deploy x+…”\. \/cx-help lists what I understand\.$/u,
    );
  });

  it('asks which alert and which team', () => {
    expect(noteAloud(whichAlertNote())).toBe(
      'Which alert? For example /cx-claim CX-123. /cx-alerts unclaimed shows those without an owner.',
    );
    const teams = ['EMEA', 'US', 'APAC'];
    expect(noteAloud(whichTeamNote({ why: 'several', teams }))).toBe(
      'You are in EMEA, US and APAC. Say which: for example /cx-alerts team EMEA.',
    );
    expect(noteAloud(whichTeamNote({ why: 'none', teams }))).toBe(
      'This channel belongs to no team, and you are in none. Name one of EMEA, US and APAC: for example /cx-alerts team EMEA.',
    );
    expect(noteAloud(whichTeamNote({ why: 'unknown', teams: ['EMEA'], typed: 'eema' }))).toBe(
      'There is no team “eema”. There is EMEA: for example /cx-alerts team EMEA.',
    );
  });

  it('confirms a typed claim with the time to respond and the way on', () => {
    expect(noteAloud(claimedNote(viewIn('claimed')))).toBe(
      [
        'CX-123 is yours: Maria Lopez at Acme gave 2 of 5 after a call about refunds.',
        'Respond by 10:40 (~10:40).',
        '[Resolve] 123',
        '[Release] 123',
      ].join('\n'),
    );
    expect(noteAloud(notFoundNote(999))).toBe('There is no CX-999. /cx-alerts shows what is not closed.');
  });

  it('lists every command', () => {
    expect(noteAloud(helpNote())).toBe(
      [
        'Earshot brings what customers say to the people who can act on it. You can type:',
        "/cx-alerts [mine|unclaimed|team] · Alerts that are not closed: all of them, yours, those without an owner, or your team's.",
        '/cx-claim CX-123 · Makes an alert yours.',
        '/cx-mine · What is yours, what is due first at the top.',
        '/cx-summary [today|7d|30d|from..to] [team] [source] · What needs somebody now, and the figures against the time before; for you alone until you share it.',
        '/cx-customer <name, e-mail, id or CX-123> · Who a customer is, how it stands, and all that was said and done; for you alone.',
        '/cx-postmortem [CX-123] [PM-7] · Opens the post-mortem of an alert, or shows it; alone: those that are open, and actions that are overdue.',
        '/cx-report [what they said] · Reports what you heard a customer say; you are told what becomes of it.',
        '/cx-help · What Earshot understands.',
        'On a card, Claim makes it yours, Resolve closes it with what came of it, and Not an issue sets it aside.',
      ].join('\n'),
    );
  });

  /** Slack: a command at most 32 characters, usage 1,000, description 2,000 (manifest schema 2.0.0). */
  it('names commands that every platform can register', () => {
    for (const { name, usage, description, example } of COMMANDS) {
      expect(name).toMatch(/^\/[a-z-]{1,31}$/u);
      expect(usage.length + description.length).toBeLessThan(200);
      expect(example.startsWith(name)).toBe(true);
    }
  });
});

describe('the tone', () => {
  const NOTES: readonly Note[] = [
    ...(['guest', 'stranger', 'gone', 'bot', 'unknown'] as const).map(notAllowedNote),
    LOOKING_UP_NOTE,
    databaseAwayNote({ uncertain: false }),
    databaseAwayNote({ uncertain: true }),
    STILL_WORKING_NOTE,
    OWN_FAULT_NOTE,
    helpNote(),
    whichAlertNote(),
  ];

  it('is plain: whole sentences, no exclamation, no "please", nothing that reads like a program', () => {
    for (const note of NOTES) {
      expect(noteAloud(note)).toMatch(/^[A-Z].*[.:]$/su);
      expect(noteAloud(note)).not.toMatch(/!|please|sorry|error|invalid|n\/a|undefined|null/iu);
    }
  });

  it('claims that nothing changed only where that is sure', () => {
    expect(noteAloud(databaseAwayNote({ uncertain: false }))).toBe(
      'Nothing changed: I could not reach the database. Try again in a moment.',
    );
    for (const unsure of [databaseAwayNote({ uncertain: true }), STILL_WORKING_NOTE, OWN_FAULT_NOTE])
      expect(noteAloud(unsure)).not.toMatch(/nothing changed/iu);
    for (const standing of ['guest', 'stranger', 'gone', 'bot', 'unknown'] as const)
      expect(noteAloud(notAllowedNote(standing))).toContain('Nothing changed.');
  });
});
