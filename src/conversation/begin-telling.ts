import type { TellingActionId } from '../cards/actions.js';
import { askNote } from '../cards/tellings/add-note.js';
import { askReport } from '../cards/tellings/report-voice.js';
import { howToReportNote, noOpenPostMortemNote } from '../cards/tellings/telling-notes.js';
import type { PostMortemView } from '../domain/post-mortem/post-mortem-view.js';
import type { SaidMessage } from '../domain/said-message.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Reply } from './conversation.js';

/** Slack and Teams show a list of a hundred and of fifty; nobody works on more at once. */
const MOST_OPEN = 20;

/** The form for something that somebody tells, or why there is none. */
export async function beginTelling(
  deps: Pick<ConversationDeps, 'transaction' | 'newId'>,
  { action, message }: { readonly action: TellingActionId; readonly message?: SaidMessage },
): Promise<Reply> {
  switch (action) {
    case 'report_voice':
      return { kind: 'form', form: askReport({ once: deps.newId(), ...(message && { message }) }) };
    case 'add_note': {
      if (!message) return { kind: 'note', note: howToReportNote() };
      const open = await openPostMortems(deps);
      return open.length === 0
        ? { kind: 'note', note: noOpenPostMortemNote() }
        : { kind: 'form', form: askNote(message, open) };
    }
  }
}

export async function openPostMortems({
  transaction,
}: Pick<ConversationDeps, 'transaction'>): Promise<readonly PostMortemView[]> {
  return (await transaction((store) => store.unfinishedPostMortems(MOST_OPEN))).views;
}
