/** One line of a customer's timeline: when, how it reached us, their words, and what became of it. */
import { alertName } from '../domain/alert.js';
import type { AlertView, SignalView } from '../domain/alert-view.js';
import type { TimelineEntry } from '../domain/customer.js';
import { shorten } from '../domain/plain-text.js';
import { METRIC_NAMES, scoreInWords } from '../domain/score.js';
import { stateClause } from './card-label.js';
import { byWhat } from './channel-words.js';
import { eventLine } from './event-line.js';
import { known } from './known.js';
import { clock, type Inline, type Line, line } from './text.js';

/** With what stands around it a line stays within the 300 characters that a note's line has on Slack. */
const QUOTE_LIMIT = 120;
const PIECE_LIMIT = 120;

export function timelineLine(entry: TimelineEntry): Line {
  if (entry.kind === 'follow_up')
    return line(clock(entry.at), ' · ', ...followedUp(entry), ` · ${alertName(entry.view.alert.number)}`);
  const { signal, view, reason } = entry;
  const words = [heardHow(signal), saidWords(signal, QUOTE_LIMIT), becameWords(view, reason)];
  return line(clock(entry.at), ...words.flatMap((each) => (each === undefined ? [] : ` · ${each}`)));
}

/** "survey by phone, CSAT 2 of 5, changed later (zendesk)". */
export function heardHow(signal: SignalView): string {
  const { kind, channel, score, source } = signal;
  const where = byWhat(channel);
  const how = where === undefined ? kind : `${kind} ${where}`;
  const gave = score && `${METRIC_NAMES[score.metric]} ${scoreInWords(score)}`;
  const from = known(source, 40);
  const told = [how, gave, saidAgain(signal)].filter((each) => each !== undefined).join(', ');
  return `${told}${from === undefined ? '' : ` (${from})`}`;
}

/** Of an answer or post that was said more than once: which of them this is. */
export function saidAgain({ amends, amendedAt }: SignalView): string | undefined {
  if (amends === undefined) return amendedAt && 'changed later';
  return amendedAt ? 'said anew, changed later' : 'said anew';
}

/** The customer's words in quotation marks, else the source's. */
export function saidWords({ text, happening }: SignalView, limit: number): string | undefined {
  const said = known(text, limit);
  return said === undefined ? known(happening, limit) : `“${said}”`;
}

/** "CX-12, claimed by Kim". */
function becameWords(view: AlertView | undefined, reason: string | undefined): string {
  if (view) return `${alertName(view.alert.number)}, ${stateClause(view)}`;
  return reason === undefined ? 'being read' : 'no alert';
}

/** "Kim reached the customer on the phone. All is well." Private, so it calls nobody. */
export function followedUp({ event, view }: TimelineEntry & { kind: 'follow_up' }): Line {
  return (eventLine(event, view) ?? []).map((piece): Inline => {
    if (piece.kind === 'person') return { ...piece, mention: false };
    return piece.kind === 'text' ? { ...piece, text: shorten(piece.text, PIECE_LIMIT) } : piece;
  });
}
