/** Thread lines that carry the customer's words: the first ones whole, and every repeat. */
import type { AlertEvent } from '../domain/alert-event.js';
import type { AlertView, SignalView } from '../domain/alert-view.js';
import { plainText, shorten } from '../domain/plain-text.js';
import { scoreInWords } from '../domain/score.js';
import { cardQuote } from './alert-card.js';
import { speaker } from './headline.js';
import { known } from './known.js';
import { sentence } from './sentence.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { clock, type Inline, type Line, line } from './text.js';

/** Slack's section takes 3,000 characters: https://docs.slack.dev/reference/block-kit/blocks/section-block. */
const THREAD_QUOTE_LIMIT = 2_500;

/** The whole text of the voice that opened the alert; undefined where the card shows it all. */
export function wholeTextLine(signal: SignalView | undefined): Line | undefined {
  const quote = signal && cardQuote(signal);
  if (signal?.text === undefined || quote === undefined || known(signal.text, Infinity) === quote)
    return undefined;
  return line(`In full: “${shorten(plainText(signal.text), THREAD_QUOTE_LIMIT)}”`);
}

/** Senders need a moment to tell us. */
const HEARD_LATE_MS = 5 * 60_000;

/** `Another from Maria: “Still nothing.” (2 so far)`. The line stands beside the time at which we heard it. */
export function joinedLine(
  event: AlertEvent & { kind: 'joined' },
  signal: SignalView | undefined,
  view: AlertView,
): Line {
  const who = signal && speaker(view, signal);
  const said = signal && saidWords(signal);
  return line(
    who ? `Another from ${who}` : 'Another one',
    ...(signal ? saidEarlier(signal) : []),
    signal?.score && `, ${scoreInWords(signal.score)}`,
    said ? `: ${said} ` : ' ',
    `(${event.count} so far)`,
    event.severity && `. This is now ${SEVERITY_NAMES[event.severity].toLowerCase()}.`,
  );
}

/** `, said 10:12`, where that was well before we heard it. */
function saidEarlier({ text, occurredAt, receivedAt }: SignalView): readonly (string | Inline)[] {
  if (receivedAt.getTime() - occurredAt.getTime() <= HEARD_LATE_MS) return [];
  return [known(text, Infinity) === undefined ? ', dated ' : ', said ', clock(occurredAt)];
}

/** The words in quotation marks, or what the source says happened. */
function saidWords(signal: SignalView): string | undefined {
  const words = quotedInThread(signal);
  if (words !== undefined) return words;
  const happening = known(signal.happening, 200);
  return happening && sentence(happening);
}

/** The customer's words as a thread quotes them: with their line breaks. */
export function quotedInThread({ text }: SignalView): string | undefined {
  if (text === undefined || known(text, Infinity) === undefined) return undefined;
  return `“${shorten(plainText(text), THREAD_QUOTE_LIMIT)}”`;
}
