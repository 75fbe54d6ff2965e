/** What speaks to Teams, over real HTTP; only the database and Microsoft's sign-in are stood in for. */
import { alertCard } from '../../../src/cards/alert-card.js';
import { createOutbound, type Outbound } from '../../../src/platforms/teams/create-outbound.js';
import { createExchanger } from '../../../src/platforms/wire/exchange.js';
import type { Credentials, TokenAnswer } from '../../../src/platforms/teams/sdk/credentials.js';
import type { SendTimes } from '../../../src/platforms/teams/send.js';
import type { Call, Content } from '../../../src/posting/platform.js';
import type { TeamsConversation } from '../../../src/use-cases/teams-conversations.js';
import { CONNECTIONS } from '../../../src/platforms/teams/limits.js';
import { KIM as KIM_STAFF, viewIn } from '../../cards/acme.js';
import { quietLog } from '../../quiet-log.js';
import { until } from '../wire/until.js';
import { type SmallConnector, startSmallConnector } from './small-connector.js';

export const SUPPORT = '19:support@thread.tacv2';
export const OTHERS = '19:others@thread.tacv2';
export const TENANT = '7e0a0000-0000-4000-8000-00000000c0de';
export const BOT = '28:ea45a07e-0000-4000-8000-000000000b07';
export const KIM = '29:1Kim-Larsen';
export const TOKEN = 'eyJ.secret-of-the-test.sig';

export interface OutboundRig extends Outbound {
  readonly teams: SmallConnector;
  readonly conversations: Map<string, TeamsConversation>;
  /** What the sign-in answers; a token, where the test says nothing else. */
  token: TokenAnswer;
  readonly tokensAsked: () => number;
  readonly doubted: () => number;
  readonly happened: string[];
  readonly looked: string[];
  /** Added to the clock. */
  passMs: number;
  readonly close: () => Promise<void>;
}

export async function startOutbound(
  options: { readonly send?: SendTimes; readonly start?: boolean } = {},
): Promise<OutboundRig> {
  const teams = await startSmallConnector();
  const exchanger = createExchanger(CONNECTIONS);
  const conversations = new Map<string, TeamsConversation>();
  const happened: string[] = [];
  const looked: string[] = [];
  let tokensAsked = 0;
  let doubted = 0;
  for (const id of [SUPPORT, OTHERS])
    conversations.set(id, {
      id,
      kind: 'channel',
      serviceUrl: teams.serviceUrl,
      tenantId: TENANT,
      botId: BOT,
    });
  const credentials: Credentials = {
    token: () => {
      tokensAsked += 1;
      return Promise.resolve(rig.token);
    },
    doubt: () => {
      doubted += 1;
    },
  };
  const outbound = createOutbound({
    exchanger,
    credentials,
    references: {
      findChannel: (id) => {
        looked.push(id);
        return Promise.resolve(conversations.get(id));
      },
      findPersonal: (userId) =>
        Promise.resolve([...conversations.values()].find((each) => each.userId === userId)),
      latest: () => Promise.resolve([...conversations.values()].at(-1)),
      remember: (conversation) => {
        conversations.set(conversation.id, conversation);
        return Promise.resolve(true);
      },
    },
    userIdOf: (staffId) => Promise.resolve(staffId === KIM_STAFF.id ? KIM : undefined),
    onReady: () => happened.push('ready'),
    onParked: (reason) => happened.push(`parked: ${reason}`),
    channelGone: (channel) => happened.push(`gone: ${channel}`),
    clock: () => new Date(Date.now() + rig.passMs),
    random: () => 0.5,
    log: quietLog,
    times: {
      health: { away: { firstMs: 20, mostMs: 100 }, parkedMs: 60 },
      ...(options.send && { send: options.send }),
    },
  });
  const rig: OutboundRig = {
    ...outbound,
    teams,
    conversations,
    token: { kind: 'token', token: TOKEN },
    tokensAsked: () => tokensAsked,
    doubted: () => doubted,
    happened,
    looked,
    passMs: 0,
    close: async () => {
      outbound.health.stop();
      exchanger.close();
      await teams.close();
    },
  };
  if (options.start !== false) {
    outbound.health.start();
    await until(() => outbound.platform.ready());
    teams.asked.length = 0;
  }
  return rig;
}

/** A call that posts `content` (the card of acme where absent) to the support channel. */
export function callOf(messageId: string, more: Partial<Call> = {}): Call {
  const content: Content = { kind: 'card', card: alertCard(viewIn('open')) };
  return { messageId, channel: SUPPORT, direct: false, content, ...more };
}

/** What Teams was asked, readable: "POST /emea/v3/conversations". */
export function pathsOf({ teams }: OutboundRig): readonly string[] {
  return teams.asked.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
}
