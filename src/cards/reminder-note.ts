/** What the owner of alerts is reminded of: one message for all that fell due together, each alert with what can be done about it. */
import { alertName } from '../domain/alert.js';
import type { AlertReminderView, ReminderView } from '../domain/alert-view.js';
import type { ReminderKind } from '../domain/follow-up/reminder.js';
import { stillHolds } from '../domain/follow-up/still-holds.js';
import { isTimeZone } from '../domain/zoned-time.js';
import type { ActionId } from './actions.js';
import { ago } from './ago.js';
import { headline } from './headline.js';
import type { Note, NoteItem } from './note.js';
import { actionItemsDue, actionItemsNote } from './post-mortem/action-items-due.js';
import { clock, command, type Inline, type Line, line, strong } from './text.js';
import { clockIn } from './zone-words.js';

/** Each item takes two of the 50 blocks of a Slack message; Teams shows twelve. */
const MOST_ITEMS = 10;

/** `reminders`: oldest first. Undefined where `staffId` need not hear of any of them any more. */
export function reminderNote(reminders: readonly ReminderView[], staffId: string): Note | undefined {
  const items = actionItemsDue(reminders, staffId);
  const newest = new Map<number, AlertReminderView>();
  for (const each of reminders) {
    if (each.what === 'action_due') continue;
    const { number } = each.view.alert;
    if (stillHolds(each, each.view.alert, staffId)) newest.set(number, each);
  }
  const all = [...newest.values()].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const note = alertsNote(all);
  return note && items.length > 0 ? { ...note, after: items } : (note ?? actionItemsNote(items));
}

function alertsNote(all: readonly AlertReminderView[]): Note | undefined {
  const [only, ...others] = all;
  if (!only) return undefined;
  if (others.length === 0) {
    const buttons = BUTTONS[only.what].map((action) => ({ action, alert: only.view.alert.number }));
    return { lines: [reminderLine(only)], buttons };
  }
  const left = all.length - MOST_ITEMS;
  return {
    lines: [
      line(
        strong(`${all.length} of your alerts need you`),
        ...(left > 0
          ? [`; the ${MOST_ITEMS} due first. `, command('/cx-mine'), ' shows all of them.']
          : [':']),
      ),
    ],
    items: all.slice(0, MOST_ITEMS).map((each): NoteItem => ({
      alert: each.view.alert.number,
      line: reminderLine(each),
      buttons: BUTTONS[each.what],
    })),
  };
}

const BUTTONS: Readonly<Record<ReminderKind, readonly ActionId[]>> = {
  respond_soon: ['log_contact', 'remind_me', 'release'],
  respond_due: ['log_contact', 'remind_me', 'release'],
  resolve_soon: ['resolve', 'remind_me', 'release'],
  resolve_due: ['resolve', 'remind_me', 'release'],
  silent: ['still_on_it', 'remind_me', 'release'],
  woken: ['still_on_it', 'resolve', 'remind_me'],
  contact_due: ['log_contact', 'remind_me', 'release'],
  promise_soon: ['log_contact', 'promise'],
  promise_now: ['log_contact', 'promise'],
};

/** "CX-123, Maria Lopez at Acme gave 2 of 5: respond by 10:40 (in 10 min)." */
function reminderLine(reminder: AlertReminderView): Line {
  const { view } = reminder;
  return line(strong(alertName(view.alert.number)), `, ${headline(view)}: `, ...words(reminder));
}

function words({ what, dueAt, view: { alert } }: AlertReminderView): readonly (string | Inline)[] {
  switch (what) {
    case 'respond_soon':
      return ['respond by ', clock(dueAt), ' (', ago(dueAt), '), and log the contact.'];
    case 'respond_due':
      return [
        'it was to be answered by ',
        clock(dueAt),
        ' (',
        ago(dueAt),
        '). Log the contact once you did.',
      ];
    case 'resolve_soon':
      return ['resolve by ', clock(dueAt), ' (', ago(dueAt), ').'];
    case 'resolve_due':
      return ['it was to be resolved by ', clock(dueAt), ' (', ago(dueAt), ').'];
    case 'silent':
      return ['nothing was done since ', clock(dueAt), ' (', ago(dueAt), '). Are you still on it?'];
    case 'woken':
      return [
        alert.snoozedBy === alert.ownerId ? 'you wanted to hear of it now.' : 'its snooze is over.',
        ' Resolve by ',
        clock(alert.resolveBy),
        ' (',
        ago(alert.resolveBy),
        ').',
      ];
    case 'contact_due':
      return ['the customer is to be contacted at ', clock(dueAt), ' (', ago(dueAt), ').'];
    case 'promise_soon':
    case 'promise_now': {
      const zone = alert.promiseZone;
      const there = zone !== undefined && isTimeZone(zone) ? `, ${clockIn(dueAt, zone)}` : '';
      return ['a call-back is promised for ', clock(dueAt), `${there} (`, ago(dueAt), ').'];
    }
  }
}
