/** The Teams platform against the counterpart, over a real HTTP server; only the database is stood in for. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Conversation, Mend, Reply } from '../../../src/conversation/conversation.js';
import type { AlertView } from '../../../src/domain/alert-view.js';
import type { PlatformUser, Staff } from '../../../src/domain/staff.js';
import { readRequest } from '../../../src/inbound/read-request.js';
import { createTeams, type Teams } from '../../../src/platforms/teams/create-teams.js';
import type { DeliveryTimes } from '../../../src/platforms/teams/receive/delivery.js';
import type { Content } from '../../../src/posting/platform.js';
import type { KnowStaffDeps, KnowStaffStore } from '../../../src/use-cases/know-staff.js';
import type { Log } from '../../../src/use-cases/log.js';
import type { SeenRequests } from '../../../src/use-cases/seen-requests.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import {
  startTeamsCounterpart,
  type TeamsCounterpart,
  type TeamsCounterpartOptions,
} from '../../counterparts/teams/teams-counterpart.js';
import { APP_ID, APP_PASSWORD, SUPPORT } from '../../counterparts/teams/tenant.js';
import { TENANT_ID } from '../../counterparts/teams/people.js';
import { viewIn } from '../../cards/acme.js';
import { createSeenInMemory, until } from '../slack/rig.js';
import { type ConversationsInMemory, conversationsInMemory } from './conversations-in-memory.js';

/** What came to the conversation, and what it is to answer. */
interface FakeConversation extends Conversation {
  readonly heard: unknown[];
  press: Conversation['press'];
  submit: Conversation['submit'];
  command: Conversation['command'];
}

export interface InboundRig {
  readonly teams: Teams;
  readonly counterpart: TeamsCounterpart;
  readonly address: string;
  readonly conversation: FakeConversation;
  readonly conversations: ConversationsInMemory;
  readonly people: Map<string, PlatformUser>;
  readonly notices: Map<string, string>;
  readonly logged: string[];
  /** What an alert looks like; the open one of acme where a test says nothing else. */
  view: (alert: number) => Promise<AlertView | undefined>;
  /** Added to the clock. */
  passMs: number;
  /** Posts acme's card into the support channel: the id of the message. */
  readonly postCard: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface InboundRigOptions {
  readonly counterpart?: TeamsCounterpartOptions;
  readonly local?: boolean;
  readonly times?: DeliveryTimes;
  readonly seen?: SeenRequests;
  readonly staff?: KnowStaffDeps;
}

export async function startInbound(options: InboundRigOptions = {}): Promise<InboundRig> {
  const counterpart = await startTeamsCounterpart(options.counterpart);
  const people = new Map<string, PlatformUser>();
  const notices = new Map<string, string>();
  const logged: string[] = [];
  const conversation = createFakeConversation();
  const conversations = conversationsInMemory();
  const teams = createTeams({
    settings: options.local
      ? { mode: 'local' }
      : { mode: 'app', appId: APP_ID, appPassword: APP_PASSWORD, tenantId: TENANT_ID },
    standIn: { openIdUrl: counterpart.openIdUrl, tokenUrl: counterpart.tokenUrl },
    teams: ['support', 'Money matters'],
    conversation,
    staff: options.staff ?? staffIn(people),
    conversations: conversations.transaction,
    seen: options.seen ?? createSeenInMemory(),
    viewAlert: (alert) => rig.view(alert),
    notices: {
      set: (key, text) => Promise.resolve(void notices.set(key, text)),
      clear: (key) => Promise.resolve(void notices.delete(key)),
    },
    wake: () => undefined,
    clock: () => new Date(Date.now() + rig.passMs),
    random: () => 0.5,
    log: logInto(logged),
    times: {
      health: { away: { firstMs: 20, mostMs: 100 }, parkedMs: 60 },
      ...(options.times && { delivery: options.times }),
    },
  });
  const server = await serve(teams);
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/api/messages`;
  counterpart.setBotAddress({ urls: [address] });
  teams.start();
  const rig: InboundRig = {
    teams,
    counterpart,
    address,
    conversation,
    conversations,
    people,
    notices,
    logged,
    view: (alert) => Promise.resolve(alert === 123 ? viewIn('open') : undefined),
    passMs: 0,
    postCard: async () => {
      await counterpart.install();
      await counterpart.typeToBot({
        person: 'kim@example.com',
        conversation: SUPPORT,
        text: 'connect support',
      });
      await until(() => teams.platform.ready());
      const content: Content = { kind: 'card', card: alertCard(viewIn('open')) };
      const sent = await teams.platform.send({ messageId: 'm', channel: SUPPORT, direct: false, content });
      if (sent.outcome !== 'posted') throw new Error(JSON.stringify(sent));
      conversation.heard.length = 0;
      return sent.reference.split('|')[1] ?? '';
    },
    close: async () => {
      await teams.stop();
      server.closeAllConnections();
      server.close();
      await counterpart.close();
    },
  };
  return rig;
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

function serve(teams: Teams): Promise<Server> {
  const server = createServer({ joinDuplicateHeaders: true }, (incoming, outgoing) => {
    void readRequest(incoming).then(async (read) => {
      if (read.outcome !== 'read') return outgoing.destroy();
      const answer = await teams.handle(read.request);
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
      return outgoing;
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
