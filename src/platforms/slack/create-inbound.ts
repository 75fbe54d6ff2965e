/** Everything that Slack sends us, in whichever way: the same delivery, dedupe and handlers over HTTP and Socket Mode. */
import type { App, Receiver } from '@slack/bolt';
import type { RawRequest } from '../../inbound/raw-request.js';
import type { Log } from '../../use-cases/log.js';
import type { SeenRequests } from '../../use-cases/seen-requests.js';
import type { ChartHabit } from './chart-habit.js';
import { onClick } from './handlers/on-click.js';
import { onCommand } from './handlers/on-command.js';
import { type EventDeps, onEvent } from './handlers/on-event.js';
import { onShortcut } from './handlers/on-shortcut.js';
import { onSubmission } from './handlers/on-submission.js';
import { boltWork, createBoltApp } from './receive/bolt-app.js';
import { createDelivery, type Delivery } from './receive/delivery.js';
import { createHttpReceiver, type HttpAnswer } from './receive/http-receiver.js';
import type { IsSlackUrl } from './receive/read-interaction.js';
import { sdkLog } from './receive/sdk-log.js';
import { createSocketLinks } from './receive/socket-links.js';
import { createSocketReceiver } from './receive/socket-receiver.js';
import { createSlackCheck } from './receive/verify.js';
import type { SlackTimes } from './times.js';

interface Inbound {
  readonly handle?: (request: RawRequest) => Promise<HttpAnswer>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Why nothing reaches us, where we know. */
  readonly fault: () => { readonly state: 'away'; readonly reason: string } | undefined;
}

interface InboundDeps {
  readonly settings: {
    readonly botToken: string;
    readonly appToken?: string;
    readonly signingSecret?: string;
    readonly apiUrl: URL;
  };
  readonly isSlackUrl: IsSlackUrl;
  readonly handlers: EventDeps;
  readonly charts: ChartHabit;
  readonly seen: SeenRequests;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly log: Log;
  readonly times: SlackTimes;
}

/** Throws where there is neither an app token nor a signing secret. */
export function createInbound(deps: InboundDeps): Inbound {
  const { settings, handlers, log } = deps;
  const delivery = (app: App): Delivery =>
    createDelivery({
      seen: deps.seen,
      work: boltWork(app),
      tell: handlers.tell,
      views: handlers.views,
      charts: deps.charts,
      clock: deps.clock,
      log,
      times: deps.times.delivery,
    });
  const door =
    settings.appToken === undefined
      ? httpDoor(deps, delivery)
      : socketDoor(deps, delivery, settings.appToken);
  const app = createBoltApp({
    receiver: door.receiver,
    logger: sdkLog(log),
    authorize: () => Promise.resolve({ botToken: settings.botToken }),
    handlers: {
      click: (click, early) => onClick(handlers, click, early),
      command: (command, early) => onCommand(handlers, command, early),
      shortcut: (shortcut, early) => onShortcut(handlers, shortcut, early),
      submission: (submission) => onSubmission(handlers, submission),
      event: (event) => onEvent(handlers, event),
    },
  });
  return {
    ...(door.handle && { handle: door.handle }),
    start: async () => {
      await app.start();
    },
    stop: async () => {
      await app.stop();
    },
    fault: door.fault,
  };
}

type Door = Pick<Inbound, 'handle' | 'fault'> & { readonly receiver: Receiver };
type MakeDelivery = (app: App) => Delivery;

function httpDoor({ settings, isSlackUrl, clock, log }: InboundDeps, delivery: MakeDelivery): Door {
  if (settings.signingSecret === undefined) {
    throw new Error('SLACK_SIGNING_SECRET is needed where SLACK_APP_TOKEN is not set');
  }
  const check = createSlackCheck(settings.signingSecret);
  const receiver = createHttpReceiver({ check, isSlackUrl, delivery, clock, log });
  return { receiver, handle: receiver.handle, fault: () => undefined };
}

function socketDoor(deps: InboundDeps, delivery: MakeDelivery, appToken: string): Door {
  const { settings, isSlackUrl, log, random, times } = deps;
  const links = createSocketLinks({ appToken, apiUrl: settings.apiUrl, log, random, backoff: times.socket });
  return {
    receiver: createSocketReceiver({ links, isSlackUrl, delivery, log }),
    fault: () => {
      const why = links.fault();
      return why === undefined ? undefined : { state: 'away', reason: `Socket Mode: ${why}` };
    },
  };
}
