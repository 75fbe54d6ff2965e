/** Shows a person's App Home: https://docs.slack.dev/reference/methods/views.publish */
import { homeNote } from '../../cards/home-note.js';
import type { Note } from '../../cards/note.js';
import type { Log } from '../../use-cases/log.js';
import type { Published, PublishHome } from '../../use-cases/keep-homes.js';
import { recordAt } from '../wire/record.js';
import { answerInWords, type SlackAnswer, type SlackCall } from './call/slack-call.js';
import { errorClass } from './errors.js';
import { renderHome } from './render/render-home.js';
import { isToken } from './shapes.js';

export interface Homes {
  readonly publish: PublishHome;
  /** Says something in place of it, to somebody who has nothing there. */
  readonly say: (home: { readonly userId: string }, note: Note) => Promise<void>;
}

/** Shorter than the least time between two of one person. */
const TIMEOUT_MS = 4_000;

export function createHomes({
  call,
  clock,
  log,
}: {
  readonly call: SlackCall;
  readonly clock: () => Date;
  readonly log: Log;
}): Homes {
  const put = (userId: string, hash: string | undefined, note: Note): Promise<SlackAnswer> =>
    call('views.publish', { user_id: userId, hash, view: renderHome(note) }, TIMEOUT_MS);

  return {
    publish: async ({ userId, mark }, mine) => {
      const answer = await put(userId, mark, homeNote(mine, clock()));
      const published = outcomeOf(answer);
      if (published.outcome === 'refused' || published.outcome === 'later')
        log.warn({ platform: 'slack', why: answerInWords(answer) }, 'An App Home could not be shown');
      return published;
    },
    say: async ({ userId }, note) => {
      const answer = await put(userId, undefined, note);
      if (answer.kind !== 'ok')
        log.warn({ platform: 'slack', why: answerInWords(answer) }, 'An App Home could not be shown');
    },
  };
}

/** Showing the same twice does no harm, so what is unclear is done again. */
function outcomeOf(answer: SlackAnswer): Published {
  switch (answer.kind) {
    case 'ok': {
      const { hash } = recordAt(answer.body, 'view');
      return { outcome: 'shown', mark: isToken(hash) ? hash : undefined };
    }
    case 'error':
      if (answer.code === 'hash_conflict') return { outcome: 'unsure' };
      return outcomeOfError(answer.code);
    case 'unknown':
      return { outcome: 'unsure' };
    case 'not_sent':
      return { outcome: 'later' };
    case 'http':
      return {
        outcome: 'later',
        ...(answer.retryAfterMs !== undefined && { afterMs: answer.retryAfterMs }),
      };
  }
}

/** Of views.publish alone; to show it once more would not help. */
const NEVER_TAKEN: readonly string[] = ['not_enabled', 'view_too_large', 'not_implemented'];

function outcomeOfError(code: string): Published {
  if (NEVER_TAKEN.includes(code)) return { outcome: 'refused' };
  switch (errorClass(code)) {
    case 'later':
    case 'platform_stopped':
      return { outcome: 'later' };
    case 'unknown':
      return { outcome: 'unsure' };
    case 'channel_gone':
    case 'content':
    case 'lost':
    case 'refused':
      return { outcome: 'refused' };
  }
}
