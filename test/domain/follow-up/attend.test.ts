import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.js';
import { attend } from '../../../src/domain/follow-up/attend.js';
import { reminderLead } from '../../../src/domain/follow-up/reminder-lead.js';
import { nextDue } from '../../../src/domain/follow-up/next-due.js';
import { REMINDERS } from '../../../src/domain/follow-up/reminder.js';
import { SILENT_AFTER_MINUTES as SILENT } from '../../../src/domain/follow-up/silence.js';
import { stillHolds } from '../../../src/domain/follow-up/still-holds.js';
import { at, KIM, OPEN, viewIn } from '../../cards/acme.js';

/** Opened at 10:00, answered by 10:40, resolved by 18:00. */
const GIVEN = { respondMinutes: 40, resolveMinutes: 480 };
const CLAIMED = viewIn('claimed').alert;

const saidAt = (alert: Alert, now: Date, attendedAt?: Date) =>
  attend({ alert, attendedAt, pace: { deadline: GIVEN, silentAfterMinutes: SILENT[alert.severity] }, now });

describe('silence', () => {
  const quiet = (silentAfterMinutes: number | undefined, now: Date) => {
    const deadline = { respondMinutes: 10_000, resolveMinutes: 20_000 };
    const alert = { ...CLAIMED, respondBy: at('23:58'), resolveBy: at('23:59') };
    return attend({ alert, attendedAt: at('10:30'), pace: { deadline, silentAfterMinutes }, now }).reminder;
  };

  it('is asked about after as long as is configured, and never where it is off', () => {
    expect(quiet(120, at('12:05'))?.what).toBe('silent');
    expect(quiet(180, at('12:05'))?.what).toBeUndefined();
    expect(quiet(undefined, at('22:00'))?.what).toBeUndefined();
  });
});

describe('what the clock says', () => {
  it('of an open alert: nothing before its time, then that it is over', () => {
    expect(saidAt(OPEN, at('10:39'))).toEqual({ happened: [], next: at('10:40') });
    expect(saidAt(OPEN, at('10:40'))).toEqual({
      happened: [
        {
          fields: { respondMissedAt: at('10:40') },
          event: { kind: 'deadline_missed', deadline: 'respond', due: '2026-11-20T10:40:00.000Z' },
        },
      ],
      next: at('18:00'),
    });
  });

  it('of a claimed alert: a quarter of the time before each deadline, at it, and of several the last', () => {
    expect(saidAt(CLAIMED, at('10:05'))).toEqual({ happened: [], next: at('10:30') });
    expect(saidAt(CLAIMED, at('10:30'), at('10:05'))).toEqual({
      happened: [],
      reminder: { what: 'respond_soon', dueAt: at('10:40') },
      next: at('10:40'),
    });
    expect(saidAt(CLAIMED, at('16:30'), at('10:05'))).toMatchObject({
      happened: [],
      reminder: { what: 'resolve_soon', dueAt: at('18:00') },
    });
  });

  it('of a closed one: nothing, ever', () => {
    for (const state of ['resolved', 'dismissed'] as const)
      expect(saidAt(viewIn(state).alert, at('23:00'))).toEqual({ happened: [] });
  });

  it('is the same however often it is asked, and nothing once it was said', () => {
    const once = saidAt(CLAIMED, at('10:40'), at('10:05'));
    expect(saidAt(CLAIMED, at('10:40'), at('10:05'))).toEqual(once);
    expect(saidAt(CLAIMED, at('10:40'), at('10:40'))).not.toHaveProperty('reminder');
  });

  it('always names a later moment, so that it is never asked in vain', () => {
    const alerts: readonly Alert[] = [
      OPEN,
      CLAIMED,
      { ...CLAIMED, snoozedUntil: at('12:00'), promisedAt: at('11:00') },
      { ...OPEN, snoozedUntil: at('12:00') },
    ];
    for (const alert of alerts)
      for (let minute = 0; minute < 3_000; minute += 13) {
        const now = new Date(at('10:00').getTime() + minute * 60_000);
        const { next } = saidAt(alert, now);
        if (next) expect(next > now).toBe(true);
      }
  });
});

it('reminds a quarter of the time before, from five minutes to a day', () => {
  expect([1, 15, 60, 240, 1_440, 100_000].map(reminderLead)).toEqual([5, 5, 15, 60, 360, 1_440]);
});

describe('what is due next', () => {
  it.each<[string, Partial<Alert>, ReturnType<typeof nextDue>]>([
    ['to answer', {}, { what: 'respond', at: at('10:40') }],
    ['to resolve, once answered', { contactedAt: at('10:10') }, { what: 'resolve', at: at('18:00') }],
    ['nothing before it wakes', { snoozedUntil: at('20:00') }, { what: 'wake', at: at('20:00') }],
    [
      'a promise, even in its sleep',
      { snoozedUntil: at('20:00'), promisedAt: at('19:00') },
      { what: 'promise', at: at('19:00') },
    ],
    ['a contact that is to come', { nextContactAt: at('10:20') }, { what: 'contact', at: at('10:20') }],
  ])('%s', (_what, more, due) => {
    expect(nextDue({ ...CLAIMED, ...more })).toEqual(due);
  });
});

describe('a reminder that comes late', () => {
  const dueOf = { respond: CLAIMED.respondBy, resolve: CLAIMED.resolveBy, silent: at('10:04') };
  it('holds for the owner alone, while the alert is theirs', () => {
    for (const what of REMINDERS) {
      const reminder = { what, dueAt: dueOf.respond };
      expect(stillHolds(reminder, CLAIMED, 'staff-ana')).toBe(false);
      expect(stillHolds(reminder, viewIn('resolved').alert, KIM.id)).toBe(false);
      expect(stillHolds(reminder, OPEN, KIM.id)).toBe(false);
    }
  });

  it('holds no more once what it asks for was done', () => {
    const respond = { what: 'respond_due', dueAt: dueOf.respond } as const;
    expect(stillHolds(respond, CLAIMED, KIM.id)).toBe(true);
    expect(stillHolds(respond, { ...CLAIMED, contactedAt: at('10:20') }, KIM.id)).toBe(false);
    expect(stillHolds(respond, { ...CLAIMED, snoozedUntil: at('12:00') }, KIM.id)).toBe(false);
    expect(stillHolds(respond, { ...CLAIMED, respondBy: at('11:00') }, KIM.id)).toBe(false);
    const silent = { what: 'silent', dueAt: dueOf.silent } as const;
    expect(stillHolds(silent, CLAIMED, KIM.id)).toBe(true);
    expect(stillHolds(silent, { ...CLAIMED, touchedAt: at('10:30') }, KIM.id)).toBe(false);
    const promise = { what: 'promise_now', dueAt: at('15:00') } as const;
    expect(stillHolds(promise, { ...CLAIMED, promisedAt: at('15:00') }, KIM.id)).toBe(true);
    expect(stillHolds(promise, CLAIMED, KIM.id)).toBe(false);
  });
});
