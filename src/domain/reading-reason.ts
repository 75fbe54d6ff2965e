/** When a signal without a score needs a person because of how its text reads, and the words for it. */
import type { Flag, Reading } from './reading.js';
import type { Severity } from './severity.js';
import type { Signal, SignalKind } from './signal.js';

/** The rule that verdicts on readings are counted against. */
export const READING_RULE = 'reads as negative';
/** Precision .74 and recall .65 on texts that the model was not trained on: `npm run reading:report`. */
export const USUAL_ALERT_FROM = 0.5;
/** What somebody has called a matter for a person needs no reading, and praise is believed. */
const READ_KINDS: readonly SignalKind[] = ['mention', 'review', 'survey'];
const MANY_READERS = 10_000;

export interface ReadAsNegative {
  readonly severity: Severity;
  /** Flags that the words of no rule tell already. */
  readonly flags: readonly Flag[];
  readonly reason: string;
}

/** Undefined where the reading is no reason to alert. `told` are the reasons of the rules that fired. */
export function readAsNegative(
  signal: Signal,
  reading: Reading,
  alertFrom: number,
  told: readonly string[],
): ReadAsNegative | undefined {
  if (signal.score || !READ_KINDS.includes(signal.kind)) return undefined;
  const { negative, doubt, flags } = reading;
  if (negative < alertFrom) return undefined;
  const reach = signal.author?.reach ?? 0;
  const isWidelyRead = reach >= MANY_READERS;
  const toldHere = flags.filter((flag) => !told.some((reason) => tells(reason, flag)));
  const readers =
    isWidelyRead && !told.some((reason) => reason.includes(' readers'))
      ? ` to ${reach.toLocaleString('en-GB')} readers`
      : '';
  return {
    severity: severityOf(isWidelyRead, doubt !== undefined),
    flags: toldHere,
    reason: [
      `reads as negative${readers}, p ${inWords(negative)}`,
      ...toldHere.map(({ name, quote }) => `${name}: “${quote}”`),
    ].join('; '),
  };
}

/** What a rule says of a flag's words and no more: the flag says it better. */
export function saysNoMoreThan(reason: string, flags: readonly Flag[]): boolean {
  return flags.some(({ said }) => reason === plain(said));
}

/** "Read by the built-in model; low confidence: it learnt from English, and this looks German." */
export function readerInWords({ reader, doubt }: Reading): string {
  return `Read by ${reader}${doubt === undefined ? '' : `; low confidence: ${doubt}`}.`;
}

/** ".93"; never certain. */
export function inWords(likelihood: number): string {
  return Math.min(0.99, Math.max(0.01, likelihood)).toFixed(2).slice(1);
}

/** A model alone is no reason to wake anybody: critical is for rules. */
function severityOf(isWidelyRead: boolean, isDoubtful: boolean): Severity {
  if (isDoubtful) return isWidelyRead ? 'normal' : 'low';
  return isWidelyRead ? 'high' : 'normal';
}

function tells(reason: string, { said }: Flag): boolean {
  return reason !== plain(said) && reason.includes(`“${said}”`);
}

function plain(said: string): string {
  return `says “${said}”`;
}
