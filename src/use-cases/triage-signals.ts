import { type AlertEvent, openingDeservesLine, repeatDeservesLine } from '../domain/alert-event.js';
import { groupKey } from '../domain/group-key.js';
import {
  type Concern,
  type Joining,
  type Opening,
  planAlerts,
  type Unclosed,
} from '../domain/plan-alerts.js';
import type { PlatformName, Policy } from '../domain/policy.js';
import type { Score } from '../domain/score.js';
import type { Severity } from '../domain/severity.js';
import type { Signal } from '../domain/signal.js';
import { triage } from '../domain/triage.js';
import type { Clock, NewId, Transaction } from './transaction.js';

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
  /** Keeps what the signals say of customers and accounts; by signal id. */
  knowSpeakers(signals: readonly WaitingSignal[], at: Date): Promise<ReadonlyMap<string, Speaker>>;
  /** Locks and returns the unclosed alerts of these matters. */
  unclosedAlerts(matters: readonly string[]): Promise<ReadonlyMap<string, Unclosed>>;
  /** The customer's score of the same metric before this signal; by signal id. */
  previousScores(
    signals: readonly { readonly signalId: string; readonly customerId: string; readonly score: Score }[],
  ): Promise<ReadonlyMap<string, Score>>;
  /** How many alerts of each theme were opened since, counted no further than a hundred. */
  countAlerts(themes: readonly string[], since: Date): Promise<ReadonlyMap<string, number>>;
  /** Writes everything that came of a batch. Throws LostRace where another process opened one of the matters meanwhile. */
  recordTriage(record: TriageRecord): Promise<void>;
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
  readonly reason: string;
  readonly rule?: string | undefined;
  readonly of?: { readonly alert: number } | { readonly openedBy: string };
}

export interface TriageDeps {
  readonly transaction: Transaction<TriageStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly policy: Policy;
  /** The place in the code where tests stop the process. */
  readonly mark: (point: 'mid-triage') => void;
}

const BATCH_SIGNALS = 200;
const SIMILAR_DAYS = 7;

export interface Triaged {
  readonly signals: number;
  /** Alerts opened or joined. */
  readonly alerts: number;
}

/** Decides on the oldest waiting signals, once each, in one transaction. Zero signals: nothing waits. Throws DatabaseAway. */
export async function triageSignals(deps: TriageDeps): Promise<Triaged> {
  return deps.transaction(async (store) => {
    const waiting = await store.takeWaiting(BATCH_SIGNALS);
    if (waiting.length === 0) return { signals: 0, alerts: 0 };
    const at = deps.clock();
    const speakers = await store.knowSpeakers(waiting, at);
    const decided = waiting.map((each) => decideOn(each, speakers.get(each.id) ?? {}, deps.policy));
    const heard = decided.flatMap(({ concern }) => concern ?? []);
    const matters = [...new Set(heard.flatMap(({ matter }) => matter ?? []))].sort();
    const themes = [...new Set(heard.map(({ decision }) => decision.theme))];
    const since = new Date(at.getTime() - SIMILAR_DAYS * 86_400_000);
    const [concerns, unclosed, similar] = await Promise.all([
      withPreviousScores(store, heard),
      matters.length > 0 ? store.unclosedAlerts(matters) : new Map<string, Unclosed>(),
      themes.length > 0 ? store.countAlerts(themes, since) : new Map<string, number>(),
    ]);
    const plan = planAlerts(concerns, unclosed, at, deps.policy);
    deps.mark('mid-triage');
    await store.recordTriage({
      at,
      openings: plan.openings.map((opening) => ({
        ...opening,
        similarBefore: similar.get(opening.lead.decision.theme) ?? 0,
        cards: destinations(opening, deps),
      })),
      joinings: plan.joinings,
      events: [
        ...plan.openings.flatMap((each) => openingEvents(each, deps.newId)),
        ...plan.joinings.flatMap((each) => joiningEvents(each, deps.newId)),
      ],
      verdicts: verdicts(decided, plan),
    });
    return { signals: waiting.length, alerts: plan.openings.length + plan.joinings.length };
  });
}

interface Decided {
  readonly verdict: SignalVerdict;
  readonly concern?: Concern;
}

function decideOn({ id, source, signal }: WaitingSignal, speaker: Speaker, policy: Policy): Decided {
  const known = withWhatIsKnown(signal, speaker);
  const decision = triage(source, known, policy);
  const { customerId, accountId, tier } = speaker;
  const { theme, reason, rule } = decision;
  const verdict = { signalId: id, customerId, accountId, theme, reason, rule };
  if (!decision.needsPerson) return { verdict };
  const matter = groupKey({ source, signal, customerId, theme });
  return { verdict, concern: { signalId: id, signal, decision, matter, customerId, accountId, tier } };
}

/** Rules see what is known of the account and the customer, not only what this signal happens to say. */
function withWhatIsKnown(signal: Signal, { tier, stage, annualValue, businessUnit }: Speaker): Signal {
  if (tier === undefined && stage === undefined && annualValue === undefined && businessUnit === undefined)
    return signal;
  return {
    ...signal,
    account: {
      ...(tier !== undefined && { tier }),
      ...(annualValue !== undefined && { annualValue }),
      ...(businessUnit !== undefined && { businessUnit }),
      ...signal.account,
    },
    customer: { ...(stage !== undefined && { stage }), ...signal.customer },
  };
}

async function withPreviousScores(
  store: TriageStore,
  concerns: readonly Concern[],
): Promise<readonly Concern[]> {
  const asked = concerns.flatMap(({ signalId, customerId, signal }) =>
    customerId !== undefined && signal.score ? [{ signalId, customerId, score: signal.score }] : [],
  );
  if (asked.length === 0) return concerns;
  const previous = await store.previousScores(asked);
  return concerns.map((concern) => ({ ...concern, previousScore: previous.get(concern.signalId) }));
}

function destinations({ lead, severity }: Opening, { policy, newId }: TriageDeps): Destination[] {
  const team = policy.teams.find(({ name }) => name === lead.decision.team);
  return Object.entries(team?.channels ?? {}).map(([platform, channel]) => ({
    messageId: newId(),
    platform: platform as PlatformName,
    channel,
    severity,
  }));
}

function openingEvents({ lead, concerns, severity }: Opening, newId: NewId): TriageEvent[] {
  const of = { openedBy: lead.signalId };
  const opened: AlertEvent = {
    kind: 'opened',
    signalId: lead.signalId,
    severity,
    reason: lead.decision.reason,
  };
  const others = concerns.filter((concern) => concern !== lead);
  return [
    { id: newId(), of, event: opened, line: openingDeservesLine(lead.signal.text) },
    ...others.map((concern, index) => joined(newId(), of, concern.signalId, index + 2)),
  ];
}

function joiningEvents({ alert, concerns, raised }: Joining, newId: NewId): TriageEvent[] {
  const of = { alert: alert.number };
  return concerns.map((concern, index) => {
    const severity = concern.decision.severity === raised?.severity ? raised.severity : undefined;
    return joined(newId(), of, concern.signalId, alert.signalCount + index + 1, severity);
  });
}

function joined(
  id: string,
  of: TriageEvent['of'],
  signalId: string,
  count: number,
  severity?: Severity,
): TriageEvent {
  const event: AlertEvent = { kind: 'joined', signalId, count, ...(severity && { severity }) };
  return { id, of, event, line: repeatDeservesLine(count) || severity !== undefined };
}

function verdicts(
  decided: readonly Decided[],
  plan: { readonly openings: readonly Opening[]; readonly joinings: readonly Joining[] },
): SignalVerdict[] {
  const of = new Map<string, TriageEvent['of']>();
  for (const { lead, concerns } of plan.openings) {
    for (const { signalId } of concerns) of.set(signalId, { openedBy: lead.signalId });
  }
  for (const { alert, concerns } of plan.joinings) {
    for (const { signalId } of concerns) of.set(signalId, { alert: alert.number });
  }
  return decided.map(({ verdict }) => {
    const alert = of.get(verdict.signalId);
    return alert ? { ...verdict, of: alert } : verdict;
  });
}
