/** Every form of forms/, by the action that asks it; a test fails when a file there is not on this list. */
import type { FormActionId } from './actions.js';
import type { FormKind } from './form-kind.js';
import { changeSeverityForm } from './forms/change-severity.js';
import { dismissForm } from './forms/dismiss.js';
import { logContactForm } from './forms/log-contact.js';
import { promiseForm } from './forms/promise.js';
import { reassignForm } from './forms/reassign.js';
import { remindMeForm } from './forms/remind-me.js';
import { resolveForm } from './forms/resolve.js';
import { snoozeForm } from './forms/snooze.js';
import { takeOverForm } from './forms/take-over.js';

export const ALL_FORMS: Readonly<Record<FormActionId, FormKind>> = {
  dismiss: dismissForm,
  change_severity: changeSeverityForm,
  reassign: reassignForm,
  resolve: resolveForm,
  take_over: takeOverForm,
  snooze: snoozeForm,
  remind_me: remindMeForm,
  log_contact: logContactForm,
  promise: promiseForm,
};
