import { afterEach, describe, expect, it } from 'vitest';
import { sleep, until } from '../wire/until.js';
import { callOf, KIM, type Rig, type RigOptions, startRig, SUPPORT } from './rig.js';

let rig: Rig;

async function start(options: RigOptions = {}): Promise<Rig> {
  rig = await startRig({ ...options, start: false });
  return rig;
}

afterEach(() => rig.close());

const KEY = 'channel:slack:#support';

describe('the configured channels', () => {
  it('that are fine leave no notice, and take an old one away', async () => {
    const { slack, notices, logged } = await start();
    notices.set(KEY, 'old');
    slack.start();
    await until(() => !notices.has(KEY));
    expect(logged.filter((each) => each.startsWith('warn'))).toEqual([]);
  });

  it.each([
    [
      'the bot is not invited to',
      { botIsMember: false },
      'Invite the bot: /invite @earshot in #support (team support).',
    ],
    [
      'are private and the bot is not in',
      { kind: 'private', botIsMember: false },
      'I cannot find #support on Slack (team support). If it is private, invite the bot there: /invite @earshot. If not, correct it in earshot.yaml.',
    ],
    [
      'are archived',
      { archived: true },
      '#support is archived (team support). Unarchive it, or give the team another channel in earshot.yaml.',
    ],
    [
      'are shared with another organisation',
      { connectShared: true },
      "#support (team support) is shared with another organisation, whose people read customers' words there. Give the team a channel of its own.",
    ],
  ] as const)('that %s are named in one line that says what to mend', async (_, spec, words) => {
    const { slack, counterpart, notices } = await start();
    counterpart.setChannel({ id: SUPPORT, name: 'support', ...spec });
    slack.start();
    await until(() => notices.has(KEY));
    expect(notices.get(KEY)).toBe(words);
    expect([...notices]).toHaveLength(1);
  });

  it('that are configured by an id nobody knows are named too', async () => {
    const { slack, notices } = await start({
      channels: [{ of: 'team', name: 'emea', channel: 'C0NOWHERE1' }],
    });
    slack.start();
    await until(() => notices.size === 1);
    expect(notices.get('channel:slack:C0NOWHERE1')).toMatch(
      /^Slack does not show me C0NOWHERE1 \(team emea\)/u,
    );
  });

  it('of a digest are looked at as well', async () => {
    const { slack, counterpart, notices } = await start({
      channels: [{ of: 'digest', name: 'leadership', channel: '#support' }],
    });
    counterpart.setChannel({ id: SUPPORT, archived: true });
    slack.start();
    await until(() => notices.has(KEY));
    expect(notices.get(KEY)).toBe(
      '#support is archived (digest leadership). Unarchive it, or give the digest another channel in earshot.yaml.',
    );
  });

  it('are looked at again when Slack says something happened, and when they are mended', async () => {
    const { slack, counterpart, notices } = await start({ times: { channelsAgainMs: 60_000 } });
    slack.start();
    await rig.ready();
    counterpart.setChannel({ id: SUPPORT, archived: true });
    await counterpart.sendEvent({ event: { type: 'channel_archive', channel: SUPPORT, user: KIM } });
    expect(notices.get(KEY)).toMatch(/is archived/u);
    counterpart.setChannel({ id: SUPPORT, archived: false });
    await counterpart.sendEvent({ event: { type: 'channel_unarchive', channel: SUPPORT, user: KIM } });
    expect(notices.has(KEY)).toBe(false);
    counterpart.setChannel({ id: SUPPORT, botIsMember: false });
    const left = (user: string) => ({ event: { type: 'member_left_channel', channel: SUPPORT, user } });
    await counterpart.sendEvent(left(KIM));
    expect(notices.has(KEY)).toBe(false);
    await counterpart.sendEvent(left('U0BOT00001'));
    expect(notices.get(KEY)).toMatch(/^Invite the bot/u);
  });

  it('that were private are found as soon as the bot is invited', async () => {
    const { slack, counterpart, notices } = await start({ times: { channelsAgainMs: 60_000 } });
    counterpart.setChannel({ id: SUPPORT, kind: 'private', botIsMember: false });
    slack.start();
    await until(() => notices.has(KEY));
    counterpart.setChannel({ id: SUPPORT, botIsMember: true });
    await counterpart.sendEvent({
      event: { type: 'member_joined_channel', channel: SUPPORT, user: 'U0BOT00001' },
    });
    expect(notices.has(KEY)).toBe(false);
  });

  it('that posting found gone are looked at until they are back', async () => {
    const { slack, counterpart, notices } = await start();
    slack.start();
    await rig.ready();
    counterpart.setChannel({ id: SUPPORT, archived: true });
    expect(await slack.platform.send(callOf('m'))).toEqual({
      outcome: 'channel_gone',
      why: 'it is archived',
    });
    await until(() => notices.has(KEY));
    counterpart.setChannel({ id: SUPPORT, archived: false });
    await until(() => !notices.has(KEY));
    const calls = counterpart.callCounts()['conversations.info'];
    await sleep(150);
    expect(counterpart.callCounts()['conversations.info']).toBe(calls);
  });

  it('that could not be looked at are looked at later, and nothing is claimed of them', async () => {
    const { slack, counterpart, notices } = await start();
    counterpart.fault({ kind: 'error', error: 'internal_error', method: 'conversations.info', times: 2 });
    slack.start();
    await counterpart.waitForCalls({ method: 'conversations.info', count: 3 });
    await sleep(50);
    expect(notices.size).toBe(0);
  });

  it.each(['conversations.info', 'conversations.list'] as const)(
    'that are being looked at when everything stops (%s) are no cause for a warning',
    async (method) => {
      const { slack, counterpart, notices, logged } = await start();
      counterpart.fault({ kind: 'slow', ms: 5_000, method });
      slack.start();
      await until(() => logged.some((each) => each.includes('Slack is connected')));
      await sleep(50);
      await slack.stop();
      await sleep(150);
      expect(logged.filter((each) => /^(?:warn|error)/u.test(each))).toEqual([]);
      expect(notices.size).toBe(0);
    },
  );

  it('are paged through where there are many', async () => {
    const { slack, counterpart, notices } = await start({
      channels: [{ of: 'team', name: 'last', channel: '#channel-2300' }],
    });
    for (let index = 0; index <= 2_300; index += 1) {
      counterpart.setChannel({ id: `C1${String(index).padStart(8, '0')}`, name: `channel-${index}` });
    }
    notices.set('channel:slack:#channel-2300', 'old');
    slack.start();
    await until(() => notices.size === 0);
    expect(counterpart.callCounts()['conversations.list']).toBe(3);
  });
});
