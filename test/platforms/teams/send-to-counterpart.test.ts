/** The same as send.test.ts in short, against the whole counterpart: its sign-in, its checks of cards, its rates. */
import { afterEach, describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import { line, person } from '../../../src/cards/text.js';
import { createExchanger } from '../../../src/platforms/wire/exchange.js';
import { createOutbound, type Outbound } from '../../../src/platforms/teams/create-outbound.js';
import { createCredentials } from '../../../src/platforms/teams/sdk/credentials.js';
import { type BucketState, takeTokens } from '../../../src/posting/buckets.js';
import type { Call, Content, Sent } from '../../../src/posting/platform.js';
import type { TeamsConversation } from '../../../src/use-cases/teams-conversations.js';
import { CONNECTIONS } from '../../../src/platforms/teams/limits.js';
import { KIM as KIM_STAFF, viewIn } from '../../cards/acme.js';
import { KIM, TENANT_ID } from '../../counterparts/teams/people.js';
import { startTeamsCounterpart, type TeamsCounterpart } from '../../counterparts/teams/teams-counterpart.js';
import { APP_ID, APP_PASSWORD, EMEA, SUPPORT } from '../../counterparts/teams/tenant.js';
import { quietLog } from '../../quiet-log.js';
import { referenceOf } from '../wire/reference-of.js';
import { until } from '../wire/until.js';
import { callOf as acmeCall } from './outbound-rig.js';

interface Rig extends Outbound {
  readonly counterpart: TeamsCounterpart;
  readonly happened: string[];
  readonly close: () => Promise<void>;
}

let rig: Rig;

afterEach(() => rig.close());

async function start(options: { readonly throttle?: boolean } = {}): Promise<Rig> {
  const counterpart = await startTeamsCounterpart({ seed: 7, ...options });
  const { serviceUrl, tokenUrl } = counterpart;
  const exchanger = createExchanger(CONNECTIONS);
  const happened: string[] = [];
  const kept = new Map<string, TeamsConversation>();
  for (const id of [SUPPORT, EMEA])
    kept.set(id, { id, kind: 'channel', serviceUrl, tenantId: TENANT_ID, botId: `28:${APP_ID}` });
  const outbound = createOutbound({
    exchanger,
    credentials: createCredentials({
      appId: APP_ID,
      appPassword: APP_PASSWORD,
      tenantId: TENANT_ID,
      tokenUrl,
      exchanger,
      clock: () => new Date(),
    }),
    references: {
      findChannel: (id) => Promise.resolve(kept.get(id)),
      findPersonal: (userId) => Promise.resolve([...kept.values()].find((each) => each.userId === userId)),
      latest: () => Promise.resolve(kept.get(SUPPORT)),
      remember: (conversation) => {
        kept.set(conversation.id, conversation);
        return Promise.resolve(true);
      },
    },
    userIdOf: (staffId) => Promise.resolve(staffId === KIM_STAFF.id ? KIM : undefined),
    onReady: () => happened.push('ready'),
    onParked: (reason) => happened.push(`parked: ${reason}`),
    channelGone: (channel) => happened.push(`gone: ${channel}`),
    clock: () => new Date(),
    random: () => 0.5,
    log: quietLog,
    times: { health: { away: { firstMs: 20, mostMs: 100 }, parkedMs: 60 } },
  });
  rig = {
    ...outbound,
    counterpart,
    happened,
    close: async () => {
      outbound.health.stop();
      exchanger.close();
      await counterpart.close();
    },
  };
  outbound.health.start();
  await until(() => outbound.platform.ready());
  return rig;
}

const callOf = (id: string, more: Partial<Call> = {}): Call => acmeCall(id, { channel: SUPPORT, ...more });

const cardIn = (state: Parameters<typeof viewIn>[0]): Content => ({
  kind: 'card',
  card: alertCard(viewIn(state)),
});

const referenceParts = (text: string): readonly string[] => text.split('|');

describe('a card on Teams', () => {
  it.each(['open', 'claimed', 'resolved', 'dismissed'] as const)(
    'that is %s is taken, edited and answered in its thread, with one token for all',
    async (state) => {
      const { platform, counterpart } = await start();
      const edit = referenceOf(await platform.send(callOf('m', { content: cardIn('open') })));
      const [, root = ''] = referenceParts(edit);
      expect(await platform.send(callOf('m', { edit, content: cardIn(state) }))).toEqual({
        outcome: 'posted',
        reference: edit,
      });
      const content = { kind: 'line', line: line(person(KIM_STAFF, true), ', it is yours.') } as const;
      referenceOf(await platform.send(callOf('line', { thread: edit, content })));
      expect(counterpart.thread({ root })).toHaveLength(2);
      expect(counterpart.edits({ message: root })).toHaveLength(1);
      expect(counterpart.callCounts()).toMatchObject({ token: 1, create_thread: 1, update: 1 });
    },
  );

  it('goes to one person alone', async () => {
    const { platform, counterpart } = await start();
    const content = {
      kind: 'line',
      line: line('Sam handed you this.'),
      card: alertCard(viewIn('claimed')),
    } as const;
    referenceOf(await platform.send(callOf('d', { channel: KIM_STAFF.id, direct: true, content })));
    expect(counterpart.directs({ person: KIM })).toHaveLength(1);
  });

  it('that is deleted, or whose channel is, is posted anew or elsewhere', async () => {
    const { platform, counterpart, happened } = await start();
    expect(await platform.send(callOf('m', { edit: `${SUPPORT};messageid=1|1` }))).toMatchObject({
      outcome: 'lost',
    });
    counterpart.setConversation({ id: SUPPORT, gone: true });
    expect(await platform.send(callOf('m'))).toMatchObject({ outcome: 'channel_gone' });
    expect(happened).toEqual(['ready', `gone: ${SUPPORT}`]);
  });

  it.each([
    ['after it was taken', { kind: 'reset', stored: true }],
    ['before', { kind: 'reset', stored: false }],
    ['later', { kind: 'late', ms: 60_000, client: 'reset' }],
    ['with 500 after it was taken', { kind: 'http_status', status: 500, stored: true }],
  ] as const)('of which nobody hears %s is unconfirmed and on Teams once at most', async (_, fault) => {
    const { platform, counterpart } = await start();
    counterpart.fault({ ...fault, operation: 'create_thread' });
    expect((await platform.send(callOf('m'))).outcome).toBe('unknown');
    await until(() => platform.ready());
    counterpart.landNow();
    expect(counterpart.callCounts()['create_thread']).toBe(1);
    expect(counterpart.posts().length).toBeLessThanOrEqual(1);
  });
});

describe('the credentials', () => {
  it('of which the token was revoked are asked for another, and nothing is lost', async () => {
    const { platform, counterpart, happened } = await start();
    counterpart.revokeTokens();
    expect((await platform.send(callOf('m'))).outcome).toBe('platform_stopped');
    await until(() => platform.ready());
    expect((await platform.send(callOf('m'))).outcome).toBe('posted');
    expect(happened).toEqual(['ready', 'ready']);
  });

  it('of a bot that Azure does not know park Teams until it does', async () => {
    const { platform, counterpart, health, happened } = await start();
    counterpart.setBot({ registered: false });
    await platform.send(callOf('m'));
    await until(() => health.state().state === 'parked');
    expect(happened.at(-1)).toMatch(/^parked: /u);
    counterpart.setBot({ registered: true });
    await until(() => platform.ready());
  });
});

describe('the pace of posting', () => {
  it('is within every limit of Teams, at its true speed', async () => {
    const { platform, counterpart } = await start({ throttle: true });
    counterpart.clearRecords();
    const states = new Map<string, BucketState>();
    const going: Promise<Sent>[] = [];
    const began = performance.now();
    // Four at once and 1.8 a second, in two channels: some four seconds.
    for (let index = 0; index < 22;) {
      const call = callOf(`m${index}`, { channel: index % 2 === 0 ? SUPPORT : EMEA });
      const taken = takeTokens(platform.buckets(call), states, new Date());
      if (taken.granted) {
        for (const bucket of taken.buckets) states.set(bucket.key, bucket);
        going.push(platform.send(call));
        index += 1;
      } else await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const sent = await Promise.all(going);
    expect(sent.filter(({ outcome }) => outcome !== 'posted')).toEqual([]);
    expect(performance.now() - began).toBeLessThan(6_500);
    expect(counterpart.breaches()).toEqual([]);
  });
});
