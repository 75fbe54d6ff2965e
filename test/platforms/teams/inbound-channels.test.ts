import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { line } from '../../../src/cards/text.js';
import type { Content } from '../../../src/posting/platform.js';
import { DatabaseAway } from '../../../src/use-cases/failures.js';
import { GUS, KIM } from '../../counterparts/teams/people.js';
import { cardOf } from '../../counterparts/teams/message.js';
import { LEADS_CHAT, SUPPORT, SUPPORT_TEAM } from '../../counterparts/teams/tenant.js';
import { until } from '../wire/until.js';
import { type InboundRig, startInbound } from './inbound-rig.js';

let rig: InboundRig;
beforeEach(async () => {
  rig = await startInbound();
});
afterEach(() => rig.close());

/** What a card says in its rich texts, in order. */
const runsIn = (card: unknown): string =>
  [...JSON.stringify(card).matchAll(/"type":"TextRun","text":"((?:[^"\\]|\\.)*)"/gu)]
    .map(([, text]) => text)
    .join('');
const connected = async (): Promise<void> => {
  await rig.type('connect support');
  await until(() => rig.teams.platform.ready());
};
/** What comes of posting to the channel that the team works in. */
const post = async (): Promise<string> => {
  const content: Content = { kind: 'line', line: line('Hello.') };
  const channel = rig.teams.channelOf('support') ?? '';
  return (await rig.teams.platform.send({ messageId: 'm', channel, direct: false, content })).outcome;
};

describe('a channel', () => {
  it('is bound to a team by a word in it, whatever case and politeness, and unbound', async () => {
    expect(rig.teams.channelOf('support')).toBeUndefined();
    const typed = await rig.type('Connect to the team “SUPPORT”.');
    expect(rig.saidIn(typed.thread)).toContain('Connected: alerts of');
    expect(rig.teams.channelOf('support')).toBe(SUPPORT);
    await rig.type('alerts team');
    expect(rig.conversation.heard).toMatchObject([{ team: 'support' }]);
    const left = await rig.type('DISCONNECT!');
    expect(rig.saidIn(left.thread)).toContain('alerts of support no longer come here');
    expect(rig.teams.channelOf('support')).toBeUndefined();
  });

  it('takes a team over from another channel, and says so', async () => {
    await rig.type('connect money matters', { conversation: SUPPORT_TEAM });
    const typed = await rig.type('connect money matters');
    expect(rig.saidIn(typed.thread)).toContain('no longer to the channel before');
    expect(rig.teams.channelOf('Money matters')).toBe(SUPPORT);
    expect(rig.saidIn((await rig.type('connect money matters')).thread)).toContain('come here already');
  });

  it('is bound to no team that there is not, nor by a guest', async () => {
    expect(rig.saidIn((await rig.type('connect suport')).thread)).toContain('Did you mean support?');
    expect(rig.saidIn((await rig.type('connect')).thread)).toContain('Which team?');
    expect(rig.saidIn((await rig.type('connect support', { person: GUS })).thread)).toContain('Guests');
    expect(rig.conversations.bound.size).toBe(0);
  });

  it.each([
    ['connect to support', 'Add me to the team, then type @Earshot connect support in the channel.'],
    ['connect', 'Add me to the team, then type @Earshot connect <team> in the channel.'],
    ['disconnect', 'nothing to disconnect here. Type @Earshot disconnect in the channel where they arrive.'],
  ])('is what a chat is not: %s typed there is answered with where to type it', async (text, words) => {
    const chat = rig.counterpart.personalChat({ person: KIM });
    rig.counterpart.setConversation({ id: chat.id, bot: 'installed' });
    for (const conversation of [LEADS_CHAT, chat.id]) {
      await rig.type(text, { conversation });
      const [card] = rig.counterpart
        .messages({ conversation })
        .flatMap(({ activity }) => cardOf(activity) ?? []);
      expect(runsIn(card)).toContain(words);
    }
    expect(rig.conversations.bound.size).toBe(0);
  });

  it('is posted to no more when Earshot is taken away from its team, and again when it is back', async () => {
    await connected();
    await rig.counterpart.uninstall();
    expect(await post()).toBe('channel_gone');
    expect([...rig.notices.values()]).toEqual([expect.stringContaining('taken away')]);
    rig.notices.set(`channel:teams:${SUPPORT}`, 'It cannot be posted to.');
    await rig.counterpart.install();
    expect(rig.notices.size).toBe(0);
    expect(await post()).toBe('posted');
  });

  it('that could not be posted to is taken to be mended when somebody speaks to Earshot there', async () => {
    await connected();
    rig.counterpart.setTeam({ id: SUPPORT_TEAM, bot: 'disabled' });
    expect(await post()).toBe('channel_gone');
    await until(() => rig.notices.size > 0);
    rig.counterpart.setTeam({ id: SUPPORT_TEAM, bot: 'installed' });
    await rig.type('help');
    await until(() => rig.notices.size === 0);
    expect(await post()).toBe('posted');
  });

  it('that is deleted is posted to no more', async () => {
    await connected();
    await rig.counterpart.sendEvent({
      person: KIM,
      conversation: SUPPORT,
      event: { type: 'conversationUpdate', channelData: { eventType: 'channelDeleted' } },
    });
    expect(await post()).toBe('channel_gone');
    expect([...rig.notices.values()]).toEqual([expect.stringContaining('taken away')]);
  });
});

describe('a team that no other chat hears of', () => {
  it('is named to whoever runs Earshot until somebody connects it, and again when it is disconnected', async () => {
    const alone = await startInbound({ onlyOnTeams: ['Money matters'] });
    try {
      await alone.teams.prepare();
      expect([...alone.notices.values()]).toEqual([
        expect.stringContaining('Type @Earshot connect Money matters in its channel.'),
      ]);
      await alone.type('connect money matters');
      expect([...alone.notices.values()]).toEqual([]);
      await alone.type('disconnect');
      expect([...alone.notices.keys()]).toEqual(['teams:unconnected:Money matters']);
    } finally {
      await alone.close();
    }
  });
});

describe('what Teams tells of places', () => {
  it('is asked for again where the database is away', async () => {
    rig.conversations.failure = new DatabaseAway('away');
    const [first] = await rig.counterpart.install();
    expect(first).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  });

  it('of kinds that we do not know is taken', async () => {
    const { status } = await rig.counterpart.sendEvent({
      person: KIM,
      conversation: SUPPORT,
      event: { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    });
    expect(status).toBe(200);
  });
});
