/** What triage asks of the database. What answers nothing is sent without waiting: its failure fails the transaction. */
import type { AlertEvent } from '../domain/alert-event.js';
import type { Contacts } from '../domain/contacts.js';
import type { Answer } from '../domain/answer.js';
import type { AmendedSignal, Voice } from '../domain/fold-answers.js';
import type { Holder, Joining, Opening, Unclosed } from '../domain/plan-alerts.js';
import type { PlatformName } from '../domain/policy.js';
import type { Score } from '../domain/score.js';
import type { Severity } from '../domain/severity.js';
import type { Signal } from '../domain/signal.js';

export interface WaitingSignal {
  readonly id: string;
  readonly source: string;
  readonly receivedAt: Date;
  readonly signal: Signal;
}

/** What is known of who spoke, after the signal's own facts were kept. */
export interface Speaker {
  readonly customerId?: string;
  readonly accountId?: string;
  readonly tier?: string;
  readonly stage?: string;
  readonly annualValue?: number;
  readonly businessUnit?: string;
}

export interface TriageStore {
  /** Locks and returns the oldest signals that wait, at most `limit`; those another process holds are passed over. */
  takeWaiting(limit: number): Promise<readonly WaitingSignal[]>;
  /** Who speaks in the signals, and what is known of them, also from these signals; by signal id. */
  findSpeakers(signals: readonly WaitingSignal[]): Promise<ReadonlyMap<string, Speaker>>;
  /** Keeps what the signals say of customers and accounts. Answers the customers of whom nobody knew before: they said nothing yet. */
  keepSpeakers(
    signals: readonly WaitingSignal[],
    speakers: ReadonlyMap<string, Speaker>,
    at: Date,
  ): Promise<ReadonlySet<string>>;
  /**
   * The answers that these signals say again, as they stood before them; by signal id. What is not triaged yet is not among it. Asked after
   * keepSpeakers, which lets one transaction at a time speak of a customer.
   */
  answersBefore(signals: readonly Answering[]): Promise<ReadonlyMap<string, Answer>>;
  /** Locks and returns these alerts, closed ones too; by number. */
  holders(alerts: readonly number[]): Promise<ReadonlyMap<number, Holder>>;
  /** Locks and returns the unclosed alerts of these matters. */
  unclosedAlerts(matters: readonly string[]): Promise<ReadonlyMap<string, Unclosed>>;
  /** What the customers said before; by signal id. What is not triaged yet is not among it. */
  heardBefore(signals: readonly Speaking[]): Promise<ReadonlyMap<string, HeardBefore>>;
  /** How many alerts of each theme were opened since, counted no further than a hundred. */
  countAlerts(themes: readonly string[], since: Date): Promise<CountedAlerts>;
  /** Writes everything that came of a batch; where another process opened one of the matters meanwhile, the transaction is run again. */
  recordTriage(record: TriageRecord): void;
}

export interface CountedAlerts {
  /** By theme. */
  readonly similar: ReadonlyMap<string, number>;
  /** Of what themes are called while they are counted, in the database: see ThemeBook. */
  readonly stamp: string;
}

export interface Answering extends Voice {
  /** Where nobody knows who spoke, the answer is looked for in the unclosed alert of its matter. */
  readonly matter?: string | undefined;
}

export interface Speaking {
  readonly signalId: string;
  readonly customerId: string;
  readonly occurredAt: Date;
  readonly score?: Score | undefined;
}

export interface HeardBefore {
  /** Of the same metric. */
  readonly score?: Score;
  /** Of the days before `occurredAt`. */
  readonly contacts?: Contacts;
}

export interface TriageRecord {
  readonly at: Date;
  readonly openings: readonly (Opening & {
    readonly similarBefore: number;
    readonly cards: readonly Destination[];
  })[];
  readonly joinings: readonly Joining[];
  /** Of the lead signal's alert, or of the alert joined. */
  readonly events: readonly TriageEvent[];
  readonly verdicts: readonly SignalVerdict[];
  /** Signals of answers that were said again, also earlier ones. */
  readonly amended: readonly AmendedSignal[];
  /** Signals whose text a language model is to read once their cards are posted; empty where there is no model. */
  readonly toRead: readonly string[];
  /** Those that one of us reported: who did hears what became of them. */
  readonly reported: readonly ReportedSignal[];
}

export interface ReportedSignal {
  readonly signalId: string;
  readonly staffId: string;
  readonly platform: string;
}

export interface Destination {
  readonly messageId: string;
  readonly platform: PlatformName;
  readonly channel: string;
  readonly severity: Severity;
}

export interface TriageEvent {
  readonly id: string;
  readonly of: { readonly alert: number } | { readonly openedBy: string };
  readonly event: AlertEvent;
  /** Whether it gets a line in the card's thread. */
  readonly line: boolean;
}

export interface SignalVerdict {
  readonly signalId: string;
  readonly customerId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly theme: string;
  readonly team: string;
  readonly reason: string;
  readonly rule?: string | undefined;
  /** How likely its words are negative, 0 to 1, where no score says how it is meant. */
  readonly negative?: number | undefined;
  /** ISO 639: what it looks written in, where its sender did not say. */
  readonly readLanguage?: string | undefined;
  readonly of?: { readonly alert: number } | { readonly openedBy: string };
}
