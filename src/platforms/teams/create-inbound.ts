/** Everything that Teams sends us: the door, what stands behind it, and who answers. */
import type { RawRequest } from '../../inbound/raw-request.js';
import type { AlertView } from '../../domain/alert-view.js';
import type { Log } from '../../use-cases/log.js';
import type { SeenCard } from '../../use-cases/adopt-card.js';
import type { SeenRequests } from '../../use-cases/seen-requests.js';
import { type HandlerDeps, whoAsks } from './handlers/handler-deps.js';
import { heardFrom } from './handlers/installed.js';
import { onActed } from './handlers/on-acted.js';
import { seenCard } from './handlers/seen-card.js';
import { onDialogue } from './handlers/on-dialogue.js';
import { onNews } from './handlers/on-news.js';
import { onSaid } from './handlers/on-said.js';
import { createDelivery, type DeliveryTimes } from './receive/delivery.js';
import { createDialogueDelivery } from './receive/dialogue-delivery.js';
import { createDoor, type HttpAnswer } from './receive/door.js';
import { createAnswerInvoke } from './receive/invoke-answer.js';
import type { Authenticate } from './sdk/authenticate.js';
import type { Tell } from './tell.js';

export interface Inbound {
  /** Never throws. */
  readonly handle: (request: RawRequest) => Promise<HttpAnswer>;
  /** Waits for what is under way. */
  readonly drain: () => Promise<void>;
}

interface InboundDeps {
  readonly handlers: Omit<HandlerDeps, 'tell' | 'seen' | 'clock'>;
  readonly authenticate: Authenticate | undefined;
  readonly tenantId: string | undefined;
  readonly loopback: boolean;
  readonly viewAlert: (alert: number) => Promise<AlertView | undefined>;
  /** A card stands on Teams, whether Teams said so or not. */
  readonly adoptCard: (card: SeenCard) => Promise<unknown>;
  readonly tell: Tell;
  readonly seen: SeenRequests;
  readonly clock: () => Date;
  readonly log: Log;
  readonly times: DeliveryTimes;
}

export function createInbound(deps: InboundDeps): Inbound {
  const { tell, seen, clock, log } = deps;
  const handlers: HandlerDeps = { ...deps.handlers, tell, seen, clock };
  const delivery = createDelivery({
    seen: deps.seen,
    work: {
      news: (news) => onNews(handlers, news),
      ask: async (asked) => {
        // Where somebody speaks, we may speak; that it is kept is not worth waiting for.
        heardFrom(handlers, asked.conversation).catch((error: unknown) => {
          log.warn({ platform: 'teams', error }, 'Where somebody spoke on Teams could not be kept');
        });
        const card = asked.kind === 'acted' ? seenCard(asked) : undefined;
        if (card)
          deps.adoptCard(card).catch((error: unknown) => {
            log.warn({ platform: 'teams', error }, 'That a card is on Teams could not be kept');
          });
        return asked.kind === 'said' ? onSaid(handlers, asked) : onActed(handlers, asked);
      },
    },
    answerInvoke: createAnswerInvoke({
      viewAlert: deps.viewAlert,
      whoLooks: (acted) => whoAsks(handlers, acted),
      clock,
    }),
    tell: deps.tell,
    clock,
    log,
    times: deps.times,
  });
  const dialogues = createDialogueDelivery({
    seen,
    converse: (asked) => onDialogue(handlers, asked),
    tell,
    clock,
    log,
    patienceMs: deps.times.invokeMs,
  });
  const { authenticate, tenantId, loopback } = deps;
  return {
    handle: createDoor({ authenticate, tenantId, loopback, delivery, dialogues, log }),
    drain: async () => {
      await Promise.all([delivery.drain(), dialogues.drain()]);
    },
  };
}
