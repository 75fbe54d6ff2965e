/**
 * Reports as they were counted when they were first shown: a page is fetched anew at every change, and counting a month takes longer
 * than a page should. After a restart they are counted once more, of the same time.
 */
import type { Report } from '../../../cards/report.js';
import { reportOf } from '../../../cards/report-of.js';
import type { Silence } from '../../../domain/follow-up/silence.js';
import { readReport } from '../../../use-cases/read-report.js';
import type { DeskStore } from '../desk-deps.js';

/** Undefined where there is no report of this id. Throws DatabaseAway. */
export type ReportMemory = (store: DeskStore, id: string, now: Date) => Promise<Report | undefined>;

const MOST_REMEMBERED = 200;

export function createReportMemory(silence: Silence): ReportMemory {
  const counted = new Map<string, Report>();
  return async (store, id, now) => {
    const known = counted.get(id);
    if (known) return known;
    const told = await readReport(store, id, now, silence);
    if (!told) return undefined;
    const report = reportOf(told);
    if (counted.size >= MOST_REMEMBERED) counted.clear();
    counted.set(id, report);
    return report;
  };
}
