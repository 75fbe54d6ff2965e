import { describe, expect, it } from 'vitest';
import { ACTIONS_WITH_FORM, type FormActionId } from '../../src/cards/actions.js';
import { ask } from '../../src/conversation/press.js';
import { ALERT_STATES, type AlertState } from '../../src/domain/alert.js';
import type { Change } from '../../src/domain/changes/change.js';
import { isRefused } from '../../src/domain/changes/change.js';
import { decide } from '../../src/domain/changes/decide.js';
import type { Staff } from '../../src/domain/staff.js';
import { ANA, at, BO, KIM, viewIn, without } from '../cards/acme.js';
import { POLICY } from './policy.js';

const DEPS = { clock: () => at('10:30'), policy: POLICY, timeZone: 'UTC' };

function askedBy(actor: Staff, action: FormActionId, state: AlertState) {
  return ask(DEPS, { actor, action, view: viewIn(state) });
}

/** What people would really send. */
const REAL: Readonly<Record<FormActionId, Change>> = {
  resolve: { verb: 'resolve', outcome: 'partly', rootCause: 'late courier', note: 'called' },
  dismiss: { verb: 'dismiss', dismissal: 'handled' },
  take_over: { verb: 'take_over', why: 'Kim is off' },
  reassign: { verb: 'reassign', to: BO.id },
  change_severity: { verb: 'change_severity', to: 'critical' },
  snooze: { verb: 'snooze', until: at('11:30') },
  remind_me: { verb: 'snooze', until: at('11:30') },
  log_contact: { verb: 'log_contact', channel: 'email', result: 'reached' },
  promise: { verb: 'promise', due: at('15:00'), timeZone: 'Europe/Madrid' },
};

describe('asking first', () => {
  it('shows the form to the owner and the refusal to a late clicker', () => {
    expect(askedBy(KIM, 'resolve', 'claimed')).toMatchObject({ kind: 'form', form: { action: 'resolve' } });
    expect(askedBy(ANA, 'resolve', 'claimed')).toMatchObject({ kind: 'note' });
    expect(askedBy(KIM, 'resolve', 'resolved')).toMatchObject({ kind: 'note' });
  });

  it('tells times in the usual zone to somebody whose own this machine does not know', () => {
    const actor = { ...KIM, timeZone: 'Atlantis/Capital' };
    const view = { ...viewIn('claimed'), customer: without(viewIn('claimed').customer!, 'timeZone') };
    const asked = ask(DEPS, { actor, action: 'promise', view });
    expect(asked).toMatchObject({
      form: { fields: [{ label: "When, in UTC (the customer's is not known)" }] },
    });
  });

  it('asks exactly where the answers could be acted on, in every state and for everybody', () => {
    let asked = 0;
    for (const state of ALERT_STATES)
      for (const actor of [KIM, ANA])
        for (const action of ACTIONS_WITH_FORM) {
          const { alert } = viewIn(state);
          const verdict = decide({ alert, actorId: actor.id, at: at('10:30') }, REAL[action], {
            policy: POLICY,
          });
          const kind = askedBy(actor, action, state).kind;
          expect([state, actor.name, action, kind]).toEqual([
            state,
            actor.name,
            action,
            isRefused(verdict) ? 'note' : 'form',
          ]);
          if (kind === 'form') asked += 1;
        }
    expect(asked).toBe(21);
  });
});
