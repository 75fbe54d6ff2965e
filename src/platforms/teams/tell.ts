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

/** `as_mine`: here, as the card of what is theirs. */
type How = 'here' | 'privately' | 'as_mine';
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
  ): Promise<{ readonly serviceUrl: string; readonly conversation: string }> => {
    const here = { serviceUrl: conversation.serviceUrl, conversation: threadId };
    if (how !== 'privately' || conversation.kind === 'personal') return here;
    const personal = await references.findPersonal(userId).catch(() => undefined);
    return personal ? { serviceUrl: personal.serviceUrl, conversation: personal.id } : here;
  };

  return async (to, note, how) => {
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
    const answer = await connector.reply(await place(to, how), activity, TIMEOUT_MS);
    if (answer.kind === 'ok') return;
    log.warn({ platform: 'teams', why: answerInWords(answer) }, 'An answer could not be shown on Teams');
  };
}
