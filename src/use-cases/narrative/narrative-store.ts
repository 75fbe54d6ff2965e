/** What writing and showing narratives asks of the database. */
import type { Narrative, NarrativeVoice } from '../../domain/narrative/narrative.js';
import type { Period } from '../../domain/figures/period.js';
import type { Scope } from '../read-summary.js';

export interface NarrativeStore {
  /** What the customers of the alerts opened in the period said, the gravest first. */
  voicesIn(period: Period, scope: Scope, limit: number): Promise<readonly NarrativeVoice[]>;
  /** What the customers of these alerts said, the first of each, in the order in which they did. */
  voicesOf(alerts: readonly number[]): Promise<readonly NarrativeVoice[]>;
  /** Keeps it and lets the report go; not where some of it was posted already: it reads the same wherever it stands. */
  keepReportNarrative(report: string, narrative: Narrative, at: Date): void;
  /** Lets a report go that waited for its narrative. */
  releaseReport(report: string, at: Date): void;
  narrativeOf(report: string): Promise<Narrative | undefined>;
  /** Keeps it, and brings the card up to date; not where the post-mortem is completed, or has one. */
  keepPostMortemNarrative(postMortem: number, narrative: Narrative, at: Date): Promise<boolean>;
}
