/** Puts the Slack platform together. Nothing is asked of Slack before `start`, and Slack may be away then. */
import type { Conversation } from '../../conversation/conversation.js';
import type { RawRequest } from '../../inbound/raw-request.js';
import type { Platform } from '../../posting/platform.js';
import type { KnowStaffDeps } from '../../use-cases/know-staff.js';
import type { Log } from '../../use-cases/log.js';
import type { SeenRequests } from '../../use-cases/seen-requests.js';
import { createExchanger } from '../wire/exchange.js';
import type { HealthState } from '../wire/health.js';
import { createPostRefusals } from './buckets.js';
import { createSlackCall } from './call/slack-call.js';
import { createChartHabit } from './chart-habit.js';
import { createChannelWatch, type Notices } from './channels/channel-watch.js';
import type { ConfiguredChannel } from './channels/check-channel.js';
import { createInbound } from './create-inbound.js';
import { createDirectMessages } from './direct-messages.js';
import { createDirectory } from './directory.js';
import type { AlertOf, HomeOpened } from './handlers/handler-deps.js';
import type { PublishHome } from '../../use-cases/keep-homes.js';
import { createHealth, type Health } from './health.js';
import { createHomes } from './homes.js';
import { CONNECTIONS } from './limits.js';
import { createPeople } from './people/people.js';
import type { HttpAnswer } from './receive/http-receiver.js';
import { createIsSlackUrl } from './receive/slack-urls.js';
import { createSlackPlatform } from './slack-platform.js';
import { createTell } from './tell.js';
import { SLACK_TIMES, type SlackTimes } from './times.js';
import { createModalViews } from './views.js';

interface SlackSettings {
  readonly botToken: string;
  /** Present: Socket Mode. */
  readonly appToken?: string;
  /** Needed without `appToken`. */
  readonly signingSecret?: string;
  /** `https://slack.com/api/` */
  readonly apiUrl: URL;
}

interface SlackDeps {
  readonly settings: SlackSettings;
  /** Of every team that has one on Slack, then of digests that go to others; each once. */
  readonly channels: readonly ConfiguredChannel[];
  readonly conversation: Conversation;
  readonly staff: KnowStaffDeps;
  readonly seen: SeenRequests;
  readonly alertOf: AlertOf;
  readonly homeOpened: HomeOpened;
  readonly notices: Notices;
  /** Slack takes calls, from now or again. */
  readonly wake: () => void;
  readonly clock: () => Date;
  readonly random: () => number;
  readonly log: Log;
  readonly times?: SlackTimes;
}

export interface Slack {
  readonly platform: Platform;
  /** Answers `POST /slack/events`; absent in Socket Mode. Never throws. */
  readonly handle?: (request: RawRequest) => Promise<HttpAnswer>;
  readonly publishHome: PublishHome;
  readonly start: () => void;
  /** Finishes what is under way and closes every connection. */
  readonly stop: () => Promise<void>;
  readonly status: () => HealthState;
}

/** Notice of an installation that somebody has to mend. */
const PARKED_NOTICE = 'platform:slack';

export function createSlack(deps: SlackDeps): Slack {
  const { settings, channels, staff, notices, clock, random, log } = deps;
  const times = deps.times ?? SLACK_TIMES;
  const { botToken: token } = settings;
  const apiUrl = withSlash(settings.apiUrl);
  const exchanger = createExchanger(CONNECTIONS);
  const stopping = new AbortController();
  const sleep = createSleep(stopping.signal);

  const health: Health = createHealth({
    call: createSlackCall({ exchanger, apiUrl, token }),
    onReady: () => {
      quietly(notices.clear(PARKED_NOTICE));
      deps.wake();
      quietly(watch.checkAll());
      quietly(loadPeople());
    },
    onParked: (reason) => quietly(notices.set(PARKED_NOTICE, `Slack is stopped: ${reason}.`)),
    log,
    times: times.health,
    random,
  });
  const call = createSlackCall({ exchanger, apiUrl, token, heard: health.heard });
  const quietly = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      log.warn({ platform: 'slack', error }, 'Something that Slack’s connection led to could not be done');
    });
  };

  const directory = createDirectory({ call, sleep, clock });
  const people = createPeople({ staff, call, teamId: () => health.identity()?.teamId, sleep, log });
  const directMessages = createDirectMessages({ call, userIdOf: people.userIdOf });
  const charts = createChartHabit(clock);
  const tell = createTell({ exchanger, call, charts, log });
  const homes = createHomes({ call, clock, log });
  const watch = createChannelWatch({
    call,
    channels,
    directory,
    botName: () => health.identity()?.name ?? 'earshot',
    notices,
    log,
    againMs: times.channelsAgainMs,
  });

  let peopleLoadedAt = Number.NEGATIVE_INFINITY;
  const loadPeople = async (): Promise<void> => {
    if (clock().getTime() - peopleLoadedAt < times.peopleAgainMs) return;
    if (await people.load()) peopleLoadedAt = clock().getTime();
  };

  const platform = createSlackPlatform({
    call,
    directory,
    directMessages,
    userIdOf: people.userIdOf,
    refusedPost: createPostRefusals(clock),
    charts,
    log,
    ready: () => health.state().state === 'ok',
    workspaceUrl: () => health.identity()?.url,
    channelGone: watch.suspect,
  });

  const inbound = createInbound({
    settings: { ...settings, apiUrl },
    isSlackUrl: createIsSlackUrl(apiUrl),
    handlers: {
      conversation: deps.conversation,
      people,
      views: createModalViews({ call, log }),
      tell,
      alertOf: deps.alertOf,
      homes: { say: homes.say, opened: deps.homeOpened },
      teamOf: (id) =>
        channels.find(({ of, channel }) => of === 'team' && directory.known(channel) === id)?.name,
      loadingMs: times.loadingMs,
      health,
      channels: watch,
    },
    charts,
    seen: deps.seen,
    clock,
    random,
    log,
    times,
  });

  return {
    platform,
    ...(inbound.handle && { handle: inbound.handle }),
    publishHome: homes.publish,
    start: () => {
      health.start();
      quietly(inbound.start());
    },
    stop: async () => {
      health.stop();
      watch.stop();
      stopping.abort();
      await inbound.stop();
      exchanger.close();
    },
    status: () => {
      const state = health.state();
      return state.state === 'ok' ? (inbound.fault() ?? { state: 'ok' }) : state;
    },
  };
}

/** Methods are joined to the address as a folder's files are. */
function withSlash(url: URL): URL {
  return url.pathname.endsWith('/') ? url : new URL(`${url.href}/`);
}

/** Sleeps that end early, with an error, when everything stops. */
function createSleep(signal: AbortSignal): (ms: number) => Promise<void> {
  return (ms) =>
    new Promise((resolve, reject) => {
      const stopped = (): void => {
        clearTimeout(timer);
        reject(new Error('stopping'));
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stopped);
        resolve();
      }, ms);
      if (signal.aborted) stopped();
      else signal.addEventListener('abort', stopped, { once: true });
    });
}
