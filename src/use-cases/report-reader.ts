/**
 * Reads reports for posting. A digest goes to several places, on some as two messages, and reads the same wherever: it is counted once.
 * A summary is counted anew, as of now.
 */
import type { Silence } from '../domain/follow-up/silence.js';
import type { ToldReport } from '../domain/told-report.js';
import { readReport, type ReadReportStore } from './read-report.js';
import type { Clock, Transaction } from './transaction.js';

interface ReportReaderDeps {
  readonly transaction: Transaction<ReadReportStore>;
  readonly clock: Clock;
  readonly silence: Silence;
}

/** Those of one morning. */
const MOST_KEPT = 100;

/** Answers undefined where there is no report of the id. Throws DatabaseAway. */
export function createReportReader({
  transaction,
  clock,
  silence,
}: ReportReaderDeps): (id: string) => Promise<ToldReport | undefined> {
  const digests = new Map<string, Promise<ToldReport | undefined>>();
  return async (id) => {
    const known = digests.get(id);
    if (known) return known;
    const reading = transaction((store) => readReport(store, id, clock(), silence));
    digests.set(id, reading);
    const told = await reading.catch((error: unknown) => {
      digests.delete(id);
      throw error;
    });
    if (told?.kind !== 'digest') digests.delete(id);
    for (const [oldest] of digests) {
      if (digests.size <= MOST_KEPT) break;
      digests.delete(oldest);
    }
    return told;
  };
}
