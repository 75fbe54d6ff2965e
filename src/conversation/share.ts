import type { Note } from '../cards/note.js';
import { nothingToShareNote, sharedNote } from '../cards/share-note.js';
import type { Staff } from '../domain/staff.js';
import { shareReport } from '../use-cases/share-report.js';
import type { ConversationDeps } from './conversation-deps.js';

/** Posts a summary where it was asked, once. */
export async function share(
  deps: ConversationDeps,
  { actor, report }: { readonly actor: Staff; readonly report: string },
): Promise<Note> {
  const shared = await shareReport(deps, { id: report, by: actor.id });
  return shared.outcome === 'not_found' ? nothingToShareNote() : sharedNote(shared);
}
