import type { AlertView, EventView } from '../domain/alert-view.js';
import { eventLine } from './event-line.js';
import { known } from './known.js';
import { sentence } from './sentence.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { type Line, line } from './text.js';

const REASON_LIMIT = 300;

/** One event of an alert in a history or timeline: what its thread says, and of the opening why. */
export function historyEntry(recorded: EventView, view: AlertView): Line | undefined {
  const { event } = recorded;
  if (event.kind !== 'opened') return eventLine(recorded, view);
  const reason = known(event.reason, REASON_LIMIT);
  const opened = `Opened as ${SEVERITY_NAMES[event.severity].toLowerCase()}`;
  return line(sentence(reason === undefined ? opened : `${opened}: ${reason}`));
}
