/** Long because every verb in every state stands in one table. */
import { describe, expect, it } from 'vitest';
import { ALERT_STATES, type Alert, type AlertState } from '../../../src/domain/alert.js';
import { type Change, isRefused, type RefusalReason, type Verb } from '../../../src/domain/changes/change.js';
import { decide } from '../../../src/domain/changes/decide.js';
import { POLICY } from '../policy-fixture.js';

const OPENED = new Date('2026-11-20T09:00:00Z');
const AT = new Date('2026-11-20T10:04:00Z');
const LATER = new Date(AT.getTime() + 3_600_000);

function alert(state: AlertState, more: Partial<Alert> = {}): Alert {
  return {
    number: 123,
    revision: 7,
    state,
    severity: 'normal',
    theme: 'refunds',
    team: 'support',
    reason: 'Says “refund”.',
    rule: 'refund',
    openedAt: OPENED,
    respondBy: OPENED,
    resolveBy: OPENED,
    signalCount: 1,
    lastSignalAt: OPENED,
    ...(state !== 'open' && { ownerId: 'kim', claimedAt: OPENED }),
    ...((state === 'resolved' || state === 'dismissed') && { closedAt: OPENED, closedBy: 'kim' }),
    ...more,
  };
}

const CHANGES: Readonly<Record<Verb, Change>> = {
  claim: { verb: 'claim' },
  release: { verb: 'release' },
  take_over: { verb: 'take_over', why: 'Kim is ill' },
  reassign: { verb: 'reassign', to: 'bo', why: 'knows the customer' },
  resolve: { verb: 'resolve', outcome: 'recovered', rootCause: 'review queue', note: 'called back' },
  dismiss: { verb: 'dismiss', dismissal: 'misread', note: 'a quote' },
  reopen: { verb: 'reopen', why: 'came back' },
  change_severity: { verb: 'change_severity', to: 'high', why: 'louder' },
  snooze: { verb: 'snooze', until: LATER },
  wake: { verb: 'wake' },
  still_on_it: { verb: 'still_on_it' },
  log_contact: { verb: 'log_contact', channel: 'call', result: 'reached', note: 'calm now' },
  promise: { verb: 'promise', due: LATER, timeZone: 'Europe/Madrid' },
};

const did = (verb: Verb, state: AlertState, actorId: string, more: Partial<Alert> = {}) =>
  decide({ alert: alert(state, more), actorId, at: AT }, CHANGES[verb], { policy: POLICY });

type Answer = 'changes' | RefusalReason;

/** For every verb: what comes of it by state, first where Kim, who owns what is claimed, does it, then where Ana does. */
const TABLE: Readonly<Record<Verb, Readonly<Record<AlertState, readonly [kim: Answer, ana: Answer]>>>> = {
  claim: {
    open: ['changes', 'changes'],
    claimed: ['already_yours', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  release: {
    open: ['not_claimed', 'not_claimed'],
    claimed: ['changes', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  take_over: {
    open: ['not_claimed', 'not_claimed'],
    claimed: ['already_yours', 'changes'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  reassign: {
    open: ['changes', 'changes'],
    claimed: ['changes', 'changes'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  resolve: {
    open: ['not_claimed', 'not_claimed'],
    claimed: ['changes', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  dismiss: {
    open: ['changes', 'changes'],
    claimed: ['changes', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  reopen: {
    open: ['not_closed', 'not_closed'],
    claimed: ['not_closed', 'not_closed'],
    resolved: ['changes', 'changes'],
    dismissed: ['closed', 'closed'],
  },
  change_severity: {
    open: ['changes', 'changes'],
    claimed: ['changes', 'changes'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  snooze: {
    open: ['changes', 'changes'],
    claimed: ['changes', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  wake: {
    open: ['unchanged', 'unchanged'],
    claimed: ['unchanged', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  still_on_it: {
    open: ['not_claimed', 'not_claimed'],
    claimed: ['changes', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  log_contact: {
    open: ['not_claimed', 'not_claimed'],
    claimed: ['changes', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
  promise: {
    open: ['not_claimed', 'not_claimed'],
    claimed: ['changes', 'taken'],
    resolved: ['closed', 'closed'],
    dismissed: ['closed', 'closed'],
  },
};

const CASES = (Object.keys(TABLE) as Verb[]).flatMap((verb) =>
  ALERT_STATES.flatMap((state) =>
    (['kim', 'ana'] as const).map((actor, index) => [actor, verb, state, TABLE[verb][state][index]] as const),
  ),
);

describe('every verb in every state', () => {
  it.each(CASES)('%s · %s · %s → %s', (actor, verb, state, answer) => {
    const verdict = did(verb, state, actor);
    expect(isRefused(verdict) ? verdict.refused : 'changes').toBe(answer);
  });

  it('is decided the same twice, and leaves the alert as it was', () => {
    for (const [actor, verb, state] of CASES) {
      const before = alert(state);
      const frozen = Object.freeze({ ...before });
      const once = decide({ alert: frozen, actorId: actor, at: AT }, CHANGES[verb], { policy: POLICY });
      expect(decide({ alert: frozen, actorId: actor, at: AT }, CHANGES[verb], { policy: POLICY })).toEqual(
        once,
      );
      expect(frozen).toEqual(before);
    }
  });
});

describe('what a change sets, and the event it leaves', () => {
  it('claim: one owner, since now', () => {
    expect(did('claim', 'open', 'ana')).toEqual({
      fields: { state: 'claimed', ownerId: 'ana', claimedAt: AT, snoozedUntil: null },
      event: { kind: 'claimed' },
    });
  });

  it('release: nobody', () => {
    expect(did('release', 'claimed', 'kim')).toEqual({
      fields: { state: 'open', ownerId: null, claimedAt: null },
      event: { kind: 'released' },
    });
  });

  it('take over: the other, with the reason', () => {
    expect(did('take_over', 'claimed', 'ana')).toEqual({
      fields: { ownerId: 'ana', claimedAt: AT },
      event: { kind: 'taken_over', from: 'kim', why: 'Kim is ill' },
    });
  });

  it('reassign: the named one, from the owner where there was one', () => {
    expect(did('reassign', 'claimed', 'ana')).toEqual({
      fields: { state: 'claimed', ownerId: 'bo', claimedAt: AT },
      event: { kind: 'reassigned', to: 'bo', from: 'kim', why: 'knows the customer' },
    });
    expect(did('reassign', 'open', 'ana')).toEqual({
      fields: { state: 'claimed', ownerId: 'bo', claimedAt: AT },
      event: { kind: 'reassigned', to: 'bo', why: 'knows the customer' },
    });
    expect(did('reassign', 'claimed', 'ana', { ownerId: 'bo' })).toEqual({ refused: 'unchanged' });
  });

  it('resolve: closed with outcome and cause', () => {
    expect(did('resolve', 'claimed', 'kim')).toEqual({
      fields: {
        state: 'resolved',
        closedAt: AT,
        closedBy: 'kim',
        outcome: 'recovered',
        rootCause: 'review queue',
        closingNote: 'called back',
        snoozedUntil: null,
        nextContactAt: null,
        promisedAt: null,
        promiseZone: null,
      },
      event: { kind: 'resolved', outcome: 'recovered', rootCause: 'review queue', note: 'called back' },
    });
  });

  it('dismiss: closed with the reason', () => {
    expect(did('dismiss', 'open', 'ana')).toEqual({
      fields: {
        state: 'dismissed',
        closedAt: AT,
        closedBy: 'ana',
        dismissal: 'misread',
        closingNote: 'a quote',
        snoozedUntil: null,
        nextContactAt: null,
        promisedAt: null,
        promiseZone: null,
      },
      event: { kind: 'dismissed', dismissal: 'misread', note: 'a quote' },
    });
  });

  it('reopen: open for anybody, with its time begun anew and nothing left of how it ended', () => {
    expect(did('reopen', 'resolved', 'ana')).toEqual({
      fields: {
        state: 'open',
        ownerId: null,
        claimedAt: null,
        closedAt: null,
        closedBy: null,
        outcome: null,
        rootCause: null,
        closingNote: null,
        respondMissedAt: null,
        resolveMissedAt: null,
        contactedAt: null,
        respondBy: new Date(AT.getTime() + 240 * 60_000),
        resolveBy: new Date(AT.getTime() + 4_320 * 60_000),
      },
      event: { kind: 'reopened', why: 'came back' },
    });
  });

  it('severity: with its deadlines, from when it was opened, by the tier', () => {
    const change = { verb: 'change_severity', to: 'high' } as const;
    const verdict = decide({ alert: alert('open'), actorId: 'ana', at: AT }, change, {
      tier: 'Gold',
      policy: POLICY,
    });
    expect(verdict).toEqual({
      fields: {
        severity: 'high',
        respondBy: new Date('2026-11-20T09:30:00Z'),
        resolveBy: new Date('2026-11-20T21:00:00Z'),
      },
      event: { kind: 'severity_changed', from: 'normal', to: 'high' },
    });
    expect(did('change_severity', 'open', 'ana', { severity: 'high' })).toEqual({ refused: 'unchanged' });
  });

  it('what was not said is not in the event', () => {
    const bare: readonly Change[] = [
      { verb: 'reassign', to: 'bo' },
      { verb: 'dismiss', dismissal: 'other' },
      { verb: 'change_severity', to: 'low' },
    ];
    for (const change of bare) {
      const verdict = decide({ alert: alert('open'), actorId: 'ana', at: AT }, change, { policy: POLICY });
      expect(verdict).not.toHaveProperty('event.why');
      expect(verdict).not.toHaveProperty('event.note');
    }
  });
});
