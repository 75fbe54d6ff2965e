import { alertName } from '../../domain/alert.js';
import type { FormKind } from '../form-kind.js';
import { headline } from '../headline.js';
import { sentence } from '../sentence.js';
import { readSnooze, snoozeFields } from '../snooze-fields.js';

/** Asks the owner when to come back to it: a snooze by another name. */
export const remindMeForm: FormKind = {
  ask: (view, timeZone, nextHours) => ({
    action: 'remind_me',
    alert: view.alert.number,
    title: `Reminder, ${alertName(view.alert.number)}`,
    intro: `${sentence(headline(view))} It stays yours, and says nothing until then.`,
    submit: 'Remind me',
    fields: snoozeFields(timeZone, nextHours),
  }),
  read: readSnooze,
};
