/** Long because every event there is has its lines in one table. */
import { describe, expect, it } from 'vitest';
import { eventLine } from '../../src/cards/event-line.js';
import type { AlertEvent, AlertEventKind } from '../../src/domain/alert-event.js';
import type { EventView, SignalView } from '../../src/domain/alert-view.js';
import { ANA, at, BO, KIM, recorded, VIEW, VOICE, without } from './acme.js';
import { aloud } from './read-aloud.js';

const STILL: SignalView = {
  ...without(VOICE, 'score'),
  id: 'signal-2',
  occurredAt: at('10:12'),
  receivedAt: at('10:13'),
  text: 'Still nothing.',
};
/** Heard long after it was said. */
const BEFORE: SignalView = { ...STILL, occurredAt: at('08:12') };

const csat = (value: number) => ({ metric: 'csat', value, scale: { min: 1, max: 5 } }) as const;

const BY_ITSELF: Partial<EventView> = { actor: undefined } as never;

function say(event: AlertEvent, more: Partial<EventView> = {}): string | undefined {
  const told = eventLine(recorded(event, more), VIEW);
  return told && aloud(told);
}

const TOLD: Readonly<Record<AlertEventKind, readonly (readonly [AlertEvent, Partial<EventView>, string])[]>> =
  {
    deadline_missed: [
      [
        { kind: 'deadline_missed', deadline: 'respond', due: '2026-11-20T10:40:00.000Z' },
        BY_ITSELF,
        'Nobody has claimed this: it was to be answered by 10:40.',
      ],
      [
        { kind: 'deadline_missed', deadline: 'resolve', due: '2026-11-20T18:00:00.000Z' },
        BY_ITSELF,
        'This is not resolved: it was to be by 18:00.',
      ],
    ],
    snoozed: [[{ kind: 'snoozed', until: '2026-11-20T14:00:00.000Z' }, {}, 'Kim snoozed this until 14:00.']],
    woken: [
      [{ kind: 'woken' }, BY_ITSELF, 'The snooze is over: this is awake again.'],
      [{ kind: 'woken' }, {}, 'Kim woke this.'],
    ],
    still_on_it: [[{ kind: 'still_on_it' }, {}, 'Kim is still on it.']],
    contacted: [
      [
        {
          kind: 'contacted',
          channel: 'call',
          result: 'reached',
          note: 'will look for the receipt',
          next: '2026-11-20T16:00:00.000Z',
          promise: { due: '2026-11-20T10:00:00.000Z', outcome: 'kept' },
        },
        {},
        'Kim reached the customer on the phone. The promise is kept. Will look for the receipt. Next contact 16:00.',
      ],
      [
        { kind: 'contacted', channel: 'email', result: 'no_answer' },
        {},
        'Kim tried the customer by e-mail: no answer.',
      ],
      [
        {
          kind: 'contacted',
          channel: 'meeting',
          result: 'reached',
          promise: { due: '2026-11-20T10:00:00.000Z', outcome: 'late' },
        },
        {},
        'Kim reached the customer in a meeting. Later than promised.',
      ],
    ],
    promised: [
      [
        { kind: 'promised', due: '2026-11-20T15:00:00.000Z', timeZone: 'Europe/Madrid' },
        {},
        'Kim promised the customer a call-back at 15:00, 16:00 Madrid time.',
      ],
      [
        {
          kind: 'promised',
          due: '2026-11-20T15:00:00.000Z',
          timeZone: 'Europe/Madrid',
          movedFrom: '2026-11-20T13:00:00.000Z',
        },
        {},
        'Kim moved the promised call-back from 13:00 to 15:00, 16:00 Madrid time.',
      ],
      [
        {
          kind: 'promised',
          due: '2026-11-20T15:00:00.000Z',
          timeZone: 'nowhere',
          promise: { due: '2026-11-20T13:00:00.000Z', outcome: 'late' },
        },
        {},
        'Kim promised the customer another call-back at 15:00. Later than promised.',
      ],
    ],
    promise_broken: [
      [
        { kind: 'promise_broken', due: '2026-11-20T15:00:00.000Z' },
        BY_ITSELF,
        'The call-back promised for 15:00 did not happen.',
      ],
    ],
    opened: [
      [
        { kind: 'opened', signalId: 'signal-1', severity: 'high', reason: 'x' },
        { signal: { ...VOICE, text: `${'a '.repeat(200)}\n\nend` } },
        `In full: “${'a '.repeat(200)}\n\nend”`,
      ],
    ],
    joined: [
      [
        { kind: 'joined', signalId: 'signal-2', count: 2 },
        { signal: STILL },
        'Another from Maria Lopez: “Still nothing.” (2 so far)',
      ],
      [
        { kind: 'joined', signalId: 'signal-2', count: 2 },
        { signal: BEFORE },
        'Another from Maria Lopez, said 08:12: “Still nothing.” (2 so far)',
      ],
      [
        { kind: 'joined', signalId: 'signal-2', count: 2 },
        { signal: { ...without(BEFORE, 'text'), happening: 'Ticket reopened' } },
        'Another from Maria Lopez, dated 08:12: Ticket reopened. (2 so far)',
      ],
      [
        { kind: 'joined', signalId: 'signal-2', count: 100, severity: 'critical' },
        { signal: { ...STILL, score: { metric: 'csat', value: 1, scale: { min: 1, max: 5 } } } },
        'Another from Maria Lopez, 1 of 5: “Still nothing.” (100 so far). This is now critical.',
      ],
      [
        { kind: 'joined', signalId: 'signal-2', count: 3 },
        { signal: { ...STILL, text: ' ', happening: 'Ticket reopened' } },
        'Another from Maria Lopez: Ticket reopened. (3 so far)',
      ],
      [{ kind: 'joined', signalId: 'signal-2', count: 3 }, {}, 'Another one (3 so far)'],
    ],
    amended: [
      [
        { kind: 'amended', signalId: 'signal-2', words: 'added' },
        { signal: { ...STILL, score: csat(2) } },
        'Maria Lopez added to the rating: “Still nothing.”',
      ],
      [
        { kind: 'amended', signalId: 'signal-2', words: 'changed', severity: 'critical' },
        { signal: STILL },
        'Maria Lopez changed the words: “Still nothing.” This is now critical.',
      ],
      [
        { kind: 'amended', signalId: 'signal-2', rated: { was: csat(2) }, settled: true },
        { signal: { ...STILL, score: csat(4) } },
        'Maria Lopez rated anew: 4 of 5 (was 2). That alone would need nobody: this stays open until one of you closes it.',
      ],
      [
        { kind: 'amended', signalId: 'signal-2', rated: { was: csat(4) }, words: 'added' },
        { signal: { ...STILL, score: csat(1) } },
        'Maria Lopez rated anew: 1 of 5 (was 4), and added: “Still nothing.”',
      ],
      [
        { kind: 'amended', signalId: 'signal-2', rated: { was: csat(2) }, words: 'changed' },
        { signal: { ...STILL, score: { metric: 'csat', value: 80, scale: { min: 0, max: 100 } } } },
        'Maria Lopez rated anew: 80 of 100 (was 2 of 5), and now says: “Still nothing.”',
      ],
      [
        { kind: 'amended', signalId: 'signal-2', rated: {} },
        { signal: { ...STILL, score: { metric: 'thumbs', value: 0, scale: { min: 0, max: 1 } } } },
        'Maria Lopez rated it: bad.',
      ],
      [{ kind: 'amended', signalId: 'signal-2' }, { signal: STILL }, 'Maria Lopez sent the same anew.'],
      [{ kind: 'amended', signalId: 'signal-2' }, {}, 'The customer said the same anew.'],
    ],
    claimed: [
      [{ kind: 'claimed' }, {}, 'Kim claimed this after 4 min.'],
      [{ kind: 'claimed' }, { at: at('10:00') }, 'Kim claimed this within a minute.'],
    ],
    released: [[{ kind: 'released' }, {}, 'Kim gave this back: anybody can claim it.']],
    reassigned: [
      [
        { kind: 'reassigned', to: ANA.id, why: 'she knows the account' },
        { to: ANA },
        'Kim handed this to @Ana: she knows the account.',
      ],
      [
        { kind: 'reassigned', to: ANA.id, from: BO.id },
        { to: ANA, from: BO },
        'Kim handed this from Bo to @Ana.',
      ],
      [{ kind: 'reassigned', to: ANA.id, from: KIM.id }, { to: ANA, from: KIM }, 'Kim handed this to @Ana.'],
      [{ kind: 'reassigned', to: KIM.id, from: BO.id }, { to: KIM, from: BO }, 'Kim took this from Bo.'],
      [{ kind: 'reassigned', to: KIM.id }, { to: KIM }, 'Kim took this.'],
    ],
    taken_over: [
      [
        { kind: 'taken_over', from: ANA.id, why: 'Ana is off today' },
        { from: ANA },
        'Kim took this over from Ana: Ana is off today.',
      ],
    ],
    severity_changed: [
      [
        { kind: 'severity_changed', from: 'normal', to: 'high', why: 'second outage this week' },
        {},
        'Kim raised this from normal to high: second outage this week.',
      ],
      [{ kind: 'severity_changed', from: 'high', to: 'low' }, {}, 'Kim lowered this from high to low.'],
    ],
    resolved: [
      [
        {
          kind: 'resolved',
          outcome: 'recovered',
          rootCause: 'refund stuck in review',
          note: 'refunded and called back',
        },
        { at: at('13:20') },
        'Kim resolved this after 3 h: recovered. Refunded and called back. Cause: refund stuck in review.',
      ],
      [
        {
          kind: 'resolved',
          outcome: 'no_reply',
          rootCause: 'refunds',
          promise: { due: '2026-11-20T13:00:00.000Z', outcome: 'broken' },
        },
        { at: at('13:20') },
        'Kim resolved this after 3 h: no reply from the customer. The promised call-back did not happen. Cause: refunds.',
      ],
    ],
    dismissed: [
      [{ kind: 'dismissed', dismissal: 'handled' }, {}, 'Kim marked this as not an issue: already handled.'],
      [
        { kind: 'dismissed', dismissal: 'other', note: 'our own trial order' },
        {},
        'Kim marked this as not an issue. Our own trial order.',
      ],
    ],
    reopened: [
      [{ kind: 'reopened' }, {}, 'Kim reopened this. Anybody can claim it.'],
      [
        { kind: 'reopened', why: 'called again' },
        {},
        'Kim reopened this: called again. Anybody can claim it.',
      ],
    ],
    post_mortem_linked: [
      [{ kind: 'post_mortem_linked', postMortem: 7 }, {}, 'Kim made this part of post-mortem PM-7.'],
    ],
    post_mortem_unlinked: [
      [{ kind: 'post_mortem_unlinked', postMortem: 7 }, {}, 'Kim took this out of post-mortem PM-7.'],
    ],
    looked_at: [[{ kind: 'looked_at', postMortem: 7 }, {}, 'Being looked at in PM-7: refunds.']],
    post_mortem_offered: [
      [
        { kind: 'post_mortem_offered', count: 6 },
        BY_ITSELF,
        'Refunds has come up in 6 alerts of this team in seven days: worth a post-mortem? /cx-postmortem CX-123',
      ],
    ],
    rerouted: [
      [
        {
          kind: 'rerouted',
          platform: 'slack',
          from: '#support-emea',
          to: '#support',
          why: 'the channel was archived',
        },
        {},
        'Moved from #support-emea to #support on Slack: the channel was archived.',
      ],
      [
        {
          kind: 'rerouted',
          platform: 'teams',
          from: '19:money@thread.tacv2',
          to: '19:lobby@thread.tacv2',
          why: 'Earshot is not installed there',
        },
        {},
        'Moved here from its channel on Teams: Earshot is not installed there.',
      ],
    ],
  };

describe('the thread of an alert', () => {
  it.each(Object.entries(TOLD))('tells what it means to be %s', (_, cases) => {
    expect(cases.map(([event, more]) => say(event, more))).toEqual(cases.map(([, , words]) => words));
  });

  it('says nothing of an opening whose words the card shows whole', () => {
    const opened: AlertEvent = { kind: 'opened', signalId: 'signal-1', severity: 'high', reason: 'x' };
    expect(say(opened, { signal: VOICE })).toBeUndefined();
    expect(say(opened, { signal: { ...VOICE, text: 'a'.repeat(300) } })).toBeUndefined();
    expect(say(opened, { signal: { ...VOICE, text: 'a'.repeat(301) } })).toBe(
      `In full: “${'a'.repeat(301)}”`,
    );
    expect(say(opened)).toBeUndefined();
  });

  it('cuts what is too long for one message', () => {
    const endless = 'b'.repeat(20_000);
    const full = say(
      { kind: 'opened', signalId: 'signal-1', severity: 'high', reason: 'x' },
      { signal: { ...VOICE, text: endless } },
    );
    expect(full).toBe(`In full: “${'b'.repeat(2_499)}…”`);
    expect(
      say({ kind: 'joined', signalId: 'signal-2', count: 2 }, { signal: { ...STILL, text: endless } }),
    ).toHaveLength('Another from Maria Lopez: “” (2 so far)'.length + 2_500);
    expect(
      say({ kind: 'resolved', outcome: 'partly', rootCause: endless, note: endless })?.length,
    ).toBeLessThan(5_000);
  });

  it('calls only the one who has something to do', () => {
    const mentioned = Object.entries(TOLD).flatMap(([kind, cases]) =>
      cases.flatMap(([event, more]) =>
        (eventLine(recorded(event, more), VIEW) ?? [])
          .filter((piece) => piece.kind === 'person' && piece.mention)
          .map((piece) => [kind, piece.kind === 'person' && piece.staff.name]),
      ),
    );
    expect(mentioned).toEqual([
      ['reassigned', 'Ana'],
      ['reassigned', 'Ana'],
      ['reassigned', 'Ana'],
    ]);
  });

  it('names Earshot where no person did it', () => {
    const bot = without(recorded({ kind: 'released' }), 'actor');
    expect(aloud(eventLine(bot, VIEW))).toBe('Earshot gave this back: anybody can claim it.');
  });
});
