import type { AlertView, EventView } from '../../../domain/alert-view.js';
import type { Report } from '../../../cards/report.js';
import { SEVERITIES } from '../../../domain/severity.js';

/** One card in a stream. */
export interface StreamEntry {
  readonly view: AlertView;
  /** When it was posted, or opened. */
  readonly at: Date;
  /** How many lines its thread has, and the newest. */
  readonly lines?: number;
  readonly lastLine?: EventView;
}

/** Figures that somebody shared in a channel, or the digest of a day. */
export interface ReportEntry {
  readonly id: string;
  readonly at: Date;
  readonly report: Report;
}

/** Puts an entry where it would stand in a list of the gravest and soonest due first. */
export function insertEntry(entries: readonly StreamEntry[], kept: StreamEntry): readonly StreamEntry[] {
  if (entries.some(({ view }) => view.alert.number === kept.view.alert.number)) return entries;
  const before = entries.filter((each) => order(each, kept) <= 0);
  return [...before, kept, ...entries.slice(before.length)];
}

function order(a: StreamEntry, b: StreamEntry): number {
  const graver = SEVERITIES.indexOf(a.view.alert.severity) - SEVERITIES.indexOf(b.view.alert.severity);
  return graver === 0 ? a.view.alert.respondBy.getTime() - b.view.alert.respondBy.getTime() : graver;
}
