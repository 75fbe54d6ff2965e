/** What a report that is posted tells: a summary that somebody shared, counted now, or the digest of a day, of its own time. */
import type { DigestQuestion } from '../domain/digest/digest-question.js';
import { placedIn } from '../domain/narrative/figures-of-themes.js';
import type { Silence } from '../domain/follow-up/silence.js';
import type { Question } from '../domain/figures/summary.js';
import type { Staff } from '../domain/staff.js';
import type { ToldPeriod, ToldReport } from '../domain/told-report.js';
import type { ToldVoice } from '../domain/told-voice.js';
import type { NarrativeStore } from './narrative/narrative-store.js';
import { readDigest, type ReadDigestStore } from './read-digest.js';
import { readSummary, type SummaryStore } from './read-summary.js';

export interface ReadReportStore extends SummaryStore, ReadDigestStore, Pick<NarrativeStore, 'narrativeOf'> {
  findReport(id: string): Promise<FoundReport | undefined>;
}

export type FoundReport =
  /** `by`: who shared it. */
  | { readonly kind: 'summary'; readonly question: Question; readonly by: Staff }
  | { readonly kind: 'digest'; readonly question: DigestQuestion }
  | { readonly kind: 'voice'; readonly told: ToldVoice };

/** Undefined where there is none of this id. */
export async function readReport(
  store: ReadReportStore,
  id: string,
  now: Date,
  silence: Silence,
): Promise<ToldReport | undefined> {
  const found = await store.findReport(id);
  if (!found) return undefined;
  if (found.kind === 'voice') return found;
  const narrative = await store.narrativeOf(id);
  const told = await readPeriod(store, found, now, silence);
  return narrative ? { ...told, narrative: placedIn(narrative, told) } : told;
}

async function readPeriod(
  store: ReadReportStore,
  found: Exclude<FoundReport, { readonly kind: 'voice' }>,
  now: Date,
  silence: Silence,
): Promise<ToldPeriod> {
  if (found.kind === 'digest')
    return { kind: 'digest', digest: await readDigest(store, found.question, silence) };
  const summary = await readSummary(store, found.question, now, silence);
  return { kind: 'summary', summary, by: found.by };
}
