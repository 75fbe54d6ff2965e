/**
 * The language model's turn, after the cards are posted: each text is read once, whichever process takes it, and what comes of it is written
 * in one transaction with what it makes wanted. Where no reading comes, the alert stays as rules and the built-in model left it.
 */
import type { Alert } from '../domain/alert.js';
import type { AlertEvent } from '../domain/alert-event.js';
import type { AlertFields } from '../domain/changes/change.js';
import type { ModelReading } from '../domain/model-reading.js';
import type { Policy } from '../domain/policy.js';
import { settleModelReading } from '../domain/settle-model-reading.js';
import type { Severity } from '../domain/severity.js';
import type { Signal } from '../domain/signal.js';
import type { ModelRefusal } from './ask-model.js';
import type { Clock, NewId, Transaction } from './transaction.js';

/** Reads one text. Never throws for what the model does. */
export type ReadByModel = (text: {
  readonly text: string;
  /** Names that must not leave. */
  readonly people: readonly string[];
  readonly kind: string;
  readonly language?: string;
  readonly score?: string;
}) => Promise<{ readonly reading: ModelReading } | { readonly refused: ModelRefusal }>;

export interface ModelReadingsStore {
  /** Takes texts of alerts whose cards are posted, for this process alone until `until`; what another process took and lost with it is taken again. */
  takeTexts(take: {
    readonly now: Date;
    readonly until: Date;
    readonly lease: string;
    readonly limit: number;
  }): Promise<readonly TakenText[]>;
  /** Locks the alert of a text that is still this process's; undefined where another took it since. */
  lockReadAlert(signalId: string, lease: string): Promise<ReadAlert | undefined>;
  /** Writes the reading and what it changes, wants the alert's cards anew and, where it was raised, its threads told. */
  recordReading(record: RecordedReading): void;
  /** Leaves the text to the built-in reading for good, or until `again`. */
  leaveText(left: {
    readonly signalId: string;
    readonly lease: string;
    readonly why: ModelRefusal;
    readonly again?: Date;
    readonly at: Date;
  }): void;
}

export interface TakenText {
  readonly signalId: string;
  /** How often it was taken, with this time. */
  readonly attempt: number;
  readonly signal: Signal;
  /** Whoever the signal names, and whoever is known behind it. */
  readonly people: readonly string[];
}

export interface ReadAlert {
  readonly alert: Alert;
  readonly tier?: string;
  /** Whether a person has changed its severity. */
  readonly setByPerson: boolean;
  /** Whether its card quotes this text. */
  readonly isLead: boolean;
}

export interface RecordedReading {
  readonly signalId: string;
  readonly alert: number;
  /** Whether its card quotes this text. */
  readonly isLead: boolean;
  readonly reading: ModelReading;
  readonly raisedFrom?: Severity;
  readonly fields: AlertFields;
  readonly theme?: string;
  readonly event?: AlertEvent;
  readonly eventId: string;
  /** Whether the cards of the alert show something else now. */
  readonly shows: boolean;
  readonly at: Date;
}

export interface ReadByModelDeps {
  readonly transaction: Transaction<ModelReadingsStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly policy: Pick<Policy, 'deadlines' | 'tierDeadlines'>;
  readonly read: ReadByModel;
  /** Called after a commit: there are cards to post. */
  readonly changed: () => void;
  readonly count: (outcome: 'read' | 'raised' | 'left') => void;
}

/** At once: more would only come nearer to the service's limits. */
const AT_ONCE = 4;
/** Longer than any question takes. */
const LEASE_MS = 60_000;
/** When what failed is tried again; after the last it stays with the built-in reading. */
const AGAIN_MS = [60_000, 5 * 60_000, 30 * 60_000] as const;
const WORTH_ANOTHER_TRY: readonly ModelRefusal[] = ['failed', 'resting', 'setup'];

/** One round. Answers how many texts were taken. */
export async function readTexts(deps: ReadByModelDeps): Promise<number> {
  const { transaction, clock, newId } = deps;
  const now = clock();
  const lease = newId();
  const until = new Date(now.getTime() + LEASE_MS);
  const taken = await transaction((store) => store.takeTexts({ now, until, lease, limit: AT_ONCE }));
  const done = await Promise.allSettled(taken.map((text) => readText(deps, text, lease)));
  for (const each of done) if (each.status === 'rejected') throw each.reason;
  return taken.length;
}

async function readText(deps: ReadByModelDeps, taken: TakenText, lease: string): Promise<void> {
  const { transaction, clock, read, count } = deps;
  const { signalId, attempt, signal, people } = taken;
  const answer = await read({
    text: signal.text ?? '',
    people,
    kind: signal.kind,
    ...(signal.language !== undefined && { language: signal.language }),
    ...(signal.score && { score: `${signal.score.value} of ${signal.score.scale.max}` }),
  });
  if ('refused' in answer) {
    const { refused: why } = answer;
    const at = clock();
    const again = againAt(why, attempt, at);
    await transaction((store) => store.leaveText({ signalId, lease, why, at, ...(again && { again }) }));
    if (!again) count('left');
    return;
  }
  await settle(deps, taken, lease, answer.reading);
}

async function settle(
  { transaction, clock, newId, policy, changed, count }: ReadByModelDeps,
  { signalId }: TakenText,
  lease: string,
  reading: ModelReading,
): Promise<void> {
  const came = await transaction(async (store) => {
    const read = await store.lockReadAlert(signalId, lease);
    if (!read) return undefined;
    const { alert, tier, setByPerson, isLead } = read;
    const settled = settleModelReading(alert, reading, { setByPerson, tier, policy });
    const unclosed = alert.state === 'open' || alert.state === 'claimed';
    const shows = unclosed && (isLead || settled.event !== undefined || settled.theme !== undefined);
    store.recordReading({
      signalId,
      alert: alert.number,
      isLead,
      reading,
      ...settled,
      eventId: newId(),
      shows,
      at: clock(),
    });
    return { shows, raised: settled.event !== undefined };
  });
  if (!came) return;
  count(came.raised ? 'raised' : 'read');
  if (came.shows) changed();
}

/** A process that ends gives back what it took. */
function againAt(why: ModelRefusal, attempt: number, now: Date): Date | undefined {
  if (why === 'stopping') return now;
  const afterMs = WORTH_ANOTHER_TRY.includes(why) ? AGAIN_MS[attempt - 1] : undefined;
  return afterMs === undefined ? undefined : new Date(now.getTime() + afterMs);
}
