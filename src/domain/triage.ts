import { type Heard, hear, matchCondition, phrasesOf } from './condition.js';
import type { PhraseIndex } from './phrase.js';
import type { Policy, Rule } from './policy.js';
import {
  inWords,
  READING_RULE,
  readAsNegative,
  readerInWords,
  saysNoMoreThan,
  USUAL_ALERT_FROM,
} from './reading-reason.js';
import type { Reading } from './reading.js';
import { routeTo } from './routing.js';
import {
  atMostInWords,
  isOnUsualScale,
  METRIC_NAMES,
  normalise,
  onUsualScale,
  type Score,
  scoreInWords,
} from './score.js';
import { SEVERITIES, type Severity } from './severity.js';
import type { Signal, SignalKind } from './signal.js';

/** Whether a signal needs a person, and why, in words a person could argue with. */
export type Decision = NeedsPerson | TimelineOnly;

export interface NeedsPerson {
  readonly needsPerson: true;
  readonly severity: Severity;
  readonly theme: string;
  readonly team: string;
  readonly reason: string;
  /** The rule whose severity won: verdicts are counted against it. */
  readonly rule: string;
}

export interface TimelineOnly {
  readonly needsPerson: false;
  readonly theme: string;
  /** Whose customer spoke. */
  readonly team: string;
  readonly reason: string;
  readonly rule?: string;
}

/** What a signal is about when no rule names a theme. */
export const NO_THEME = 'general';

/** The built-in rule that a score at or below its threshold needs a person. */
const THRESHOLD_RULE = 'score threshold';

interface Fired {
  readonly rule: string;
  readonly severity: Severity;
  readonly reason: string;
}

/**
 * Decides by configured rules and thresholds, then by how the text reads, where it was read. Pure; the gravest of what fires gives the
 * severity, so that a reading can raise it and never lower it.
 */
export function triage(source: string, signal: Signal, policy: Policy, reading?: Reading): Decision {
  const heard = hear(source, signal, phrasesIn(policy));
  const fired: Fired[] = [];
  let theme: string | undefined;
  for (const rule of policy.rules) {
    const match = matchCondition(rule.when, heard);
    if (!match) continue;
    theme ??= rule.theme;
    const reason = fillReason(rule, heard, match.said);
    if (rule.severity === 'ignore') {
      theme ??= NO_THEME;
      return { needsPerson: false, theme, team: quietTeam(heard, theme, policy), reason, rule: rule.name };
    }
    if (rule.severity) fired.push({ rule: rule.name, severity: rule.severity, reason });
  }
  const named = calledGrave(signal);
  if (named) fired.push(named);
  const low = lowScore(signal, policy);
  if (low && !fired.some((each) => each.rule === THRESHOLD_RULE)) fired.push(low);
  theme ??= reading?.themes[0] ?? NO_THEME;
  const told = fired.map(({ reason }) => reason);
  const read =
    reading && readAsNegative(signal, reading, policy.reading?.alertFrom ?? USUAL_ALERT_FROM, told);
  const all = read ? [...fired, { rule: READING_RULE, severity: read.severity, reason: read.reason }] : fired;
  const [gravest] = gravestFirst(all);
  if (!gravest) {
    const reason = whyNot(heard, reading);
    return { needsPerson: false, theme, team: quietTeam(heard, theme, policy), reason };
  }
  const team = routeTo(heard, { theme, severity: gravest.severity }, policy);
  const reasons = gravestFirst(fired).map(({ reason }) => reason);
  return {
    needsPerson: true,
    severity: gravest.severity,
    theme,
    team,
    reason:
      reading && read
        ? `${joinReasons(
            reasons.filter((each) => !saysNoMoreThan(each, read.flags)),
            read.reason,
          )} ${readerInWords(reading)}`
        : joinReasons(reasons),
    rule: gravest.rule,
  };
}

/** The rule that a colleague who heard it may call it graver than the rules do. */
const REPORTED_RULE = 'reported as grave';

function calledGrave({ reported }: Signal): Fired | undefined {
  if (reported?.severity === undefined) return undefined;
  const { name, severity } = reported;
  return { rule: REPORTED_RULE, severity, reason: `${name} reported it as ${severity}` };
}

/** A policy lives as long as the process. */
const phraseIndexes = new WeakMap<Policy, PhraseIndex>();

function phrasesIn(policy: Policy): PhraseIndex {
  const known = phraseIndexes.get(policy);
  if (known) return known;
  const index = phrasesOf([...policy.rules, ...policy.routes].map(({ when }) => when));
  phraseIndexes.set(policy, index);
  return index;
}

/** What needs nobody is routed as the least grave. */
function quietTeam(heard: Heard, theme: string, policy: Policy): string {
  return routeTo(heard, { theme, severity: 'low' }, policy);
}

function lowScore(signal: Signal, policy: Policy): Fired | undefined {
  const { score } = signal;
  if (!score || onUsualScale(score) > policy.thresholds[score.metric]) return undefined;
  const limit = atMostInWords(score.metric, policy.thresholds[score.metric]);
  const reason = isOnUsualScale(score) ? limit : `${limit} (${scoreInWords(score)})`;
  return { rule: THRESHOLD_RULE, severity: normalise(score) === 0 ? 'high' : 'normal', reason };
}

/** Rules of one severity stay in their order. */
function gravestFirst(fired: readonly Fired[]): readonly Fired[] {
  return fired.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** At most three, so that the card stays readable, `last` among them; a reason that another one holds is not said twice. */
function joinReasons(given: readonly string[], last?: string): string {
  const reasons = [...new Set(given)];
  const telling = reasons.filter(
    (reason) => !reasons.some((other) => other !== reason && other.includes(reason)),
  );
  const joined = last === undefined ? telling.slice(0, 3) : [...telling.slice(0, 2), last];
  return capital(joined.join('; ')) + '.';
}

/** What `{happening}` says where the source gave no sentence of its own. */
const HAPPENED: Readonly<Partial<Record<SignalKind, string>>> = {
  escalation: 'escalated',
  cancellation: 'cancelled',
  incident: 'an incident touches this customer',
  report: 'reported as a problem',
};

function fillReason(rule: Rule, { signal }: Heard, said: string | undefined): string {
  const values: Readonly<Record<string, string | undefined>> = {
    said: said && `“${said}”`,
    score: signal.score && scoreInWords(signal.score),
    tier: signal.account?.tier,
    reach: signal.author?.reach?.toLocaleString('en-GB'),
    happening: signal.happening ? lowerFirst(signal.happening) : happened(signal),
  };
  const words = rule.reason.replace(
    /\{(said|score|tier|reach|happening)\}/gu,
    (_, name: string) => values[name] ?? 'unknown',
  );
  return words.trimEnd().replace(/\.$/u, '');
}

function happened({ kind, reported }: Signal): string | undefined {
  return reported ? `reported by ${reported.name}` : HAPPENED[kind];
}

function whyNot({ signal }: Heard, reading: Reading | undefined): string {
  if (signal.kind === 'praise') return 'Praise: kept on the timeline for thanks.';
  if (signal.score) return `${given(signal.score)} is above the threshold, and no rule fired.`;
  const reach = signal.author?.reach;
  const heard = [
    'No score',
    'no watched words',
    ...(reach === undefined ? [] : [`reach ${reach.toLocaleString('en-GB')}`]),
    ...(reading ? [`p ${inWords(reading.negative)} of being negative`] : []),
  ];
  return `${heard.join(', ')}: kept on the timeline.${reading ? ` ${readerInWords(reading)}` : ''}`;
}

function given(score: Score): string {
  switch (score.metric) {
    case 'thumbs':
      return `A rating of ${scoreInWords(score)}`;
    case 'stars':
      return `${scoreInWords(score)} stars`;
    case 'csat':
    case 'nps':
    case 'ces':
      return `${METRIC_NAMES[score.metric]} ${scoreInWords(score)}`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As the sentence goes on; an abbreviation at the front ("SLA") stays as it is. */
function lowerFirst(text: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
