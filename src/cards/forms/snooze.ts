import { alertName } from '../../domain/alert.js';
import type { FormKind } from '../form-kind.js';
import { headline } from '../headline.js';
import { sentence } from '../sentence.js';
import { readSnooze, snoozeFields } from '../snooze-fields.js';

/** Asks until when nothing shall be said of it. */
export const snoozeForm: FormKind = {
  ask: (view, timeZone, nextHours) => ({
    action: 'snooze',
    alert: view.alert.number,
    title: `Snooze ${alertName(view.alert.number)}`,
    intro: `${sentence(headline(view))} Nobody is reminded until then; it wakes by itself.`,
    submit: 'Snooze',
    fields: snoozeFields(timeZone, nextHours),
  }),
  read: readSnooze,
};
