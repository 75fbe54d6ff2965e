/** What the history of an alert tells of a batch of signals, and what of it deserves a line in its thread. */
import { turned } from '../domain/answer.js';
import { type AlertEvent, openingDeservesLine, repeatDeservesLine } from '../domain/alert-event.js';
import type { Amended, Holder, Joining, Opening, Unclosed } from '../domain/plan-alerts.js';
import type { Severity } from '../domain/severity.js';
import type { NewId } from './transaction.js';
import type { TriageEvent } from './triage-store.js';

export function openingEvents({ lead, concerns, severity }: Opening, newId: NewId): TriageEvent[] {
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

export function joiningEvents({ alert, concerns, amended, raised }: Joining, newId: NewId): TriageEvent[] {
  const of = { alert: alert.number };
  const raisedBy = (decision: { readonly severity: Severity } | undefined): Severity | undefined =>
    decision?.severity === raised?.severity ? raised?.severity : undefined;
  return [
    ...concerns.map(({ signalId, decision }, index) =>
      joined(newId(), of, signalId, alert.signalCount + index + 1, raisedBy(decision)),
    ),
    ...amended.map((each) => amendedEvent(newId(), alert, each, raisedBy(each.decision))),
  ];
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

function amendedEvent(
  id: string,
  alert: Unclosed | Holder,
  { signalId, signal, decision, amendment }: Amended,
  severity: Severity | undefined,
): TriageEvent {
  const { rated, words, times } = amendment;
  const isClosed = 'isClosed' in alert && alert.isClosed;
  const settled = !decision && !isClosed && turned(amendment, signal) === 'better';
  const event: AlertEvent = {
    kind: 'amended',
    signalId,
    ...(rated && { rated }),
    ...(words && { words }),
    ...(severity && { severity }),
    ...(settled && { settled }),
  };
  const line = repeatDeservesLine(times) || severity !== undefined;
  return { id, of: { alert: alert.number }, event, line };
}
