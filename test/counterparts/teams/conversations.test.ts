import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVE, GUS, KIM, SAM } from './people.js';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { EMEA, LEADS_CHAT, SUPPORT, SUPPORT_TEAM } from './tenant.js';
import { codeIn, createTinyClient, said, type TinyClient } from './tiny-client.js';

let teams: TeamsCounterpart;
let client: TinyClient;

beforeEach(async () => {
  teams = await startTeamsCounterpart({ seed: 1 });
  client = await createTinyClient(teams);
});
afterEach(() => teams.close());

describe('a channel', () => {
  it('takes a new thread with its first message, replies to it, edits and deletes', async () => {
    const created = await client.createThread(said('A card'));
    const { id: thread, activityId: root } = created.body as {
      readonly id: string;
      readonly activityId: string;
    };
    const reply = await client.send(thread, said('Kim claimed this'));
    const edited = await client.update(thread, root, said('A card, claimed'));

    expect([created.status, thread]).toEqual([201, `${SUPPORT};messageid=${root}`]);
    expect([reply.status, edited.status, edited.body]).toEqual([201, 200, { id: root }]);
    expect(teams.thread({ root }).map((each) => each.text)).toEqual(['A card, claimed', 'Kim claimed this']);
    expect(teams.edits({ message: root }).map((each) => each.activity['text'])).toEqual(['A card']);
    expect(teams.posts()).toMatchObject([
      { conversation: SUPPORT, id: root, thread: root, text: 'A card' },
      { conversation: SUPPORT, id: reply.body?.['id'], thread: root },
    ]);

    const path = `conversations/${encodeURIComponent(thread)}/activities/${String(reply.body?.['id'])}`;
    expect((await client.ask('DELETE', path)).status).toBe(200);
    expect(teams.thread({ root })).toHaveLength(1);
  });

  it('begins a thread for what is sent to it without one, and joins the thread that a reply names', async () => {
    const { body } = await client.send(SUPPORT, said('first'));
    const answer = `conversations/${encodeURIComponent(SUPPORT)}/activities/${String(body?.['id'])}`;
    await client.ask('POST', answer, said('second'));
    expect(teams.thread({ root: String(body?.['id']) }).map((each) => each.text)).toEqual([
      'first',
      'second',
    ]);
  });

  it('says that a message is not there, or not in this thread', async () => {
    const one = (await client.createThread(said('one'))).body as { readonly id: string };
    const two = (await client.createThread(said('two'))).body as { readonly activityId: string };
    for (const id of ['1700000000000', two.activityId]) {
      const answer = await client.update(one.id, id, said('x'));
      expect([answer.status, codeIn(answer)]).toEqual([404, 'ActivityNotFoundInConversation']);
    }
    expect(codeIn(await client.send(`${SUPPORT};messageid=1700000000000`, said('x')))).toBe(
      'ConversationNotFound',
    );
  });

  it('does not let the bot edit what a person wrote', async () => {
    teams.setBotAddress({ urls: ['http://127.0.0.1:9/'] });
    const { id, thread } = await teams.typeToBot({ person: KIM, conversation: SUPPORT, text: 'help' });
    const answer = await client.update(`${SUPPORT};messageid=${thread}`, id, said('x'));
    expect(codeIn(answer)).toBe('NotEnoughPermissions');
    expect(teams.message({ id })?.text).toBe('<at>Earshot</at> help');
  });

  it.each([
    ['not_installed', 403, 'BotNotInConversationRoster'],
    ['blocked', 403, 'ConversationBlockedByUser'],
    ['disabled', 403, 'BotDisabledByAdmin'],
  ] as const)('whose team has the bot %s answers %i', async (bot, status, code) => {
    const { body } = await client.createThread(said('before'));
    teams.setTeam({ id: SUPPORT_TEAM, bot });
    for (const answer of [
      await client.createThread(said('x')),
      await client.send(String(body?.['id']), said('x')),
    ]) {
      expect([answer.status, codeIn(answer)]).toEqual([status, code]);
    }
    expect((await client.send(LEADS_CHAT, said('elsewhere'))).status).toBe(201);
  });

  it('that was deleted, or never was, is not found', async () => {
    teams.setConversation({ id: EMEA, gone: true });
    for (const id of [EMEA, '19:never@thread.tacv2']) {
      expect(codeIn(await client.createThread(said('x'), id))).toBe('ConversationNotFound');
    }
  });
});

describe('a chat with one person', () => {
  it('is the same each time, by either id of theirs, and holds what the bot says', async () => {
    const kim = teams.setPerson({ id: KIM });
    const [one, two] = [await client.createPersonal(KIM), await client.createPersonal(kim.aadObjectId)];
    await client.send(String(one.body?.['id']), said('for you'));
    expect(two.body).toEqual(one.body);
    expect(teams.directs({ person: 'kim@example.com' }).map((each) => each.text)).toEqual(['for you']);
    expect(teams.directs({ person: SAM })).toEqual([]);
  });

  it('is opened with guests of a team, not with people whom the bot meets nowhere', async () => {
    expect((await client.createPersonal(GUS)).status).toBe(201);
    expect(codeIn(await client.createPersonal(EVE))).toBe('BotNotInConversationRoster');
    expect(codeIn(await client.createPersonal('29:nobody'))).toBe('BadArgument');
  });

  it('that the person has blocked is still opened, and takes nothing', async () => {
    const { id } = teams.personalChat({ person: KIM });
    teams.setConversation({ id, bot: 'blocked' });
    expect((await client.createPersonal(KIM)).body).toEqual({ id });
    expect(codeIn(await client.send(id, said('x')))).toBe('ConversationBlockedByUser');
  });
});

describe('a request is refused', () => {
  it.each([
    [
      'without a tenant',
      { isGroup: true, channelData: { channel: { id: SUPPORT } }, activity: said('x') },
      'BadSyntax',
    ],
    ['for another tenant', { tenantId: 'other', members: [{ id: KIM }] }, 'BadArgument'],
    [
      'for a group chat of its own',
      { tenantId: '7e0a0000-0000-4000-8000-00000000c0de', members: [{ id: KIM }, { id: SAM }] },
      'BadSyntax',
    ],
  ])('%s', async (_, body, code) => {
    expect(codeIn(await client.ask('POST', 'conversations', body))).toBe(code);
  });

  it('that says nothing, is of no known type, mentions nobody known or too little', async () => {
    const mention = (id: string) => ({
      type: 'mention',
      text: '<at>Kim</at>',
      mentioned: { id, name: 'Kim' },
    });
    const wrong = [
      { type: 'message' },
      { type: 'shout', text: 'x' },
      { ...said('Hello'), entities: [mention(KIM)] },
      { ...said('<at>Kim</at>'), entities: [mention('29:nobody')] },
      { ...said('x'), attachments: [{ contentType: 'text/x-odd', content: {} }] },
    ];
    for (const activity of wrong) expect((await client.send(LEADS_CHAT, activity)).status).toBe(400);
    expect(
      (await client.send(LEADS_CHAT, { ...said('<at>Kim</at>, yours'), entities: [mention(KIM)] })).status,
    ).toBe(201);
    expect(teams.messages({ conversation: LEADS_CHAT })).toHaveLength(1);
  });

  it('that is larger than a message may be', async () => {
    expect((await client.send(LEADS_CHAT, said('x'.repeat(51_000)))).status).toBe(201);
    expect(codeIn(await client.send(LEADS_CHAT, said('x'.repeat(51_300))))).toBe('MessageSizeTooBig');
  });
});

describe('the record', () => {
  it('holds every call, and tells posts of one content in one thread', async () => {
    const { body } = await client.createThread(said('one'));
    for (const text of ['line', 'line', 'other']) await client.send(String(body?.['id']), said(text));
    expect(teams.callCounts()).toEqual({ token: 1, create_thread: 1, send: 3 });
    expect(teams.calls({ operation: 'create_thread', conversation: SUPPORT })).toMatchObject([
      { token: 'valid', body: { isGroup: true }, outcome: { kind: 'answered', status: 201 } },
    ]);
    expect(teams.duplicates()).toMatchObject([{ posts: [{ text: 'line' }, { text: 'line' }] }]);
  });
});
