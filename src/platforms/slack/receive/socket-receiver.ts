/** Bolt's receiver for Socket Mode: the same guard, dedupe and handlers as over HTTP, which the stock receiver goes around. */
import { createHash } from 'node:crypto';
import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../../use-cases/log.js';
import type { Delivery } from './delivery.js';
import type { IsSlackUrl } from './read-interaction.js';
import type { Envelope } from './socket-link.js';
import type { SocketLinks } from './socket-links.js';
import { understand } from './understand.js';

interface SocketReceiverDeps {
  readonly links: SocketLinks;
  readonly isSlackUrl: IsSlackUrl;
  readonly delivery: (app: App) => Delivery;
  readonly log: Log;
}

export function createSocketReceiver(deps: SocketReceiverDeps): Receiver {
  const { links, isSlackUrl, log } = deps;
  let delivery: Delivery | undefined;

  const handle = async ({ body, acknowledge }: Envelope): Promise<void> => {
    const understood = understand(body, isSlackUrl);
    switch (understood.kind) {
      case 'refused':
        log.warn({ platform: 'slack' }, 'Socket Mode brought something that Slack does not send');
        return acknowledge(undefined);
      case 'ignored':
        return acknowledge(undefined);
      case 'event':
        // Not acknowledged, it comes again.
        if ((await delivery?.event(understood.event, understood.key)) === 'done')
          await acknowledge(undefined);
        return;
      case 'interaction':
        return acknowledge(await delivery?.interaction(understood.asked, interactionKey(body)));
    }
  };
  const onEnvelope = (envelope: Envelope): void => {
    handle(envelope).catch((error: unknown) => {
      log.warn({ platform: 'slack', error }, 'Slack could not be answered over Socket Mode');
    });
  };

  return {
    init: (app) => {
      delivery = deps.delivery(app);
    },
    start: () => {
      links.start(onEnvelope);
      return Promise.resolve();
    },
    stop: async () => {
      await delivery?.drain();
      await links.stop();
    },
  };
}

/** The payload has the moment and the trigger in it: the same again is the same request, whatever envelope it comes in. */
function interactionKey(body: object): string {
  return `slack:interaction:${createHash('sha256').update(JSON.stringify(body)).digest('hex')}`;
}
