import type { Note } from '../cards/note.js';
import { summaryFaultNote } from '../cards/summary-fault-note.js';
import { summaryNote } from '../cards/summary-note.js';
import type { Question } from '../domain/figures/summary.js';
import { readSummary } from '../use-cases/read-summary.js';
import type { ConversationDeps } from './conversation-deps.js';
import { readSummaryWords } from './read-summary-words.js';
import type { TypedLine } from './conversation.js';
import { zoneOf } from './zone-of.js';

/** What was asked of, or why it cannot be told. Where it was asked in a channel it is kept, so that it can be shared there. */
export async function summarise(
  deps: ConversationDeps,
  { actor, team: channelTeam, place }: TypedLine,
  words: string,
): Promise<Note> {
  const { policy, sources, clock, newId } = deps;
  const now = clock();
  const teams = policy.teams.map(({ name }) => name);
  const timeZone = zoneOf(actor, deps);
  const read = readSummaryWords(words, { teams, sources, now, timeZone, channelTeam });
  if ('fault' in read) return summaryFaultNote(read, { teams, sources });
  const question: Question = { ...read, timeZone, askedAt: now };
  const report = place && { id: newId(), question, askedBy: actor.id, place };
  const summary = await deps.transaction((store) => {
    if (report) store.keepReport(report);
    return readSummary(store, question, now, policy);
  });
  return summaryNote(summary, actor, report?.id);
}
