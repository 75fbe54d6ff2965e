import { findPhrase, hearText, indexPhrases, type Listened, listenFor, type PhraseIndex } from './phrase.js';
import type { Condition } from './policy.js';
import { normalise, onUsualScale } from './score.js';
import type { Signal } from './signal.js';

/** A signal with what conditions ask of it again and again worked out once. */
export interface Heard {
  readonly source: string;
  readonly signal: Signal;
  readonly text: Listened;
  readonly lower: {
    readonly source: string;
    readonly tier: string | undefined;
    readonly stage: string | undefined;
    readonly region: string | undefined;
    readonly businessUnit: string | undefined;
  };
}

/** All words that conditions ask for. */
export function phrasesOf(conditions: readonly Condition[]): PhraseIndex {
  return indexPhrases(conditions.flatMap(({ says }) => (says ? [says] : [])));
}

/** `phrases` are those of all conditions that it will be matched with. */
export function hear(source: string, signal: Signal, phrases: PhraseIndex): Heard {
  return {
    source,
    signal,
    text: listenFor(phrases, hearText(signal.text ?? '')),
    lower: {
      source: source.toLowerCase(),
      tier: signal.account?.tier?.toLowerCase(),
      stage: signal.customer?.stage?.toLowerCase(),
      region: signal.location?.toLowerCase(),
      businessUnit: signal.account?.businessUnit?.toLowerCase(),
    },
  };
}

/** What made the condition hold, for the reason in words. */
export interface Match {
  /** The customer's own words that a phrase of the condition found. */
  readonly said?: string;
}

/** From this place on its scale (0..1) a score is good, and watched words beside it are no complaint. */
const GOOD = 0.75;

/** What made everything that `when` names hold for what was heard; undefined where something does not hold. */
export function matchCondition(when: Condition, heard: Heard): Match | undefined {
  const { signal, lower } = heard;
  const { score, account } = signal;
  const holds =
    (!when.says || heard.text.maySay.has(when.says)) &&
    among(when.source, lower.source) &&
    among(when.kind, signal.kind) &&
    among(when.tier, lower.tier) &&
    among(when.stage, lower.stage) &&
    among(when.region, lower.region) &&
    among(when.businessUnit, lower.businessUnit) &&
    among(when.language, signal.language?.split('-')[0]?.toLowerCase()) &&
    (!when.tags || signal.tags.some((tag) => among(when.tags, tag.toLowerCase()))) &&
    (!when.metric || score?.metric === when.metric) &&
    (when.scoreAtMost === undefined || (score !== undefined && onUsualScale(score) <= when.scoreAtMost)) &&
    atLeast(when.reachAtLeast, signal.author?.reach) &&
    atLeast(when.annualValueAtLeast, account?.annualValue);
  if (!holds) return undefined;
  return when.says ? matchWords(when, when.says, heard) : {};
}

function matchWords(when: Condition, says: readonly string[], heard: Heard): Match | undefined {
  const happy =
    heard.signal.kind === 'praise' || (heard.signal.score && normalise(heard.signal.score) >= GOOD);
  if (happy && !when.evenWhenHappy) return undefined;
  const said = findPhrase(says, heard.text, when.saysExcept);
  return said === undefined ? undefined : { said };
}

/** Lists stand in configuration and live as long as the process, so each is made ready once. */
const lowerCased = new WeakMap<readonly string[], ReadonlySet<string>>();

/** `value` is in lower case. */
function among(allowed: readonly string[] | undefined, value: string | undefined): boolean {
  if (!allowed) return true;
  if (value === undefined) return false;
  let lower = lowerCased.get(allowed);
  if (!lower) lowerCased.set(allowed, (lower = new Set(allowed.map((each) => each.toLowerCase()))));
  return lower.has(value);
}

function atLeast(floor: number | undefined, value: number | undefined): boolean {
  return floor === undefined || (value !== undefined && value >= floor);
}
