/** What people see when something fails: what happened, that nothing changed (or that it may have), what to do. */
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { databaseAwayNote, OWN_FAULT_NOTE } from '../../../cards/database-away-note.js';
import type { Note } from '../../../cards/note.js';
import { DatabaseAway } from '../../../use-cases/failures.js';
import type { Log } from '../../../use-cases/log.js';
import { HOME } from '../address.js';
import { NotFoundPage, TroublePage } from '../pages/trouble-page.js';
import { NobodyHere } from '../pages/visit.js';
import { toHtml } from '../render/document.js';
import type { DeskEnv } from './desk-app.js';

export const notFound: NotFoundHandler<DeskEnv> = async (context) =>
  context.html(await toHtml(<NotFoundPage />), 404);

export function onTrouble(log: Log): ErrorHandler<DeskEnv> {
  return async (error, context) => {
    // Nobody is there any more to be told, and nothing of ours failed.
    if (hasLeft(error)) return context.text('The rest of the request never came.', 400);
    const reading = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!(error instanceof DatabaseAway))
      log.error({ err: error, method: context.req.method, path: context.req.path }, 'a desk page failed');
    const { title, sentence } = told(error, reading);
    const back = reading ? context.req.path : HOME;
    return context.html(await toHtml(<TroublePage title={title} sentence={sentence} back={back} />), 503);
  };
}

/** As Node says it of a request whose sender is gone before all of it had come. */
function hasLeft(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET' && error.message === 'aborted';
}

function told(error: Error, reading: boolean): { readonly title: string; readonly sentence: string } {
  if (error instanceof NobodyHere)
    return {
      title: 'Nobody may act here yet',
      sentence: 'The desk knows no member of staff. Name the operator in the configuration and start again.',
    };
  const away = error instanceof DatabaseAway;
  const title = away ? 'The database is away' : 'Something went wrong';
  if (!reading) return { title, sentence: words(away ? databaseAwayNote(error) : OWN_FAULT_NOTE) };
  return {
    title,
    sentence: away
      ? 'I could not reach the database. Try again in a moment.'
      : 'This page could not be made. What went wrong is in the log.',
  };
}

function words(note: Note): string {
  return note.lines
    .flat()
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('');
}
