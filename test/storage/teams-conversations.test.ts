import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createReferences, type References } from '../../src/platforms/teams/references.js';
import type { TeamsConversation } from '../../src/use-cases/teams-conversations.js';
import { quietLog } from '../quiet-log.js';
import { createWorld, type World } from '../world.js';

const TEAM = '19:general@thread.tacv2';
const PLACE = { serviceUrl: 'https://smba.trafficmanager.net/emea/', botId: '28:app' };
const TENANT = { tenantId: '7e0a0000-0000-4000-8000-00000000c0de' };
const CHANNEL: TeamsConversation = {
  ...PLACE,
  ...TENANT,
  id: '19:support@thread.tacv2',
  kind: 'channel',
  teamId: TEAM,
};
const OTHER: TeamsConversation = { ...CHANNEL, id: '19:other@thread.tacv2' };
const LOCAL: TeamsConversation = { ...PLACE, id: 'a:1kim', kind: 'personal', userId: '29:1Kim' };
const PERSONAL: TeamsConversation = { ...LOCAL, ...TENANT };

let world: World;
let references: References;
let staffId: string;
const anotherProcess = () =>
  createReferences({ transaction: world.database.transaction, clock: world.clock, log: quietLog });
beforeEach(async () => {
  world = await createWorld();
  references = anotherProcess();
  staffId = await world.staff('Kim');
});
afterEach(() => world.database.close());

describe('a conversation', () => {
  it('is kept as it was last seen, whoever looks', async () => {
    await references.remember(CHANNEL);
    expect(await anotherProcess().findChannel(CHANNEL.id)).toEqual(CHANNEL);
    const moved = { ...CHANNEL, serviceUrl: 'https://smba.trafficmanager.net/amer/' };
    await references.remember(moved);
    expect(await references.findChannel(CHANNEL.id)).toEqual(moved);
  });

  it('with one person is found by the person, the one of late where there are several', async () => {
    expect(await references.findPersonal('29:1Kim')).toBeUndefined();
    await references.remember(PERSONAL);
    world.pass(1_000);
    await references.remember({ ...PERSONAL, id: 'a:2kim' });
    expect(await references.findPersonal('29:1Kim')).toMatchObject({ id: 'a:2kim' });
  });

  it('without a tenant is one of the local trial', async () => {
    await references.remember(LOCAL);
    expect(await references.findPersonal('29:1Kim')).toEqual(LOCAL);
  });

  it('heard from last is known', async () => {
    expect(await references.latest()).toBeUndefined();
    await references.remember(CHANNEL);
    world.pass(1_000);
    await references.remember(PERSONAL);
    expect(await references.latest()).toEqual(PERSONAL);
    await references.forget({ conversationId: PERSONAL.id });
    expect(await references.latest()).toEqual(CHANNEL);
  });

  it('is not written for every message, but after a quarter of an hour, and when it is there anew', async () => {
    await references.remember(CHANNEL);
    await anotherProcess().forget({ conversationId: CHANNEL.id });
    await references.remember(CHANNEL);
    expect(await references.findChannel(CHANNEL.id)).toBeUndefined();
    await references.remember(CHANNEL, 'anew');
    expect(await references.findChannel(CHANNEL.id)).toEqual(CHANNEL);
    await anotherProcess().forget({ conversationId: CHANNEL.id });
    world.pass(15 * 60_000);
    await references.remember(CHANNEL);
    expect(await references.findChannel(CHANNEL.id)).toEqual(CHANNEL);
  });
});

describe('the channel of a team', () => {
  const bind = (team: string, channelId: string) => references.bind({ team, channelId, staffId });
  beforeEach(async () => {
    await references.remember(CHANNEL);
    await references.remember(OTHER);
  });

  it('is known at once where it was bound, and elsewhere when it is read anew', async () => {
    expect(await bind('support', CHANNEL.id)).toBeUndefined();
    expect(references.channelOf('support')).toBe(CHANNEL.id);
    const second = anotherProcess();
    expect(second.channelOf('support')).toBeUndefined();
    await second.refresh();
    expect(second.channelOf('support')).toBe(CHANNEL.id);
  });

  it('is one; a channel may have several teams', async () => {
    await bind('support', CHANNEL.id);
    await bind('money', CHANNEL.id);
    expect(references.teamsIn(CHANNEL.id)).toEqual(['money', 'support']);
    expect(await bind('support', OTHER.id)).toBe(CHANNEL.id);
    expect(references.channelOf('support')).toBe(OTHER.id);
    expect(await references.unbind(CHANNEL.id)).toEqual(['money']);
    expect(await references.unbind(CHANNEL.id)).toEqual([]);
    expect(references.channelOf('money')).toBeUndefined();
  });

  it('bound by two people at the same moment is one of the two', async () => {
    const second = anotherProcess();
    await Promise.all([
      bind('support', CHANNEL.id),
      second.bind({ team: 'support', channelId: OTHER.id, staffId }),
    ]);
    await references.refresh();
    expect([CHANNEL.id, OTHER.id]).toContain(references.channelOf('support'));
  });

  it('stays while Earshot is away from the Microsoft team, though nobody is there to post to', async () => {
    await bind('support', CHANNEL.id);
    await bind('money', OTHER.id);
    const both = [
      { team: 'money', channelId: OTHER.id },
      { team: 'support', channelId: CHANNEL.id },
    ];
    expect(await references.forget({ teamId: TEAM })).toEqual(both);
    expect(await references.forget({ teamId: TEAM })).toEqual([]);
    await references.refresh();
    expect(references.channelOf('support')).toBe(CHANNEL.id);
    expect(await references.findChannel(CHANNEL.id)).toBeUndefined();
    expect(await references.restore('19:another-team@thread.tacv2', PLACE.serviceUrl)).toEqual([]);
    expect(await references.restore(TEAM, 'https://smba.trafficmanager.net/amer/')).toEqual(both);
    expect(await references.findChannel(OTHER.id)).toMatchObject({
      serviceUrl: 'https://smba.trafficmanager.net/amer/',
    });
  });

  it('that is taken away alone leaves the others', async () => {
    await bind('support', CHANNEL.id);
    await bind('money', OTHER.id);
    expect(await references.forget({ conversationId: CHANNEL.id })).toEqual([
      { team: 'support', channelId: CHANNEL.id },
    ]);
    expect(await references.findChannel(CHANNEL.id)).toBeUndefined();
    expect(await references.findChannel(OTHER.id)).toMatchObject({ id: OTHER.id });
  });

  it('is read anew every half minute, until everything stops', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const second = anotherProcess();
    second.start();
    await bind('support', CHANNEL.id);
    vi.advanceTimersByTime(30_000);
    await vi.waitFor(() => expect(second.channelOf('support')).toBe(CHANNEL.id));
    second.stop();
    await references.unbind(CHANNEL.id);
    vi.advanceTimersByTime(60_000);
    await world.database.answers();
    expect(second.channelOf('support')).toBe(CHANNEL.id);
  });
});
