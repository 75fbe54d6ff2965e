import type { FormActionId } from '../cards/actions.js';
import type { AlertView } from '../domain/alert-view.js';
import type { Change } from '../domain/changes/change.js';

/**
 * A change that stands for what a form will ask for, so that it can be decided before anybody fills the form in:
 * whether it may be done depends on the alert's state and owner, not on these answers.
 */
export function trialChange(action: FormActionId, { alert }: AlertView): Change {
  switch (action) {
    case 'snooze':
    case 'remind_me':
      return { verb: 'snooze', until: alert.resolveBy };
    case 'log_contact':
      return { verb: 'log_contact', channel: 'call', result: 'no_answer' };
    case 'promise':
      return { verb: 'promise', due: alert.resolveBy, timeZone: 'UTC' };
    case 'resolve':
      return { verb: 'resolve', outcome: 'recovered', rootCause: '' };
    case 'dismiss':
      return { verb: 'dismiss', dismissal: 'other' };
    case 'take_over':
      return { verb: 'take_over', why: '' };
    case 'reassign':
      return { verb: 'reassign', to: '' };
    case 'change_severity':
      return { verb: 'change_severity', to: alert.severity === 'low' ? 'high' : 'low' };
  }
}
