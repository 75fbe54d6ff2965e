/** What the digest of one audience asks of the database. */
import type { SummaryStore } from '../../src/use-cases/read-summary.js';
import { readSummary } from '../../src/use-cases/read-summary.js';
import { NOW, TEAMS, TIME_ZONE } from './town.js';

export const AUDIENCES = 50;

/** Every tenth audience is the leadership's, of all teams; the others are of one team each. */
export function digestOf(store: SummaryStore, audience: number): Promise<unknown> {
  const of = { ...(audience % 10 > 0 && { team: TEAMS[audience % TEAMS.length] ?? '' }) };
  return readSummary(
    store,
    { ...of, span: { kind: 'days', days: 7 }, timeZone: TIME_ZONE, askedAt: NOW },
    NOW,
  );
}
