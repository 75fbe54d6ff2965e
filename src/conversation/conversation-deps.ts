import type { ChangeAlertDeps, ChangeAlertStore } from '../use-cases/change-alert.js';
import type { KnowStaffStore } from '../use-cases/know-staff.js';
import type { Narrator } from '../use-cases/narrative/narrate.js';
import type { PostMortemDeps } from '../use-cases/post-mortem/post-mortem-deps.js';
import type { PostMortemStore } from '../use-cases/post-mortem/post-mortem-store.js';
import type { ReadAlertsStore } from '../use-cases/read-alerts.js';
import type { ReadCustomersStore } from '../use-cases/read-customers.js';
import type { SummaryStore } from '../use-cases/read-summary.js';
import type { ReportedVoiceStore, ReportVoiceDeps } from '../use-cases/reports/report-voice.js';
import type { ReportStore } from '../use-cases/share-report.js';
import type { Transaction } from '../use-cases/transaction.js';

export type ConversationStore = ChangeAlertStore &
  ReportedVoiceStore &
  ReadAlertsStore &
  PostMortemStore &
  ReadCustomersStore &
  ReportStore &
  SummaryStore &
  Pick<KnowStaffStore, 'listStaff'>;

export interface ConversationDeps extends Omit<ChangeAlertDeps, 'transaction'> {
  readonly transaction: Transaction<ConversationStore>;
  /** Called after the commit: there is a new message to post. */
  readonly wanted: () => void;
  readonly accept: ReportVoiceDeps['accept'];
  /** Absent: there is no model. */
  readonly narrator?: Narrator;
  /** Where the cards of a team stand. */
  readonly channelsOf: PostMortemDeps['channelsOf'];
  /** The names of the configured sources. */
  readonly sources: readonly string[];
  /** IANA name: in which times are typed, and whose days are meant, by somebody whose own zone is not known. */
  readonly timeZone: string;
}
