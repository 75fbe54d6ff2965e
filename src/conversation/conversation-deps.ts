import type { ChangeAlertDeps, ChangeAlertStore } from '../use-cases/change-alert.js';
import type { KnowStaffStore } from '../use-cases/know-staff.js';
import type { ReadAlertsStore } from '../use-cases/read-alerts.js';
import type { Transaction } from '../use-cases/transaction.js';

export type ConversationStore = ChangeAlertStore & ReadAlertsStore & Pick<KnowStaffStore, 'listStaff'>;

export interface ConversationDeps extends Omit<ChangeAlertDeps, 'transaction'> {
  readonly transaction: Transaction<ConversationStore>;
  /** IANA name: in which times are typed by somebody whose own zone is not known. */
  readonly timeZone: string;
}
