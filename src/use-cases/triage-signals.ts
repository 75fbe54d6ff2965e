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
import type { Reading } from '../domain/reading.js';
import type { Severity } from '../domain/severity.js';
import type { Signal } from '../domain/signal.js';
import type { ThemeBook } from '../domain/themes/theme-book.js';
import { type Decision, triage } from '../domain/triage.js';
import type { Clock, NewId, Transaction } from './transaction.js';
import { withHeardBefore } from './with-heard-before.js';
import { withWhatIsKnown } from './with-what-is-known.js';
import type {
  Destination,
  SignalVerdict,
  Speaker,
  TriageEvent,
  TriageStore,
  WaitingSignal,
} from './triage-store.js';

export interface TriageDeps {
  readonly transaction: Transaction<TriageStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly policy: Policy;
  /** The channels of a team, by platform. */
  readonly channelsOf: (team: string) => Readonly<Partial<Record<PlatformName, string>>>;
  /** How a text reads, in the language that its sender named where it did. Quick: it is called for every text. */
  readonly read: ReadText;
  /** What themes are called; absent: as they are written. */
  readonly themes?: NamedThemes;
  /** Whether a language model reads too, later. */
  readonly modelReads?: boolean;
  /** At most so many signals at a time. */
  readonly limit: number;
  /** The place in the code where tests stop the process. */
  readonly mark: (point: 'mid-triage') => void;
}

/** Known in memory, and read anew where another process was told of a new name meanwhile. */
export interface NamedThemes {
  /** What a theme is called, and what tells its matters apart. */
  readonly name: (theme: string) => { readonly name: string; readonly matter: string };
  /** Of what is known. */
  readonly book: () => Pick<ThemeBook, 'stamp'>;
  readonly reload: () => Promise<void>;
}

export type ReadText = (text: string, language?: string) => Reading;

const SIMILAR_DAYS = 7;
/** Somebody renames one theme after the other; then what is new comes by the minute. */
const MOST_RELOADS = 3;
const asWritten = (theme: string) => ({ name: theme, matter: theme });

export interface Triaged {
  readonly signals: number;
  /** Whether more may be waiting. */
  readonly more: boolean;
  /** Alerts opened or joined. */
  readonly alerts: number;
  /** Voices whose reporters are to be told. */
  readonly reported: number;
}

/** Decides on the oldest waiting signals, once each, in one transaction. Zero signals: nothing waits. Throws DatabaseAway. */
export async function triageSignals(deps: TriageDeps): Promise<Triaged> {
  for (let reloads = 0; ; reloads += 1) {
    const triaged = await triageOnce(deps, reloads < MOST_RELOADS);
    if (triaged !== 'renamed') return triaged;
    await deps.themes?.reload();
  }
}

/** `renamed`: a theme is called something else than this process knows, so nothing was decided. */
async function triageOnce(deps: TriageDeps, asNamedNow: boolean): Promise<Triaged | 'renamed'> {
  const { stamp } = deps.themes?.book() ?? {};
  return deps.transaction(async (store) => {
    const waiting = await store.takeWaiting(deps.limit);
    if (waiting.length === 0) return { signals: 0, more: false, alerts: 0, reported: 0 };
    const at = deps.clock();
    const speakers = await store.findSpeakers(waiting);
    store.keepSpeakers(waiting, speakers, at);
    const decided = waiting.map((each) => decideOn(each, speakers.get(each.id) ?? {}, deps));
    const heard = decided.flatMap(({ concern }) => concern ?? []);
    const matters = [...new Set(heard.flatMap(({ matter }) => matter ?? []))].sort();
    const themes = [...new Set(heard.map(({ decision }) => decision.theme))];
    const since = new Date(at.getTime() - SIMILAR_DAYS * 86_400_000);
    const [concerns, unclosed, counted] = await Promise.all([
      withHeardBefore(store, heard, decided),
      matters.length > 0 ? store.unclosedAlerts(matters) : new Map<string, Unclosed>(),
      themes.length > 0 ? store.countAlerts(themes, since) : undefined,
    ]);
    // Counted last: where the names are those that are known here still, the alerts were looked for by them too.
    if (asNamedNow && counted && stamp !== undefined && counted.stamp !== stamp) return 'renamed';
    const plan = planAlerts(concerns, unclosed, at, deps.policy);
    deps.mark('mid-triage');
    const events = [
      ...plan.openings.flatMap((each) => openingEvents(each, deps.newId)),
      ...plan.joinings.flatMap((each) => joiningEvents(each, deps.newId)),
    ];
    store.recordTriage({
      at,
      openings: plan.openings.map((opening) => ({
        ...opening,
        similarBefore: counted?.similar.get(opening.lead.decision.theme) ?? 0,
        cards: destinations(opening, deps),
      })),
      joinings: plan.joinings,
      events,
      verdicts: verdicts(decided, plan),
      toRead: deps.modelReads ? worthReading(events, decided) : [],
      reported: decided.flatMap(({ signal: { reported }, verdict: { signalId } }) =>
        reported ? [{ signalId, staffId: reported.by, platform: reported.on }] : [],
      ),
    });
    return {
      signals: waiting.length,
      more: waiting.length === deps.limit,
      alerts: plan.openings.length + plan.joinings.length,
      reported: decided.filter(({ signal }) => signal.reported).length,
    };
  });
}

/** What opened an alert, and of its repeats those that its thread quotes: a storm of one customer is not read a thousand times. */
function worthReading(events: readonly TriageEvent[], decided: readonly Decided[]): readonly string[] {
  const spoke = new Set(
    decided.flatMap(({ signal, verdict }) => (signal.text === undefined ? [] : [verdict.signalId])),
  );
  return events.flatMap(({ event, line }) =>
    (event.kind === 'opened' || (event.kind === 'joined' && line)) && spoke.has(event.signalId)
      ? [event.signalId]
      : [],
  );
}

interface Decided {
  readonly source: string;
  readonly signal: Signal;
  readonly verdict: SignalVerdict;
  readonly concern?: Concern;
}

function decideOn(
  { id, source, signal }: WaitingSignal,
  speaker: Speaker,
  { policy, read, themes }: Pick<TriageDeps, 'policy' | 'read' | 'themes'>,
): Decided {
  const known = withWhatIsKnown(signal, speaker);
  const reading = signal.text === undefined ? undefined : read(signal.text, signal.language);
  const decision = triage(source, known, policy, reading);
  const { customerId, accountId, tier } = speaker;
  const { team, reason, rule } = decision;
  const { name: theme, matter: apart } = (themes?.name ?? asWritten)(decision.theme);
  const verdict = {
    ...{ signalId: id, customerId, accountId, theme, team, reason, rule },
    ...(reading && whatWasRead(signal, reading, decision)),
  };
  if (!decision.needsPerson) return { source, signal, verdict };
  const matter = groupKey({ source, signal, customerId, theme: apart });
  return {
    source,
    signal,
    verdict,
    concern: {
      ...{ signalId: id, source, signal, decision: { ...decision, theme } },
      ...{ matter, customerId, accountId, tier },
    },
  };
}

/** Reading takes its time: of a voice with a score nobody asks how its words read, nor, where it needs nobody, in which language. */
function whatWasRead(
  { score, language }: Signal,
  reading: Reading,
  { needsPerson }: Decision,
): Pick<SignalVerdict, 'negative' | 'readLanguage'> {
  return {
    negative: score ? undefined : reading.negative,
    readLanguage: language === undefined && (!score || needsPerson) ? reading.language : undefined,
  };
}

function destinations({ lead, severity }: Opening, { channelsOf, newId }: TriageDeps): Destination[] {
  return Object.entries(channelsOf(lead.decision.team)).map(([platform, channel]) => ({
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
