/**
 * Bolt as the switchboard: it is handed only what has been verified, deduplicated and read, and calls the handler for it.
 * It never calls Slack: `authorize` needs no network, so that Slack may be away when we start.
 */
import { App, type Authorize, type Logger, type Receiver } from '@slack/bolt';
import { FORM_CALLBACK } from '../render/render-form.js';
import type { Answer } from './answer.js';
import {
  type Click,
  type Command,
  EVENTS,
  type Interaction,
  type Shortcut,
  type SlackEvent,
  type Submission,
} from './asked.js';
import type { Work } from './delivery.js';

/** `early` acknowledges before the answer is known. */
interface Handlers {
  readonly click: (click: Click, early: () => void) => Promise<Answer>;
  readonly command: (command: Command, early: () => void) => Promise<Answer>;
  readonly shortcut: (shortcut: Shortcut, early: () => void) => Promise<Answer>;
  readonly submission: (submission: Submission) => Promise<Answer>;
  readonly event: (event: SlackEvent) => Promise<void>;
}

export function createBoltApp(deps: {
  readonly receiver: Receiver;
  readonly authorize: Authorize<boolean>;
  readonly handlers: Handlers;
  readonly logger: Logger;
}): App {
  const { receiver, authorize, handlers, logger } = deps;
  const app = new App({
    receiver,
    authorize,
    logger,
    convoStore: false,
    ignoreSelf: false,
    clientOptions: { retryConfig: { retries: 0 } },
  });
  // What a handler throws is for whoever called processEvent.
  app.error((error) => Promise.reject(error));
  app.action({ type: 'block_actions' }, async ({ context, ack }) => {
    const click = context['asked'] as Click;
    await answer(ack, await handlers.click(click, () => void ack()));
  });
  app.command(/^\//u, async ({ context, ack }) => {
    const command = context['asked'] as Command;
    await answer(ack, await handlers.command(command, () => void ack()));
  });
  app.shortcut({ type: 'message_action' }, async ({ context, ack }) => {
    const shortcut = context['asked'] as Shortcut;
    await answer(ack, await handlers.shortcut(shortcut, () => void ack()));
  });
  app.view({ callback_id: FORM_CALLBACK, type: 'view_submission' }, async ({ context, ack }) => {
    await answer(ack, await handlers.submission(context['asked'] as Submission));
  });
  for (const type of EVENTS) {
    app.event(type, ({ context }) => handlers.event(context['asked'] as SlackEvent));
  }
  return app;
}

/** Our receivers' acknowledgement takes an answer; Bolt's types only know Slack's forms of it. */
async function answer(ack: unknown, given: Answer): Promise<void> {
  await (ack as (given: Answer) => Promise<void>)(given);
}

/** Hands requests to the app, in the least that tells it what they are; what was read of them travels beside. */
export function boltWork(app: App): Work {
  return {
    event: (event) =>
      app.processEvent({
        body: { type: 'event_callback', event: { type: event.type } },
        customProperties: { asked: event },
        ack: () => Promise.resolve(),
      }),
    interaction: (asked, reply) =>
      app.processEvent({
        body: boltBody(asked),
        customProperties: { asked },
        ack: async (given?: Answer) => {
          if (given === undefined) reply.early();
          else await reply.give(given);
        },
      }),
  };
}

function boltBody(asked: Interaction): Record<string, unknown> {
  const user = { id: asked.userId };
  switch (asked.kind) {
    case 'click':
      return {
        type: 'block_actions',
        user,
        actions: [{ type: 'button', action_id: 'any', block_id: 'any' }],
      };
    case 'command':
      return { command: asked.line.split(' ', 1)[0], user_id: asked.userId };
    case 'shortcut':
      return { type: 'message_action', user, callback_id: asked.action };
    case 'submission':
      return { type: 'view_submission', user, view: { callback_id: FORM_CALLBACK } };
  }
}
