import { afterEach, describe, expect, it } from 'vitest';
import { sleep, until } from '../wire/until.js';
import { callOf, type OutboundRig, startOutbound, SUPPORT, TENANT, BOT, TOKEN } from './outbound-rig.js';

let rig: OutboundRig;

afterEach(() => rig.close());

const posts = (): number => rig.teams.asked.filter(({ method }) => method === 'POST').length;
const UNAUTHORISED = { status: 401, body: { error: { code: 'BotNotRegistered' } } };
const PARKED =
  'Teams does not know the bot TEAMS_APP_ID; check its registration in Azure and its Teams channel';

describe('Teams at the start', () => {
  it('is asked a question that changes nothing, where Earshot is installed somewhere', async () => {
    rig = await startOutbound({ start: false });
    expect(rig.platform.ready()).toBe(false);
    rig.health.start();
    await until(() => rig.platform.ready());
    expect(rig.teams.asked.map(({ method }) => method)).toEqual(['GET']);
    expect(rig.happened).toEqual(['ready']);
  });

  it('is ready with nothing but a token, where Earshot is installed nowhere yet', async () => {
    rig = await startOutbound({ start: false });
    rig.conversations.clear();
    rig.health.start();
    await until(() => rig.platform.ready());
    expect(rig.teams.asked).toEqual([]);
    expect(rig.tokensAsked()).toBe(1);
  });

  it('that cannot be reached is waited for', async () => {
    rig = await startOutbound({ start: false });
    await rig.teams.goAway();
    rig.health.start();
    await until(() => rig.health.state().state === 'away');
    expect(rig.health.state()).toEqual({ state: 'away', reason: 'not sent: ECONNREFUSED' });
    await rig.teams.comeBack();
    await until(() => rig.platform.ready());
    expect(rig.happened).toEqual(['ready']);
  });

  it('whose sign-in is away is waited for, and whose sign-in refuses us is parked', async () => {
    rig = await startOutbound({ start: false });
    rig.token = { kind: 'away', why: 'no token: HTTP 503' };
    rig.health.start();
    await until(() => rig.health.state().state === 'away');
    rig.token = { kind: 'refused', why: 'the secret has expired' };
    await until(() => rig.health.state().state === 'parked');
    expect(rig.happened).toEqual(['parked: the secret has expired']);
    // A sign-in that is away meanwhile says nothing about the secret.
    rig.token = { kind: 'away', why: 'no token: HTTP 503' };
    await sleep(100);
    expect(rig.health.state().state).toBe('parked');
    rig.token = { kind: 'token', token: TOKEN };
    await until(() => rig.platform.ready());
    expect(rig.happened).toEqual(['parked: the secret has expired', 'ready']);
  });
});

describe('a refused token', () => {
  it('that a new one mends stops nothing for long, and bothers nobody', async () => {
    rig = await startOutbound();
    rig.teams.next.push(UNAUTHORISED);
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('platform_stopped');
    expect(rig.doubted()).toBe(1);
    await until(() => rig.platform.ready());
    expect(rig.happened).toEqual(['ready', 'ready']);
  });

  it('parks Teams with what mends it, and Teams goes on when it is mended', async () => {
    rig = await startOutbound();
    rig.teams.usually = () => UNAUTHORISED;
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('platform_stopped');
    await until(() => rig.health.state().state === 'parked');
    expect(rig.platform.ready()).toBe(false);
    await sleep(150);
    expect(rig.health.state()).toEqual({ state: 'parked', reason: PARKED });
    expect(rig.happened).toEqual(['ready', `parked: ${PARKED}`]);
    expect(posts()).toBe(1);
    rig.teams.usually = () => ({ status: 200, body: {} });
    await until(() => rig.platform.ready());
    expect(rig.happened).toHaveLength(3);
  });

  it('is asked about where it was refused', async () => {
    rig = await startOutbound();
    const elsewhere = '19:elsewhere@thread.tacv2';
    const { serviceUrl } = rig.teams;
    rig.conversations.set(elsewhere, {
      id: elsewhere,
      kind: 'channel',
      serviceUrl,
      tenantId: TENANT,
      botId: BOT,
    });
    rig.teams.next.push(UNAUTHORISED);
    await rig.platform.send(callOf('m'));
    await until(() => rig.platform.ready());
    expect(decodeURIComponent(rig.teams.asked[1]!.path)).toBe(
      `/emea/v3/conversations/${SUPPORT}/pagedmembers?pageSize=50`,
    );
  });
});

describe('Teams that goes away', () => {
  it('and comes back works again by itself', async () => {
    rig = await startOutbound();
    await rig.teams.goAway();
    await sleep(20);
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('later');
    expect(rig.platform.ready()).toBe(false);
    await rig.teams.comeBack();
    await until(() => rig.platform.ready());
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('posted');
  });

  it.each(['reset', { status: 500 }] as const)(
    'with %j is not sent a second message that nobody could find again',
    async (says) => {
      rig = await startOutbound();
      rig.teams.usually = () => says;
      expect((await rig.platform.send(callOf('m'))).outcome).toBe('unknown');
      await sleep(200);
      expect(rig.platform.ready()).toBe(false);
      expect(posts()).toBe(1);
      rig.teams.usually = () => ({ status: 200, body: {} });
      await until(() => rig.platform.ready());
    },
  );

  it('for posts alone is tried with ever longer pauses', async () => {
    rig = await startOutbound();
    rig.teams.usually = ({ method }) => (method === 'GET' ? { status: 200, body: {} } : { status: 500 });
    const pauses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      const before = performance.now();
      await until(() => rig.platform.ready());
      pauses.push(performance.now() - before);
      expect((await rig.platform.send(callOf(`m${index}`))).outcome).toBe('unknown');
    }
    expect(posts()).toBe(3);
    expect(pauses[1]).toBeGreaterThan(15);
    expect(pauses[2]).toBeGreaterThan(30);
  });

  it('for one edit or one question is none', async () => {
    rig = await startOutbound();
    rig.teams.next.push('reset');
    const edit = `${SUPPORT};messageid=4|4`;
    expect((await rig.platform.send(callOf('m', { edit }))).outcome).toBe('unknown');
    rig.teams.next.push('reset');
    const { serviceUrl } = rig.teams;
    expect((await rig.connector.members({ serviceUrl, conversation: SUPPORT })).kind).toBe('unknown');
    expect(rig.platform.ready()).toBe(true);
  });

  it('by a channel’s own refusals is not away', async () => {
    rig = await startOutbound();
    for (const status of [403, 404, 412, 429, 502, 503, 504]) {
      rig.teams.next.push({ status });
      await rig.platform.send(callOf('m'));
      expect(rig.platform.ready(), String(status)).toBe(true);
    }
  });
});
