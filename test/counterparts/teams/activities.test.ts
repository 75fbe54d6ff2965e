import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVE, KIM, OTHER_TENANT_ID, SAM, TENANT_ID } from './people.js';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { LEADS_CHAT, SUPPORT, SUPPORT_TEAM } from './tenant.js';
import { startTinyBot, type TinyBot } from './tiny-bot.js';
import { codeIn, createTinyClient, said } from './tiny-client.js';

const BOT = { id: '28:ea45a07e-0000-4000-8000-000000000b07' };
let teams: TeamsCounterpart;
let bot: TinyBot;

beforeEach(async () => {
  teams = await startTeamsCounterpart({ seed: 1, bot: { urls: [], answerLimitMs: 200 } });
  bot = await startTinyBot(teams);
  teams.setBotAddress({ urls: [bot.url] });
});
afterEach(async () => {
  await bot.close();
  await teams.close();
});

describe('what people write', () => {
  it('in a channel mentions the bot, and begins a thread that the bot can answer in', async () => {
    const sent = await teams.typeToBot({ person: KIM, conversation: SUPPORT, text: 'claim CX-1' });
    expect(bot.heard).toMatchObject([
      {
        type: 'message',
        id: sent.id,
        text: '<at>Earshot</at> claim CX-1',
        recipient: BOT,
        conversation: { id: `${SUPPORT};messageid=${sent.id}`, conversationType: 'channel' },
        channelData: { teamsChannelId: SUPPORT, teamsTeamId: SUPPORT_TEAM, tenant: { id: TENANT_ID } },
        entities: [{ type: 'mention', mentioned: BOT, text: '<at>Earshot</at>' }, { type: 'clientInfo' }],
      },
    ]);
    const client = await createTinyClient(teams);
    await client.send(`${SUPPORT};messageid=${sent.id}`, said('Claimed'));
    const second = await teams.typeToBot({
      person: SAM,
      conversation: SUPPORT,
      thread: sent.id,
      text: 'thanks',
      mention: false,
    });
    expect(second.thread).toBe(sent.id);
    expect(teams.thread({ root: sent.id }).map((each) => each.text)).toEqual([
      '<at>Earshot</at> claim CX-1',
      'Claimed',
      'thanks',
    ]);
  });

  it('to the bot alone mentions nobody, and belongs to the tenant of the person', async () => {
    await teams.typeToBot({ person: KIM, text: 'help' });
    await teams.typeToBot({ person: EVE, text: 'help' });
    expect(bot.heard).toMatchObject([
      { text: 'help', conversation: { conversationType: 'personal', tenantId: TENANT_ID } },
      {
        text: 'help',
        conversation: { tenantId: OTHER_TENANT_ID },
        channelData: { tenant: { id: OTHER_TENANT_ID } },
      },
    ]);
    expect(teams.directs({ person: KIM })).toEqual([]);
  });

  it('in a group chat mentions the bot', async () => {
    await teams.typeToBot({ person: KIM, conversation: LEADS_CHAT, text: 'alerts' });
    expect(bot.heard).toMatchObject([
      { text: '<at>Earshot</at> alerts', conversation: { id: LEADS_CHAT, conversationType: 'groupChat' } },
    ]);
  });

  it('reaches the bot only where it is, and from those who are there', async () => {
    await expect(teams.typeToBot({ person: EVE, conversation: SUPPORT, text: 'x' })).rejects.toThrow(
      'is not in',
    );
    teams.setTeam({ id: SUPPORT_TEAM, bot: 'not_installed' });
    await expect(teams.typeToBot({ person: KIM, conversation: SUPPORT, text: 'x' })).rejects.toThrow(
      'The bot is not in',
    );
  });
});

describe('an activity that is not answered in time', () => {
  it('is sent again, the same, twice', async () => {
    bot.answer = () => ({ delayMs: bot.heard.length < 3 ? 500 : 0 });
    const sent = await teams.typeToBot({ person: KIM, text: 'slow' });
    expect(sent).toMatchObject({ status: 200, attempts: 3, timedOut: false });
    expect(new Set(bot.heard.map((each) => each['id']))).toEqual(new Set([sent.id]));
    expect(bot.heard).toHaveLength(3);
  });

  it('is sent again for a failure too, where a test wants that', async () => {
    bot.answer = () => ({ status: bot.heard.length < 2 ? 503 : 200 });
    const sent = await teams.typeToBot({ person: KIM, text: 'busy', redeliverOn: [503] });
    expect(sent).toMatchObject({ status: 200, attempts: 2 });
  });

  it('is given up in the end, and can be replayed later', async () => {
    bot.answer = () => ({ delayMs: 500 });
    const sent = await teams.typeToBot({ person: KIM, text: 'slow', redeliveries: 0 });
    expect(sent).toMatchObject({ status: 0, attempts: 1, timedOut: true });
    bot.answer = () => ({});
    expect((await teams.replay({ delivery: sent.delivery })).status).toBe(200);
    expect(bot.heard.map((each) => each['id'])).toEqual([sent.id, sent.id]);
  });

  it('is not sent again where the bot refuses or is not there', async () => {
    bot.answer = () => ({ status: 500 });
    expect(await teams.typeToBot({ person: KIM, text: 'x' })).toMatchObject({ status: 500, attempts: 1 });
    await bot.close();
    expect(await teams.typeToBot({ person: KIM, text: 'x' })).toMatchObject({
      status: 0,
      attempts: 1,
      timedOut: false,
    });
  });
});

describe('an installation', () => {
  it('in a team is told with the team and the channel, and lets the bot post', async () => {
    teams.setTeam({ id: SUPPORT_TEAM, bot: 'not_installed' });
    const client = await createTinyClient(teams);
    expect(codeIn(await client.createThread(said('x')))).toBe('BotNotInConversationRoster');
    await teams.install({ team: SUPPORT_TEAM, channel: SUPPORT });
    expect((await client.createThread(said('x'))).status).toBe(201);
    const place = { conversation: { id: SUPPORT, conversationType: 'channel' }, from: { id: KIM } };
    const team = { id: SUPPORT_TEAM, name: 'Customer support' };
    expect(bot.heard).toMatchObject([
      {
        ...place,
        type: 'conversationUpdate',
        membersAdded: [BOT],
        channelData: { team, eventType: 'teamMemberAdded' },
      },
      {
        ...place,
        type: 'installationUpdate',
        action: 'add',
        channelData: { team, settings: { selectedChannel: { id: SUPPORT } } },
      },
    ]);
  });

  it('can be taken back, after which nothing is taken', async () => {
    await teams.uninstall();
    expect(bot.heard).toMatchObject([
      { type: 'installationUpdate', action: 'remove' },
      { type: 'conversationUpdate', membersRemoved: [BOT], channelData: { eventType: 'teamMemberRemoved' } },
    ]);
    const client = await createTinyClient(teams);
    expect(codeIn(await client.createThread(said('x')))).toBe('BotNotInConversationRoster');
  });

  it('can be for one person', async () => {
    await teams.install({ person: KIM });
    await teams.uninstall({ person: KIM });
    expect(bot.heard.map(({ type, action }) => [type, action])).toEqual([
      ['conversationUpdate', undefined],
      ['installationUpdate', 'add'],
      ['installationUpdate', 'remove'],
    ]);
    const client = await createTinyClient(teams);
    const { id } = teams.personalChat({ person: KIM });
    expect(codeIn(await client.send(id, said('x')))).toBe('BotNotInConversationRoster');
  });
});

it('any other event is sent with what every activity has', async () => {
  const event = { type: 'conversationUpdate', channelData: { eventType: 'channelDeleted' } };
  await teams.sendEvent({ person: KIM, conversation: SUPPORT, event });
  expect(bot.heard).toMatchObject([
    { channelData: { eventType: 'channelDeleted', channel: { id: SUPPORT }, tenant: { id: TENANT_ID } } },
  ]);
});
