/** An alert with everything that its card shows, as read from the database in one go. */
import type { AlertEvent } from './alert-event.js';
import type { Alert } from './alert.js';
import type { Contacts } from './contacts.js';
import type { Reminder } from './follow-up/reminder.js';
import type { ModelReadingView } from './model-reading.js';
import type { ActionItem } from './post-mortem/action-item.js';
import type { Score } from './score.js';
import type { SignalKind } from './signal.js';
import type { Staff } from './staff.js';

export interface AlertView {
  readonly alert: Alert;
  readonly owner?: Staff;
  readonly closedBy?: Staff;
  /** Of one that is snoozed. */
  readonly snoozedBy?: Staff;
  readonly customer?: CustomerView;
  readonly account?: AccountView;
  /** The signal whose words the card quotes. */
  readonly lead: SignalView;
  /** The customer's score of the same metric before this one. */
  readonly previousScore?: Score;
  /** Alerts of the same theme in the seven days before this one was opened. */
  readonly similarBefore: number;
  /** The customer's contacts of late, up to the newest voice of this alert. */
  readonly contacts?: Contacts;
  /** The number of the post-mortem that it is part of. */
  readonly postMortem?: number;
  /** How a language model read the words that the card quotes, where one did. */
  readonly modelReading?: ModelReadingView;
  /** What an earlier post-mortem of the same theme said would be done differently. */
  readonly lesson?: { readonly postMortem: number; readonly text: string };
}

export interface CustomerView {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly stage?: string;
  readonly preferredContact?: string;
  readonly timeZone?: string;
}

export interface AccountView {
  readonly id: string;
  readonly name?: string;
  readonly tier?: string;
  readonly annualValue?: number;
  readonly currency?: string;
  readonly businessUnit?: string;
  readonly owner?: string;
}

export interface SignalView {
  readonly id: string;
  readonly source: string;
  readonly kind: SignalKind;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly text?: string;
  readonly happening?: string;
  readonly score?: Score;
  readonly url?: string;
  readonly channel?: string;
  /** The name of who spoke, as the sender gave it. */
  readonly speaker?: string;
  readonly reach?: number;
  /** As its sender named it: BCP 47. */
  readonly language?: string;
  /** ISO 639, where its sender named none. */
  readonly looksWrittenIn?: string;
  /** The name of who of ours reported it. */
  readonly reporter?: string;
  /** The signal that said the same answer or post first, where that is another. */
  readonly amends?: string;
  /** When it was said anew, where it was. */
  readonly amendedAt?: Date;
}

export type ReminderView = AlertReminderView | ActionReminderView;

/** A reminder with the alert as it stands now. */
export interface AlertReminderView extends Reminder {
  readonly view: AlertView;
}

/** Of an action item, with the alert that its post-mortem was opened for. */
export interface ActionReminderView {
  readonly what: 'action_due';
  readonly dueAt: Date;
  readonly item: ActionItem;
  readonly view: AlertView;
}

/** One event of an alert with the people and words it names, for threads, histories and timelines. */
export interface EventView {
  readonly id: string;
  readonly at: Date;
  readonly actor?: Staff;
  readonly event: AlertEvent;
  /** For `reassigned` and `taken_over`: who gets it, who had it. */
  readonly to?: Staff;
  readonly from?: Staff;
  /** For `opened`, `joined` and `amended`. */
  readonly signal?: SignalView;
}
