import { findPhrase, type HeardText, hearText } from './phrase.js';
import type { Condition } from './policy.js';
import { normalise, onUsualScale } from './score.js';
import type { Signal } from './signal.js';

/** A signal with what conditions ask of it again and again worked out once. */
export interface Heard {
  readonly source: string;
  readonly signal: Signal;
  readonly text: HeardText;
}

export function hear(source: string, signal: Signal): Heard {
  return { source, signal, text: hearText(signal.text ?? '') };
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
  const { source, signal } = heard;
  const { score, account } = signal;
  const holds =
    among(when.source, source) &&
    among(when.kind, signal.kind) &&
    among(when.tier, account?.tier) &&
    among(when.stage, signal.customer?.stage) &&
    among(when.region, signal.location) &&
    among(when.businessUnit, account?.businessUnit) &&
    among(when.language, signal.language?.split('-')[0]) &&
    (!when.tags || signal.tags.some((tag) => among(when.tags, tag))) &&
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

function among(allowed: readonly string[] | undefined, value: string | undefined): boolean {
  if (!allowed) return true;
  if (value === undefined) return false;
  let lower = lowerCased.get(allowed);
  if (!lower) lowerCased.set(allowed, (lower = new Set(allowed.map((each) => each.toLowerCase()))));
  return lower.has(value.toLowerCase());
}

function atLeast(floor: number | undefined, value: number | undefined): boolean {
  return floor === undefined || (value !== undefined && value >= floor);
}
