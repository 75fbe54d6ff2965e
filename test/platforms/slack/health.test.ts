import { afterEach, describe, expect, it } from 'vitest';
import { APP_TOKEN, BOT_TOKEN, USUAL_SCOPES } from '../../counterparts/slack/workspace.js';
import { sleep, until } from '../wire/until.js';
import { callOf, KIM, type Rig, type RigOptions, startRig, SUPPORT } from './rig.js';

let rig: Rig;

async function start(options: RigOptions = {}): Promise<Rig> {
  rig = await startRig(options);
  return rig;
}

afterEach(() => rig.close());

describe.each(['http', 'socket'] as const)('Slack over %s', (mode) => {
  it('that cannot be reached at the start is waited for, and works when it comes', async () => {
    const { slack, counterpart, conversation, woken } = await start({
      mode,
      counterpart: { unreachable: true },
    });
    await until(() => slack.status().state === 'away');
    expect(slack.status()).toEqual({ state: 'away', reason: 'not sent: ECONNREFUSED' });
    expect(slack.platform.ready()).toBe(false);
    await sleep(150);
    await counterpart.setReachable({ reachable: true });
    await rig.ready();
    await until(() => slack.status().state === 'ok');
    expect(woken()).toBe(1);
    await counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-help' });
    expect(conversation.heard).toHaveLength(1);
    expect((await slack.platform.send(callOf('m'))).outcome).toBe('posted');
  });

  it('that goes away and comes back works again by itself', async () => {
    const { slack, counterpart, conversation } = await start({ mode });
    await rig.ready();
    await counterpart.setReachable({ reachable: false });
    await sleep(20);
    expect((await slack.platform.send(callOf('m'))).outcome).toBe('later');
    expect(slack.status().state).toBe('away');
    await counterpart.setReachable({ reachable: true });
    await rig.ready();
    await counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-help' });
    expect(conversation.heard).toHaveLength(1);
  });

  it('of which the token is revoked is parked with what mends it, and goes on when it is mended', async () => {
    const { slack, counterpart, notices, woken } = await start({ mode });
    await rig.ready();
    counterpart.setToken({ token: BOT_TOKEN, state: 'revoked' });
    expect(await slack.platform.send(callOf('m'))).toMatchObject({ outcome: 'platform_stopped' });
    expect(slack.platform.ready()).toBe(false);
    expect(slack.status()).toEqual({
      state: 'parked',
      reason: 'the token was revoked; install the app again and set SLACK_BOT_TOKEN',
    });
    await until(() => notices.has('platform:slack'));
    await sleep(150);
    expect(slack.status().state).toBe('parked');
    counterpart.setToken({ token: BOT_TOKEN, state: 'valid' });
    await until(() => slack.platform.ready());
    await until(() => !notices.has('platform:slack'));
    expect(woken()).toBe(2);
    expect((await slack.platform.send(callOf('m'))).outcome).toBe('posted');
  });

  it('that says the app was removed is asked whether that is so', async () => {
    const { slack, counterpart } = await start({ mode });
    await rig.ready();
    await counterpart.sendEvent({ event: { type: 'app_uninstalled' } });
    expect(slack.status().state).toBe('ok');
    counterpart.setToken({ token: BOT_TOKEN, state: 'inactive' });
    await counterpart.sendEvent({ event: { type: 'tokens_revoked', tokens: { bot: ['U0BOT00001'] } } });
    expect(JSON.stringify(slack.status())).toMatch(/parked.*install it again/u);
  });
});

describe('a revoked token at the start', () => {
  it('parks Slack at once', async () => {
    const { slack, counterpart } = await start({ start: false });
    counterpart.setToken({ token: BOT_TOKEN, state: 'revoked' });
    slack.start();
    await until(() => slack.status().state === 'parked');
    counterpart.setToken({ token: BOT_TOKEN, state: 'valid' });
    await rig.ready();
  });
});

describe('a scope that is missing', () => {
  it('for posting parks Slack until the app has it, for anything else it does not', async () => {
    const { slack, counterpart } = await start();
    await rig.ready();
    counterpart.setToken({ token: BOT_TOKEN, scopes: USUAL_SCOPES.filter((scope) => scope !== 'im:write') });
    const direct = { channel: `staff-${KIM}`, direct: true };
    expect((await slack.platform.send(callOf('m', direct))).outcome).toBe('platform_stopped');
    expect(slack.platform.ready()).toBe(true);
    counterpart.setToken({
      token: BOT_TOKEN,
      scopes: USUAL_SCOPES.filter((scope) => scope !== 'chat:write'),
    });
    await slack.platform.send(callOf('m'));
    expect(JSON.stringify(slack.status())).toMatch(/parked.*chat:write/u);
    await sleep(200);
    expect(slack.status().state).toBe('parked');
    counterpart.setToken({ token: BOT_TOKEN, scopes: USUAL_SCOPES });
    await until(() => slack.platform.ready());
  });
});

describe('Socket Mode', () => {
  it('keeps two connections, renews each, and loses nothing between', async () => {
    const { counterpart, conversation } = await start({ mode: 'socket' });
    await rig.ready();
    counterpart.disconnectSockets({ reason: 'refresh_requested' });
    await sleep(150);
    await counterpart.waitForSockets({ count: 2 });
    counterpart.dropSockets();
    await sleep(50);
    await counterpart.waitForSockets({ count: 2 });
    await counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-help' });
    expect(conversation.heard).toHaveLength(1);
  });

  it('whose app token is refused says so, and cards are posted all the same', async () => {
    const { slack, counterpart, logged } = await start({ mode: 'socket', start: false });
    counterpart.setToken({ token: APP_TOKEN, kind: 'app', state: 'revoked' });
    slack.start();
    await until(() => slack.platform.ready());
    await until(() => slack.status().state === 'away');
    expect(slack.status()).toEqual({
      state: 'away',
      reason:
        'Socket Mode: token_revoked; compare SLACK_APP_TOKEN with the app-level token under “Basic Information”, which needs the scope connections:write',
    });
    expect(logged.filter((line) => line.includes('Socket Mode is not connected'))).toHaveLength(1);
    expect((await slack.platform.send(callOf('m'))).outcome).toBe('posted');
    counterpart.setToken({ token: APP_TOKEN, kind: 'app', state: 'valid' });
    await until(() => slack.status().state === 'ok');
  });
});

describe('stopping', () => {
  it('waits for what is under way', async () => {
    const { slack, counterpart, conversation } = await start();
    await rig.ready();
    let begun = false;
    let finished = false;
    conversation.command = async () => {
      begun = true;
      await sleep(200);
      finished = true;
      return { lines: [] };
    };
    const sent = counterpart.sendCommand({ user: KIM, channel: SUPPORT, command: '/cx-help' });
    await until(() => begun);
    await slack.stop();
    expect(finished).toBe(true);
    await sent;
  });
});

describe('no secret', () => {
  it('is in any log line, status or notice, whatever goes wrong', async () => {
    const { slack, counterpart, logged, notices } = await start({ mode: 'socket' });
    await rig.ready();
    counterpart.fault({ kind: 'error', error: 'invalid_blocks', method: 'chat.postMessage' });
    counterpart.fault({ kind: 'reset', stored: true, method: 'chat.postMessage' });
    await slack.platform.send(callOf('m'));
    counterpart.setToken({ token: APP_TOKEN, kind: 'app', state: 'revoked' });
    counterpart.setToken({ token: BOT_TOKEN, state: 'revoked' });
    await slack.platform.send(callOf('m'));
    counterpart.dropSockets();
    await sleep(200);
    await counterpart.setReachable({ reachable: false });
    await sleep(200);
    await until(() => logged.length > 3);
    const all = JSON.stringify([logged, slack.status(), [...notices]]);
    expect(all).not.toContain(BOT_TOKEN);
    expect(all).not.toContain(APP_TOKEN);
    expect(all).not.toMatch(/ticket=|Maria/u);
  });
});
