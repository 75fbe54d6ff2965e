import type { SaidAgain } from '../domain/fold-answers.js';
import { groupKey } from '../domain/group-key.js';
import {
  type Amended,
  type Concern,
  type Holder,
  type Joining,
  type Opening,
  planAlerts,
  type Unclosed,
} from '../domain/plan-alerts.js';
import type { PlatformName, Policy } from '../domain/policy.js';
import type { Reading } from '../domain/reading.js';
import type { Signal } from '../domain/signal.js';
import type { ThemeBook } from '../domain/themes/theme-book.js';
import { type Decision, triage } from '../domain/triage.js';
import type { Clock, NewId, Transaction } from './transaction.js';
import { joiningEvents, openingEvents } from './triage-events.js';
import { withAnswers } from './with-answers.js';
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
    const newcomers = await store.keepSpeakers(waiting, speakers, at);
    const { said, amended } = await withAnswers(store, { waiting, speakers, newcomers });
    const decided = waiting.map((each) =>
      decideOn(each, said.get(each.id), speakers.get(each.id) ?? {}, deps),
    );
    const heard = decided.flatMap(({ concern }) => concern ?? []);
    const held = [...new Set([...said.values()].flatMap(({ amendment }) => amendment?.before.alert ?? []))];
    const matters = [...new Set(heard.flatMap(({ matter }) => matter ?? []))].sort();
    const themes = [...new Set(heard.map(({ decision }) => decision.theme))];
    const since = new Date(at.getTime() - SIMILAR_DAYS * 86_400_000);
    const [concerns, unclosed, holders, counted] = await Promise.all([
      withHeardBefore(store, heard, { batch: decided, newcomers }),
      matters.length > 0 ? store.unclosedAlerts(matters) : new Map<string, Unclosed>(),
      held.length > 0 ? store.holders(held) : new Map<number, Holder>(),
      themes.length > 0 ? store.countAlerts(themes, since) : undefined,
    ]);
    // Counted last: where the names are those that are known here still, the alerts were looked for by them too.
    if (asNamedNow && counted && stamp !== undefined && counted.stamp !== stamp) return 'renamed';
    const quiet = decided.flatMap(({ quiet: each }) => each ?? []);
    const plan = planAlerts({ concerns, quiet, unclosed, holders, now: at, policy: deps.policy });
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
      amended,
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

/** What opened an alert, and of its repeats and amendments those that its thread tells: a storm of one customer is not read a thousand times. */
function worthReading(events: readonly TriageEvent[], decided: readonly Decided[]): readonly string[] {
  const spoke = new Set(
    decided.flatMap(({ signal, verdict }) => (signal.text === undefined ? [] : [verdict.signalId])),
  );
  return events.flatMap(({ event, line }) =>
    (event.kind === 'opened' || ((event.kind === 'joined' || event.kind === 'amended') && line)) &&
    spoke.has(event.signalId)
      ? [event.signalId]
      : [],
  );
}

interface Decided {
  readonly source: string;
  readonly signal: Signal;
  readonly verdict: SignalVerdict;
  readonly again?: SaidAgain | undefined;
  readonly concern?: Concern;
  /** What needs nobody, of an answer that is part of an alert. */
  readonly quiet?: Amended;
}

const OVERTAKEN = 'Said anew soon after: what it says now was decided on.';

function decideOn(
  { id, source, signal: given }: WaitingSignal,
  again: SaidAgain | undefined,
  speaker: Speaker,
  { policy, read, themes }: Pick<TriageDeps, 'policy' | 'read' | 'themes'>,
): Decided {
  const { signal = given, amendment, overtakenBy } = again ?? {};
  const known = withWhatIsKnown(signal, speaker);
  const reading = signal.text === undefined ? undefined : read(signal.text, signal.language);
  const decision = triage(source, known, policy, reading);
  const { customerId, accountId } = speaker;
  const tier = known.account?.tier;
  const { team, reason, rule } = decision;
  const { name: theme, matter: apart } = (themes?.name ?? asWritten)(decision.theme);
  const verdict = {
    ...{ signalId: id, customerId, accountId, theme, team, reason, rule },
    ...(reading && whatWasRead(signal, reading, decision)),
  };
  const decided = { source, signal, verdict, again };
  if (overtakenBy !== undefined)
    return { ...decided, verdict: { ...verdict, reason: OVERTAKEN, rule: undefined } };
  if (!decision.needsPerson)
    return amendment?.before.alert === undefined
      ? decided
      : {
          ...decided,
          quiet: { signalId: id, source, signal, amendment, previousScore: amendment.rated?.was },
        };
  const matter = groupKey({ source, signal, customerId, theme: apart });
  return {
    ...decided,
    concern: {
      ...{ signalId: id, source, signal, decision: { ...decision, theme } },
      ...{ matter, customerId, accountId, tier, amendment },
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

function verdicts(
  decided: readonly Decided[],
  plan: { readonly openings: readonly Opening[]; readonly joinings: readonly Joining[] },
): SignalVerdict[] {
  const of = new Map<string, TriageEvent['of']>();
  for (const { lead, concerns } of plan.openings) {
    for (const { signalId } of concerns) of.set(signalId, { openedBy: lead.signalId });
  }
  for (const { alert, concerns, amended } of plan.joinings) {
    for (const { signalId } of [...concerns, ...amended]) of.set(signalId, { alert: alert.number });
  }
  return decided.map(({ verdict, again }) => {
    const held = again?.alert === undefined ? undefined : { alert: again.alert };
    const alert = of.get(again?.overtakenBy ?? verdict.signalId) ?? held;
    return alert ? { ...verdict, of: alert } : verdict;
  });
}
