/** The Teams platform against the counterpart, over a real HTTP server; only the database is stood in for. */
import type { AlertView } from '../../../src/domain/alert-view.js';
import type { PlatformUser } from '../../../src/domain/staff.js';
import { createTeams, type Teams } from '../../../src/platforms/teams/create-teams.js';
import type { DeliveryTimes } from '../../../src/platforms/teams/receive/delivery.js';
import type { Content } from '../../../src/posting/platform.js';
import type { KnowStaffDeps } from '../../../src/use-cases/know-staff.js';
import type { SeenCard } from '../../../src/use-cases/adopt-card.js';
import type { SeenRequests } from '../../../src/use-cases/seen-requests.js';
import { alertCard } from '../../../src/cards/alert-card.js';
import {
  startTeamsCounterpart,
  type TeamsCounterpart,
  type TeamsCounterpartOptions,
} from '../../counterparts/teams/teams-counterpart.js';
import { APP_ID, APP_PASSWORD, SUPPORT } from '../../counterparts/teams/tenant.js';
import { KIM, TENANT_ID } from '../../counterparts/teams/people.js';
import { viewIn } from '../../cards/acme.js';
import { createFakeConversation, type FakeConversation } from '../wire/fake-conversation.js';
import { logInto } from '../wire/log-into.js';
import { referenceOf } from '../wire/reference-of.js';
import { createSeenInMemory } from '../wire/seen-in-memory.js';
import { servePlatform } from '../wire/serve-platform.js';
import { staffIn } from '../wire/staff-in-memory.js';
import { until } from '../wire/until.js';
import { type ConversationsInMemory, conversationsInMemory } from './conversations-in-memory.js';

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
  /** Kim types to the bot in the support channel, where `more` says nothing else. */
  readonly type: (
    text: string,
    more?: Partial<Parameters<TeamsCounterpart['typeToBot']>[0]>,
  ) => ReturnType<TeamsCounterpart['typeToBot']>;
  /** All that the bot has said in the thread, as text. */
  readonly saidIn: (thread: string | undefined) => string;
  /** Cards that were pressed on, or asked for anew. */
  readonly seenCards: SeenCard[];
  readonly close: () => Promise<void>;
}

export interface InboundRigOptions {
  readonly counterpart?: TeamsCounterpartOptions;
  readonly local?: boolean;
  readonly onlyOnTeams?: readonly string[];
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
    onlyOnTeams: options.onlyOnTeams ?? [],
    conversation,
    staff: options.staff ?? staffIn(people),
    conversations: conversations.transaction,
    seen: options.seen ?? createSeenInMemory(),
    viewAlert: (alert) => rig.view(alert),
    adoptCard: (card) => Promise.resolve(void rig.seenCards.push(card)),
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
  const served = await servePlatform(teams.handle);
  const address = `${served.origin}/api/messages`;
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
    seenCards: [],
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
      conversation.heard.length = 0;
      return referenceOf(sent).split('|')[1] ?? '';
    },
    type: (text, more = {}) => counterpart.typeToBot({ person: KIM, conversation: SUPPORT, text, ...more }),
    saidIn: (thread = '') =>
      JSON.stringify(
        counterpart
          .thread({ root: thread })
          .filter(({ from }) => from.startsWith('28:'))
          .map(({ activity }) => activity),
      ),
    close: async () => {
      await teams.stop();
      served.close();
      await counterpart.close();
    },
  };
  return rig;
}
