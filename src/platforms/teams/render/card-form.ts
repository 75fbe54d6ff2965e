/**
 * The form behind a button, as the card alone can ask it: a posted card must hold its forms before anybody presses. What a form
 * says of the alert above its fields stands on the card already.
 */
import type { FormActionId } from '../../../cards/actions.js';
import { ALL_FORMS } from '../../../cards/all-forms.js';
import type { Card } from '../../../cards/card.js';
import type { AlertForm } from '../../../cards/form.js';
import type { AlertView } from '../../../domain/alert-view.js';

const NO_TIME = new Date(0);

export function cardForm(action: FormActionId, card: Card): AlertForm {
  const { title, submit, fields } = ALL_FORMS[action].ask(viewBehind(card), 'UTC');
  return { action, alert: card.alert, title, submit, fields };
}

/** As much of the alert as fields depend on: its number, state and severity. A test fails where a field shows more. */
function viewBehind({ alert, state, severity }: Card): AlertView {
  return {
    alert: {
      number: alert,
      revision: 0,
      state,
      severity,
      theme: '',
      team: '',
      reason: '',
      rule: '',
      openedAt: NO_TIME,
      respondBy: NO_TIME,
      resolveBy: NO_TIME,
      signalCount: 1,
      lastSignalAt: NO_TIME,
    },
    lead: { id: '', source: '', kind: 'report', occurredAt: NO_TIME, receivedAt: NO_TIME },
    similarBefore: 0,
  };
}
