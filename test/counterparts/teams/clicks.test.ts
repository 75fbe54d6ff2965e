import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVE, GUS, KIM, SAM, TENANT_ID } from './people.js';
import { sampleCard } from './sample-card.js';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { SUPPORT, SUPPORT_TEAM } from './tenant.js';
import { asCard, inWords, startTinyBot, type TinyBot } from './tiny-bot.js';
import { carded, createTinyClient, said, type TinyClient } from './tiny-client.js';

let teams: TeamsCounterpart;
let bot: TinyBot;
let client: TinyClient;
let message: string;

beforeEach(async () => {
  teams = await startTeamsCounterpart({ seed: 1 });
  bot = await startTinyBot(teams);
  teams.setBotAddress({ urls: [bot.url] });
  client = await createTinyClient(teams);
  message = await post(sampleCard());
});
afterEach(async () => {
  await bot.close();
  await teams.close();
});

const post = async (card: object) => String((await client.createThread(carded(card))).body?.['activityId']);

describe('a click', () => {
  it('is an invoke that names the person, the place, the message and the button', async () => {
    bot.answer = () => inWords('It is yours');
    const { shown } = await teams.clickAction({ person: 'kim@example.com', message, verb: 'claim' });
    expect(shown).toEqual({ kind: 'message', text: 'It is yours' });
    expect(teams.notes({ person: KIM })).toMatchObject([{ message, shown: { text: 'It is yours' } }]);
    expect(teams.notes({ person: SAM })).toEqual([]);
    expect(bot.heard).toMatchObject([
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        channelId: 'msteams',
        serviceUrl: teams.serviceUrl,
        replyToId: message,
        from: { id: KIM, name: 'Kim Larsen', aadObjectId: 'a1a1a1a1-0000-4000-8000-000000000001' },
        conversation: {
          id: `${SUPPORT};messageid=${message}`,
          conversationType: 'channel',
          tenantId: TENANT_ID,
          isGroup: true,
        },
        channelData: { channel: { id: SUPPORT }, team: { id: SUPPORT_TEAM }, tenant: { id: TENANT_ID } },
        value: {
          trigger: 'manual',
          action: {
            type: 'Action.Execute',
            verb: 'claim',
            title: 'Claim',
            data: { earshot: { v: 1, action: 'claim', alert: 1 } },
          },
        },
      },
    ]);
  });

  it('brings the values of its own form along, and of no other', async () => {
    bot.answer = () => inWords('Resolved');
    const values = { 'resolve.outcome': 'recovered', 'resolve.with': 'sam@example.com' };
    await teams.clickAction({ person: KIM, message, verb: 'resolve', values });
    await teams.clickAction({ person: KIM, message, verb: 'claim' });
    const sent = bot.heard.map((each) => (each['value'] as { action: { data: object } }).action.data);
    expect(sent).toEqual([
      {
        earshot: { v: 1, action: 'resolve', alert: 1 },
        'resolve.outcome': 'recovered',
        'resolve.note': '',
        'resolve.with': 'a1a1a1a1-0000-4000-8000-000000000002',
      },
      { earshot: { v: 1, action: 'claim', alert: 1 } },
    ]);
  });

  it.each([
    [{}, 'resolve.outcome: Choose one'],
    [{ 'resolve.outcome': 'won' }, 'won cannot be chosen in resolve.outcome, only recovered, lost'],
    [{ 'resolve.outcome': 'lost', 'resolve.note': 'x'.repeat(21) }, 'resolve.note'],
    [{ why: 'x' }, 'There is no field why here, only resolve.outcome, resolve.note, resolve.with'],
  ])('does not leave with a form that Teams would not send: %j', async (values, why) => {
    await expect(teams.clickAction({ person: KIM, message, verb: 'resolve', values })).rejects.toThrow(why);
    expect(bot.heard).toEqual([]);
  });

  it('of an old client is a message with the same values', async () => {
    const { shown } = await teams.clickAction({ person: KIM, message, verb: 'claim', client: 'old' });
    expect(shown).toBeUndefined();
    expect(bot.heard).toMatchObject([
      { type: 'message', replyToId: message, value: { earshot: { action: 'claim' } }, from: { id: KIM } },
    ]);
    expect(bot.heard[0]?.['text']).toBeUndefined();
  });

  it('is only on what is there, and by those who are there', async () => {
    const click = (person: string, verb: string, on = message) =>
      teams.clickAction({ person, message: on, verb });
    await expect(click(KIM, 'snooze')).rejects.toThrow('only claim, resolve');
    await expect(click(EVE, 'claim')).rejects.toThrow('Eve Elsewhere is not in support');
    await expect(click(KIM, 'claim', '17')).rejects.toThrow('There is no message 17');
    const plain = String((await client.createThread(said('no card'))).body?.['activityId']);
    await expect(click(KIM, 'claim', plain)).rejects.toThrow('has no card');
  });

  it('can be one of many at the same moment', async () => {
    bot.answer = (activity) => inWords(`for ${JSON.stringify(activity['from'])}`);
    const clicks = [KIM, SAM, GUS].map((person) => ({ person, message, verb: 'claim' }));
    const sent = await teams.clickTogether({ clicks });
    expect(sent.map((each) => each.shown?.kind)).toEqual(['message', 'message', 'message']);
    expect(new Set(bot.heard.map((each) => each['id'])).size).toBe(3);
  });
});

describe('the answer to a click', () => {
  const click = () => teams.clickAction({ person: KIM, message, verb: 'claim' });

  it('may be a card, which only that person sees, until the message is edited', async () => {
    const own = sampleCard({ actions: [{ type: 'Action.Execute', verb: 'release', title: 'Release' }] });
    bot.answer = () => asCard(own);
    expect((await click()).shown).toEqual({ kind: 'card', card: own });
    expect(teams.cardSeenBy({ person: KIM, message })).toEqual(own);
    expect(teams.cardSeenBy({ person: SAM, message })).toEqual(sampleCard());
    await expect(click()).rejects.toThrow('only release');
    await client.update(`${SUPPORT};messageid=${message}`, message, carded(sampleCard()));
    expect((await click()).status).toBe(200);
  });

  it.each([
    ['nothing', {}, 'the answer is no JSON object'],
    ['a failure', { status: 500 }, 'status 500'],
    ['no type', { body: { statusCode: 200 } }, 'no statusCode or type'],
    ['a card that Teams would not take', asCard({ type: 'AdaptiveCard', version: '2.0' }), 'version'],
    ['an empty message', inWords(''), 'the message is no text'],
    ['something else', { body: { statusCode: 200, type: 'text/plain', value: 'x' } }, 'of type text/plain'],
  ])('that is %s shows that the app cannot be reached', async (_, answer, why) => {
    bot.answer = () => answer;
    const { shown } = await click();
    expect(shown).toMatchObject({ kind: 'unreachable', why: expect.stringContaining(why) as string });
    expect(teams.cardSeenBy({ person: KIM, message })).toEqual(sampleCard());
  });

  it('may be an error of the bot', async () => {
    const value = { code: 'NotAllowed', message: 'Guests cannot claim' };
    bot.answer = () => ({ body: { statusCode: 403, type: 'application/vnd.microsoft.error', value } });
    expect((await click()).shown).toEqual({ kind: 'error', ...value });
  });
});

describe('a card with refresh', () => {
  it('is asked for by those named in it, and by nobody else', async () => {
    const action = { type: 'Action.Execute', verb: 'refresh', data: { alert: 1 } };
    message = await post(sampleCard({ refresh: { action, userIds: [KIM] } }));
    const own = sampleCard({ body: [{ type: 'TextBlock', text: 'Yours' }] });
    bot.answer = () => asCard(own);
    await teams.refreshCard({ person: KIM, message });
    expect(bot.heard).toMatchObject([
      { value: { trigger: 'automatic', action: { verb: 'refresh', data: { alert: 1 } } } },
    ]);
    expect(teams.cardSeenBy({ person: KIM, message })).toEqual(own);
    await expect(teams.refreshCard({ person: SAM, message })).rejects.toThrow('not refreshed for Sam Okafor');
  });
});
