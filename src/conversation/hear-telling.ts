import { askNote, readNote } from '../cards/tellings/add-note.js';
import { askReport, readReport } from '../cards/tellings/report-voice.js';
import {
  notedNote,
  reportedBeforeNote,
  reportKeptNote,
  reportRefusedNote,
} from '../cards/tellings/telling-notes.js';
import { whichPostMortemNote } from '../cards/post-mortem/post-mortem-refusal-note.js';
import type { Note } from '../cards/note.js';
import { postMortemName } from '../domain/post-mortem/post-mortem.js';
import { addNote } from '../use-cases/post-mortem/add-note.js';
import { reportVoice } from '../use-cases/reports/report-voice.js';
import { openPostMortems } from './begin-telling.js';
import type { ConversationDeps } from './conversation-deps.js';
import type { Mend, Reply, SentTelling } from './conversation.js';

/** What somebody told: what is wrong with it, or what came of it. */
export async function hearTelling(deps: ConversationDeps, sent: SentTelling): Promise<Reply | Mend> {
  switch (sent.action) {
    case 'report_voice':
      return hearReport(deps, sent);
    case 'add_note':
      return hearNote(deps, sent);
  }
}

async function hearReport(
  deps: ConversationDeps,
  { actor, answers, on }: SentTelling,
): Promise<Reply | Mend> {
  const read = readReport(answers);
  if ('faults' in read) {
    const once = answers['once'] ?? deps.newId();
    return { kind: 'mend', faults: read.faults, form: askReport({ once }) };
  }
  const reported = await reportVoice(deps, { report: read.report, by: actor, on });
  return { kind: 'note', note: reportNote(reported) };
}

function reportNote(reported: Awaited<ReturnType<typeof reportVoice>>): Note {
  switch (reported.outcome) {
    case 'kept':
      return reportKeptNote();
    case 'there_before':
      return reportedBeforeNote(reported.told);
    case 'refused':
      return reportRefusedNote();
  }
}

async function hearNote(deps: ConversationDeps, { actor, answers }: SentTelling): Promise<Reply | Mend> {
  const read = readNote(answers);
  if ('faults' in read) {
    const { key = '', link, author } = answers;
    const message = {
      key,
      text: '',
      ...(link !== undefined && { link }),
      ...(author !== undefined && { author }),
    };
    return { kind: 'mend', faults: read.faults, form: askNote(message, await openPostMortems(deps)) };
  }
  const { note } = read;
  const noted = await addNote(deps, { ...note, actorId: actor.id });
  return {
    kind: 'note',
    note: noted ? notedNote(noted, note) : whichPostMortemNote(postMortemName(note.postMortem)),
  };
}
