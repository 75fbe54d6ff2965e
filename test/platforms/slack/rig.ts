/** The Slack platform against the counterpart, over a real HTTP server or Socket Mode; only the database is stood in for. */
import type { PlatformUser } from '../../../src/domain/staff.js';
import type { Call, Content } from '../../../src/posting/platform.js';
import type { ConfiguredChannel } from '../../../src/platforms/slack/channels/check-channel.js';
import { createSlack, type Slack } from '../../../src/platforms/slack/create-slack.js';
import type { PostedAlert } from '../../../src/platforms/slack/handlers/handler-deps.js';
import { SLACK_TIMES, type SlackTimes } from '../../../src/platforms/slack/times.js';
import type { OpenedHome } from '../../../src/use-cases/keep-homes.js';
import type { SeenRequests } from '../../../src/use-cases/seen-requests.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import {
  startSlackCounterpart,
  type SlackCounterpart,
  type SlackCounterpartOptions,
} from '../../counterparts/slack/slack-counterpart.js';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from '../../counterparts/slack/workspace.js';
import { viewIn } from '../../cards/acme.js';
import { createFakeConversation, type FakeConversation } from '../wire/fake-conversation.js';
import { logInto } from '../wire/log-into.js';
import { createSeenInMemory } from '../wire/seen-in-memory.js';
import { servePlatform } from '../wire/serve-platform.js';
import { staffIn } from '../wire/staff-in-memory.js';
import { until } from '../wire/until.js';

export const KIM = 'U0KIM00001';
export const SAM = 'U0SAM00001';
export const SUPPORT = 'C0SUPPORT1';

export interface Rig {
  readonly slack: Slack;
  readonly counterpart: SlackCounterpart;
  readonly conversation: FakeConversation;
  readonly people: Map<string, PlatformUser>;
  readonly notices: Map<string, string>;
  readonly posted: Map<string, PostedAlert>;
  readonly homes: OpenedHome[];
  readonly logged: string[];
  /** How often Slack was said to take calls. */
  readonly woken: () => number;
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface RigOptions {
  readonly mode?: 'http' | 'socket';
  readonly counterpart?: SlackCounterpartOptions;
  readonly channels?: readonly ConfiguredChannel[];
  readonly times?: Partial<SlackTimes>;
  readonly seen?: SeenRequests;
  /** False: the test starts it. */
  readonly start?: boolean;
}

const QUICK: SlackTimes = {
  ...SLACK_TIMES,
  health: { away: { firstMs: 20, mostMs: 100 }, parkedMs: 60 },
  socket: { firstMs: 20, mostMs: 100 },
  channelsAgainMs: 60,
};

export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const { mode = 'http', channels = [{ of: 'team', name: 'support', channel: '#support' }] } = options;
  const counterpart = await startSlackCounterpart(options.counterpart);
  const people = new Map<string, PlatformUser>();
  const notices = new Map<string, string>();
  const posted = new Map<string, PostedAlert>();
  const homes: OpenedHome[] = [];
  const logged: string[] = [];
  let woken = 0;
  const conversation = createFakeConversation();
  const slack = createSlack({
    settings: {
      botToken: BOT_TOKEN,
      apiUrl: new URL(counterpart.apiUrl),
      ...(mode === 'socket' ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET }),
    },
    channels,
    conversation,
    staff: staffIn(people),
    seen: options.seen ?? createSeenInMemory(),
    homeOpened: (home) => Promise.resolve(void homes.push(home)),
    alertOf: (_, reference) => Promise.resolve(posted.get(reference)),
    notices: {
      set: (key, text) => Promise.resolve(void notices.set(key, text)),
      clear: (key) => Promise.resolve(void notices.delete(key)),
    },
    wake: () => {
      woken += 1;
    },
    clock: () => new Date(),
    random: () => 0.5,
    log: logInto(logged),
    times: { ...QUICK, ...options.times },
  });
  const served = slack.handle && (await servePlatform(slack.handle));
  if (served) counterpart.setApp({ delivery: 'http', urls: [`${served.origin}/slack/events`] });
  if (options.start !== false) slack.start();
  return {
    slack,
    counterpart,
    conversation,
    people,
    notices,
    posted,
    homes,
    logged,
    woken: () => woken,
    ready: async () => {
      await until(() => slack.platform.ready() && people.has(KIM));
      if (mode === 'socket') await counterpart.waitForSockets({ count: 2 });
    },
    close: async () => {
      await slack.stop();
      served?.close();
      await counterpart.close();
    },
  };
}

/** A call that posts `content` (the card of acme where absent) to #support. */
export function callOf(messageId: string, more: Partial<Call> = {}): Call {
  const content: Content = { kind: 'card', card: alertCard(viewIn('open')) };
  return { messageId, channel: '#support', direct: false, content, ...more };
}
