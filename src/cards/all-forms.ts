/** Every form of forms/, by the action that asks it; a test fails when a file there is not on this list. */
import type { FormActionId } from './actions.js';
import type { FormKind } from './form-kind.js';
import { changeSeverityForm } from './forms/change-severity.js';
import { dismissForm } from './forms/dismiss.js';
import { reassignForm } from './forms/reassign.js';
import { resolveForm } from './forms/resolve.js';
import { takeOverForm } from './forms/take-over.js';

export const ALL_FORMS: Readonly<Record<FormActionId, FormKind>> = {
  dismiss: dismissForm,
  change_severity: changeSeverityForm,
  reassign: reassignForm,
  resolve: resolveForm,
  take_over: takeOverForm,
};
