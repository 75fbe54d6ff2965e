import { describe, expect, it } from 'vitest';
import type { AlertEvent } from '../../../src/domain/alert-event.js';
import type { Change } from '../../../src/domain/changes/change.js';
import { decide } from '../../../src/domain/changes/decide.js';
import { at, KIM, viewIn } from '../../cards/acme.js';
import { POLICY } from '../policy-fixture.js';

const DUE = at('12:00');

/** The event that comes of `change`, at that time, where a call-back is promised for 12:00. */
function done(change: Change, time: string): AlertEvent {
  const alert = { ...viewIn('claimed').alert, promisedAt: DUE, promiseZone: 'UTC' };
  const verdict = decide({ alert, actorId: KIM.id, at: at(time) }, change, { policy: POLICY });
  if ('refused' in verdict) throw new Error(verdict.refused);
  return verdict.event;
}

const settled = (outcome: string) => ({ promise: { due: '2026-11-20T12:00:00.000Z', outcome } });

describe('a promise that is open', () => {
  it('is kept or late when the alert is resolved with what was settled with the customer', () => {
    const recovered: Change = { verb: 'resolve', outcome: 'recovered', rootCause: 'x' };
    expect(done(recovered, '11:00')).toMatchObject(settled('kept'));
    expect(done(recovered, '12:15')).toMatchObject(settled('kept'));
    expect(done(recovered, '12:16')).toMatchObject(settled('late'));
  });

  it('is broken when the alert is closed without a word to the customer', () => {
    for (const outcome of ['no_reply', 'not_an_issue', 'duplicate'] as const)
      expect(done({ verb: 'resolve', outcome, rootCause: 'x' }, '11:00')).toMatchObject(settled('broken'));
    expect(done({ verb: 'dismiss', dismissal: 'other' }, '11:00')).toMatchObject(settled('broken'));
  });

  it('may be moved while it could be kept; agreed anew after its time, it was late', () => {
    const later: Change = { verb: 'promise', due: at('16:00'), timeZone: 'UTC' };
    expect(done(later, '11:00')).toEqual({
      kind: 'promised',
      due: '2026-11-20T16:00:00.000Z',
      timeZone: 'UTC',
      movedFrom: '2026-11-20T12:00:00.000Z',
    });
    expect(done(later, '12:30')).toMatchObject(settled('late'));
  });

  it('is kept by a call that the customer took, though they did not want to talk', () => {
    const declined: Change = { verb: 'log_contact', channel: 'call', result: 'declined' };
    expect(done(declined, '12:00')).toMatchObject(settled('kept'));
    expect(done(declined, '12:30')).toMatchObject(settled('late'));
  });

  it('is left open by what says nothing to the customer', () => {
    const noAnswer = { verb: 'log_contact', channel: 'call', result: 'no_answer' } as const;
    for (const change of [{ verb: 'release' }, { verb: 'still_on_it' }, noAnswer] as const)
      expect(done(change, '12:30')).not.toHaveProperty('promise');
  });
});
