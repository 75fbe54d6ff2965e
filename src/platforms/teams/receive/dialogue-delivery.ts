/** Has a dialog answered before Teams asks again: within five seconds, and the same to whoever asks the same meanwhile. */
import { databaseAwayNote, OWN_FAULT_NOTE, STILL_WORKING_NOTE } from '../../../cards/database-away-note.js';
import { DatabaseAway } from '../../../use-cases/failures.js';
import type { Log } from '../../../use-cases/log.js';
import type { SeenRequests } from '../../../use-cases/seen-requests.js';
import type { Tell } from '../tell.js';
import { within } from '../within.js';
import { doneNote } from '../words.js';
import type { Answer } from './answer.js';
import type { Dialogue } from './asked.js';
import { type DialogueAnswer, dialogueAnswer, inWords } from './dialogue-answer.js';
import { noteOf } from './note-of.js';

interface DialogueDeliveryDeps {
  readonly seen: SeenRequests;
  /** Throws what keeps it from being done. */
  readonly converse: (asked: Dialogue) => Promise<Answer>;
  readonly tell: Tell;
  readonly clock: () => Date;
  readonly log: Log;
  /** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit: five seconds. */
  readonly patienceMs: number;
}

export interface DialogueDelivery {
  /** Never throws. */
  readonly answer: (asked: Dialogue, key: string) => Promise<DialogueAnswer>;
  /** Waits for what is under way. */
  readonly drain: () => Promise<void>;
}

export function createDialogueDelivery(deps: DialogueDeliveryDeps): DialogueDelivery {
  const { seen, converse, tell, clock, log, patienceMs } = deps;
  const underWay = new Map<string, Promise<Answer>>();

  /** For the log alone: what was asked for is done, or is not, whether or not that is kept. */
  const remember = (kept: Promise<void>): Promise<void> =>
    kept.catch((error: unknown) =>
      log.warn({ platform: 'teams', error }, 'A request of Teams’ may be handled twice'),
    );

  /** What is sent is heard once; a form may be opened as often as somebody likes. */
  const once = async (asked: Dialogue, key: string): Promise<Answer> => {
    if (asked.step.kind === 'open') return converse(asked);
    const begun = await seen.begin(key, clock());
    if (begun !== 'new') return { kind: 'note', note: begun === 'done' ? doneNote() : STILL_WORKING_NOTE };
    try {
      const answer = await converse(asked);
      await remember(seen.done(key));
      return answer;
    } catch (error) {
      await remember(seen.giveUp(key));
      throw error;
    }
  };

  const handle = async (asked: Dialogue, key: string): Promise<Answer> => {
    try {
      return await once(asked, key);
    } catch (error) {
      if (error instanceof DatabaseAway) {
        log.warn({ platform: 'teams', what: asked.action }, 'The database was away for a dialog of Teams');
        return { kind: 'note', note: databaseAwayNote({ uncertain: error.uncertain }) };
      }
      log.error({ platform: 'teams', what: asked.action, error }, 'A dialog of Teams could not be handled');
      return { kind: 'note', note: OWN_FAULT_NOTE };
    }
  };

  return {
    async answer(asked, key) {
      const same = underWay.get(key);
      const handled = same ?? handle(asked, key);
      if (!same) {
        underWay.set(key, handled);
        void handled.then(() => underWay.delete(key));
      }
      const inTime = await within(patienceMs, handled, undefined);
      if (inTime) return dialogueAnswer(inTime, asked, clock());
      // Who was told "still working" must hear what came of it.
      if (!same && asked.step.kind === 'sent')
        void handled.then((late) => tell(asked, noteOf(late) ?? doneNote(), 'privately'));
      return inWords(STILL_WORKING_NOTE, asked, clock());
    },
    drain: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay.values());
    },
  };
}
