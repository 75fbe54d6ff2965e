/** A word to one person: in their own chat with the bot where there is one and it concerns nobody else, otherwise where they spoke. */
import type { Note } from '../../cards/note.js';
import type { Log } from '../../use-cases/log.js';
import { answerInWords } from './call/answer.js';
import type { Whisper } from './receive/asked.js';
import type { References } from './references.js';
import { attach } from './render/adaptive-card.js';
import { renderForm } from './render/render-form.js';
import { noteText, renderMine, renderNote } from './render/render-note.js';
import type { Connector } from './sdk/connector.js';
import { WRITE_TO_ME_FIRST } from './words.js';

/** `privately`: where that can be; `alone`: or not at all; `as_mine`: here, as the card of what is theirs. */
type How = 'here' | 'privately' | 'alone' | 'as_mine';
export type Tell = (to: Whisper, note: Note, how: How) => Promise<void>;

const TIMEOUT_MS = 5_000;

/** Never throws: the word is lost where Teams does not take it, and the log says so. */
export function createTell(deps: {
  readonly connector: Pick<Connector, 'reply'>;
  readonly references: Pick<References, 'findPersonal'>;
  readonly clock: () => Date;
  readonly log: Log;
}): Tell {
  const { connector, references, clock, log } = deps;

  const place = async (
    { userId, conversation, threadId }: Whisper,
    how: How,
  ): Promise<{ readonly serviceUrl: string; readonly conversation: string; readonly isOverheard?: true }> => {
    const here = { serviceUrl: conversation.serviceUrl, conversation: threadId };
    if ((how !== 'privately' && how !== 'alone') || conversation.kind === 'personal') return here;
    const personal = await references.findPersonal(userId).catch(() => undefined);
    return personal
      ? { serviceUrl: personal.serviceUrl, conversation: personal.id }
      : { ...here, isOverheard: true };
  };

  return async (to, asked, how) => {
    const { isOverheard, ...where } = await place(to, how);
    const note = how === 'alone' && isOverheard ? WRITE_TO_ME_FIRST : asked;
    const read = { now: clock(), ...(to.timeZone !== undefined && { timeZone: to.timeZone }) };
    const activity = {
      type: 'message',
      summary: noteText(note, read).slice(0, 400),
      attachments: [
        attach(
          note.opens
            ? renderForm(note.opens)
            : how === 'as_mine'
              ? renderMine(note, { ...read, userId: to.userId })
              : renderNote(note, read),
        ),
      ],
    };
    const answer = await connector.reply(where, activity, TIMEOUT_MS);
    if (answer.kind === 'ok') return;
    log.warn({ platform: 'teams', why: answerInWords(answer) }, 'An answer could not be shown on Teams');
  };
}
