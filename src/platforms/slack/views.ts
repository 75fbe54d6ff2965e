/** Opens and changes modals. */
import type { types } from '@slack/bolt';
import type { Log } from '../../use-cases/log.js';
import { recordAt } from '../wire/record.js';
import { answerInWords, type SlackCall } from './call/slack-call.js';
import { isSlackId, isToken } from './shapes.js';

/** An open view; `hash` keeps an older change from covering a newer one. */
export interface OpenView {
  readonly viewId: string;
  readonly hash?: string;
}

export interface ModalViews {
  /** Undefined where Slack would not: a trigger lives for three seconds and works once. */
  readonly open: (triggerId: string, view: types.ModalView) => Promise<OpenView | undefined>;
  /** Shows `view` in place of the one that is open. False where a person has closed it meanwhile, which is no fault. */
  readonly show: (open: OpenView, view: types.ModalView) => Promise<boolean>;
}

/** What is late is of no use: a person is looking. */
const TIMEOUT_MS = 3_000;

export function createModalViews({ call, log }: { readonly call: SlackCall; readonly log: Log }): ModalViews {
  return {
    open: async (triggerId, view) => {
      const answer = await call('views.open', { trigger_id: triggerId, view }, TIMEOUT_MS);
      if (answer.kind !== 'ok') {
        log.warn({ platform: 'slack', why: answerInWords(answer) }, 'A form could not be opened');
        return undefined;
      }
      const { id, hash } = recordAt(answer.body, 'view');
      return isSlackId(id) ? { viewId: id, ...(isToken(hash) && { hash }) } : undefined;
    },
    show: async ({ viewId, hash }, view) => {
      const answer = await call('views.update', { view_id: viewId, hash, view }, TIMEOUT_MS);
      if (answer.kind !== 'ok')
        log.info({ platform: 'slack', why: answerInWords(answer) }, 'A form had gone before it could change');
      return answer.kind === 'ok';
    },
  };
}
