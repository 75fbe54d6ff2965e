/** The Slack platform against the counterpart, over a real HTTP server or Socket Mode; only the database is stood in for. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Conversation, Mend, Reply } from '../../../src/conversation/conversation.js';
import type { PlatformUser, Staff } from '../../../src/domain/staff.js';
import { readRequest } from '../../../src/inbound/read-request.js';
import type { Call, Content } from '../../../src/posting/platform.js';
import { createSlack, type Slack } from '../../../src/platforms/slack/create-slack.js';
import type { PostedAlert } from '../../../src/platforms/slack/handlers/handler-deps.js';
import { SLACK_TIMES, type SlackTimes } from '../../../src/platforms/slack/times.js';
import type { KnowStaffDeps, KnowStaffStore } from '../../../src/use-cases/know-staff.js';
import type { Log } from '../../../src/use-cases/log.js';
import type { SeenRequests } from '../../../src/use-cases/seen-requests.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import {
  startSlackCounterpart,
  type SlackCounterpart,
  type SlackCounterpartOptions,
} from '../../counterparts/slack/slack-counterpart.js';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from '../../counterparts/slack/workspace.js';
import { viewIn } from '../../cards/acme.js';

export const KIM = 'U0KIM00001';
export const SAM = 'U0SAM00001';
export const SUPPORT = 'C0SUPPORT1';

/** What came to the conversation, and what it is to answer. */
export interface FakeConversation extends Conversation {
  readonly heard: unknown[];
  press: Conversation['press'];
  submit: Conversation['submit'];
  command: Conversation['command'];
}

export interface Rig {
  readonly slack: Slack;
  readonly counterpart: SlackCounterpart;
  readonly conversation: FakeConversation;
  readonly people: Map<string, PlatformUser>;
  readonly notices: Map<string, string>;
  readonly posted: Map<string, PostedAlert>;
  readonly logged: string[];
  /** How often Slack was said to take calls. */
  readonly woken: () => number;
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface RigOptions {
  readonly mode?: 'http' | 'socket';
  readonly counterpart?: SlackCounterpartOptions;
  readonly channels?: readonly { readonly team: string; readonly channel: string }[];
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
  const { mode = 'http', channels = [{ team: 'support', channel: '#support' }] } = options;
  const counterpart = await startSlackCounterpart(options.counterpart);
  const people = new Map<string, PlatformUser>();
  const notices = new Map<string, string>();
  const posted = new Map<string, PostedAlert>();
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
  const server = mode === 'http' ? await serve(slack) : undefined;
  if (server) {
    const { port } = server.address() as AddressInfo;
    counterpart.setApp({ delivery: 'http', urls: [`http://127.0.0.1:${port}/slack/events`] });
  }
  if (options.start !== false) slack.start();
  return {
    slack,
    counterpart,
    conversation,
    people,
    notices,
    posted,
    logged,
    woken: () => woken,
    ready: async () => {
      await until(() => slack.platform.ready() && people.has(KIM));
      if (mode === 'socket') await counterpart.waitForSockets({ count: 2 });
    },
    close: async () => {
      await slack.stop();
      server?.closeAllConnections();
      server?.close();
      await counterpart.close();
    },
  };
}

export async function until(holds: () => boolean, timeoutMs = 5_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A call that posts `content` (the card of acme where absent) to #support. */
export function callOf(messageId: string, more: Partial<Call> = {}): Call {
  const content: Content = { kind: 'card', card: alertCard(viewIn('open')) };
  return { messageId, channel: '#support', direct: false, content, ...more };
}

export function staffId(userId: string): string {
  return `staff-${userId}`;
}

function createFakeConversation(): FakeConversation {
  const heard: unknown[] = [];
  const done: Reply = { kind: 'done' };
  return {
    heard,
    press: (click) => {
      heard.push(click);
      return Promise.resolve(done);
    },
    submit: (sent) => {
      heard.push(sent);
      return Promise.resolve<Reply | Mend>(done);
    },
    command: (typed) => {
      heard.push(typed);
      return Promise.resolve({ lines: [[{ kind: 'text', text: `You typed ${typed.line}` }]] });
    },
  };
}

function staffIn(people: Map<string, PlatformUser>): KnowStaffDeps {
  const staffOf = (user: PlatformUser): Staff => ({ id: staffId(user.userId), name: user.name });
  const store: KnowStaffStore = {
    rememberUsers: (users) => {
      for (const user of users) people.set(user.userId, user);
      return Promise.resolve();
    },
    findUser: (_, userId) => {
      const user = people.get(userId);
      return Promise.resolve(user && { staff: staffOf(user), standing: user.standing });
    },
    findStaff: () => Promise.resolve(undefined),
    listStaff: () => Promise.resolve([...people.values()].map(staffOf)),
    userIdOf: (id) => Promise.resolve([...people.keys()].find((userId) => staffId(userId) === id)),
  };
  return { transaction: async (work) => work(store), clock: () => new Date(), newId: () => 'id' };
}

export function createSeenInMemory(): SeenRequests {
  const states = new Map<string, 'done' | 'in_progress'>();
  return {
    begin: (key) => {
      const state = states.get(key);
      if (state === undefined) states.set(key, 'in_progress');
      return Promise.resolve(state ?? 'new');
    },
    done: (key) => Promise.resolve(void states.set(key, 'done')),
    giveUp: (key) => Promise.resolve(void states.delete(key)),
  };
}

function logInto(logged: string[]): Log {
  const write =
    (level: string) =>
    (fields: Record<string, unknown>, message: string): void => {
      logged.push(`${level} ${message} ${JSON.stringify(fields, asText)}`);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function asText(_: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value;
}

function serve(slack: Slack): Promise<Server> {
  const server = createServer({ joinDuplicateHeaders: true }, (incoming, outgoing) => {
    void readRequest(incoming).then(async (read) => {
      if (read.outcome !== 'read' || !slack.handle) return outgoing.destroy();
      const answer = await slack.handle(read.request);
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      return outgoing;
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
