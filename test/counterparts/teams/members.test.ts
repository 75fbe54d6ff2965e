import { afterEach, beforeEach, expect, it } from 'vitest';
import { EVE, GUS, KIM, OTHER_TENANT_ID, TENANT_ID } from './people.js';
import { startTeamsCounterpart, type TeamsCounterpart } from './teams-counterpart.js';
import { EMEA, LEADS_CHAT, SUPPORT, SUPPORT_TEAM } from './tenant.js';
import { codeIn, createTinyClient, type TinyClient } from './tiny-client.js';

let teams: TeamsCounterpart;
let client: TinyClient;

beforeEach(async () => {
  teams = await startTeamsCounterpart({ seed: 1 });
  client = await createTinyClient(teams);
});
afterEach(() => teams.close());

const member = (named: string, conversation = SUPPORT) =>
  client.ask('GET', `conversations/${encodeURIComponent(conversation)}/members/${encodeURIComponent(named)}`);

it('tells who somebody is, by any id of theirs', async () => {
  const aadObjectId = 'a1a1a1a1-0000-4000-8000-000000000001';
  for (const named of [KIM, aadObjectId, 'kim@example.com']) {
    expect((await member(named)).body).toEqual({
      id: KIM,
      name: 'Kim Larsen',
      objectId: aadObjectId,
      aadObjectId,
      givenName: 'Kim',
      surname: 'Larsen',
      email: 'kim@example.com',
      userPrincipalName: 'kim@example.com',
      tenantId: TENANT_ID,
      userRole: 'user',
    });
  }
});

it('tells guests and people of other tenants', async () => {
  teams.setConversation({ id: EMEA, members: [KIM, EVE] });
  expect((await member(GUS)).body).toMatchObject({
    userRole: 'guest',
    userPrincipalName: 'gus_partner.example#EXT#@example.onmicrosoft.com',
  });
  expect((await member(EVE, EMEA)).body).toMatchObject({ tenantId: OTHER_TENANT_ID });
});

it('does not find whoever is not in the conversation, or has left', async () => {
  expect(codeIn(await member(GUS, LEADS_CHAT))).toBe('MemberNotFoundInConversation');
  teams.setPerson({ id: KIM, gone: true });
  const answer = await member(KIM);
  expect([answer.status, codeIn(answer)]).toEqual([404, 'MemberNotFoundInConversation']);
});

it('gives members in pages of 50 to 500', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `29:1Person-${index}`);
  for (const id of ids) teams.setPerson({ id });
  teams.setTeam({ id: SUPPORT_TEAM, members: ids });
  const path = `conversations/${encodeURIComponent(SUPPORT)}/pagedmembers?pageSize=10`;
  const seen: unknown[] = [];
  let token = '';
  for (let page = 0; page < 3; page += 1) {
    const { body } = await client.ask('GET', `${path}&continuationToken=${token}`);
    const { members, continuationToken } = body as {
      readonly members: readonly { readonly id: string }[];
      readonly continuationToken?: string;
    };
    expect(members).toHaveLength(page < 2 ? 50 : 20);
    seen.push(...members.map((each) => each.id));
    token = continuationToken ?? '';
  }
  expect(token).toBe('');
  expect(seen).toEqual(ids);
});

it('tells a team and its channels', async () => {
  const id = encodeURIComponent(SUPPORT_TEAM);
  expect((await client.ask('GET', `teams/${id}`)).body).toMatchObject({
    name: 'Customer support',
    channelCount: 3,
  });
  expect((await client.ask('GET', `teams/${id}/conversations`)).body).toEqual({
    conversations: [{ id: SUPPORT_TEAM }, { id: SUPPORT, name: 'support' }, { id: EMEA, name: 'emea' }],
  });
});
