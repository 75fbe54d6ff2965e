import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPeople, type People } from '../../../src/platforms/teams/people/people.js';
import { readMember } from '../../../src/platforms/teams/people/teams-member.js';
import type { ConnectorAnswer } from '../../../src/platforms/teams/call/answer.js';
import { rememberUsers } from '../../../src/use-cases/know-staff.js';
import { quietLog } from '../../quiet-log.js';
import { createWorld, type World } from '../../world.js';

const TENANT = '7e0a0000-0000-4000-8000-00000000c0de';
const KIM = '29:1Kim';
const KIM_IN_DIRECTORY = 'a1a1a1a1-0000-4000-8000-000000000001';
const MEMBER = {
  id: KIM,
  aadObjectId: KIM_IN_DIRECTORY,
  name: 'Kim Larsen',
  givenName: 'Kim',
  surname: 'Larsen',
  email: 'kim@acme.example',
  userPrincipalName: 'kim.larsen@acme.example',
  tenantId: TENANT,
  userRole: 'user',
};

describe('a member of a conversation', () => {
  it('is a member of staff with the name and the address that Teams gives', () => {
    expect(readMember(MEMBER, TENANT)).toEqual({
      platform: 'teams',
      userId: KIM,
      name: 'Kim Larsen',
      email: 'kim@acme.example',
      standing: 'member',
    });
  });

  it.each([
    ['member', { tenantId: TENANT.toUpperCase() }],
    ['member', { userRole: undefined }],
    ['guest', { userRole: 'guest' }],
    ['guest', { userRole: 'user', userPrincipalName: 'gus_partner.example#EXT#@acme.onmicrosoft.com' }],
    ['stranger', { tenantId: '0b5c0000-0000-4000-8000-00000000beef' }],
    ['stranger', { tenantId: undefined }],
    ['stranger', { userRole: 'anonymous' }],
    ['bot', { id: '28:another-app' }],
  ] as const)('is a %s with %j', (standing, more) => {
    expect(readMember({ ...MEMBER, ...more }, TENANT)?.standing).toBe(standing);
  });

  it('who is not of ours is not known by an address', () => {
    expect(readMember({ ...MEMBER, userRole: 'guest' }, TENANT)).not.toHaveProperty('email');
    expect(readMember({ ...MEMBER, tenantId: 'other' }, TENANT)).not.toHaveProperty('email');
  });

  it('without an address is known by the sign-in name, and has some name', () => {
    expect(readMember({ ...MEMBER, email: undefined }, TENANT)?.email).toBe('kim.larsen@acme.example');
    expect(readMember({ ...MEMBER, email: null, userPrincipalName: 'kim' }, TENANT)).not.toHaveProperty(
      'email',
    );
    expect(readMember({ ...MEMBER, name: ' ' }, TENANT)?.name).toBe('Kim Larsen');
    expect(readMember({ id: KIM, tenantId: TENANT }, TENANT)?.name).toBe(KIM);
    expect(readMember({ ...MEMBER, id: 'x y' }, TENANT)).toBeUndefined();
  });

  it('belongs to us in the local trial, where no tenant is known', () => {
    expect(readMember({ id: KIM, name: 'Kim' }, undefined)?.standing).toBe('member');
  });
});

describe('who acts', () => {
  let world: World;
  let people: People;
  let answer: ConnectorAnswer;
  let asked: string[];
  const NOT_FOUND: ConnectorAnswer = { kind: 'error', status: 404, code: 'MemberNotFoundInConversation' };

  beforeEach(async () => {
    world = await createWorld();
    answer = { kind: 'ok', status: 200, body: MEMBER };
    asked = [];
    people = peopleWith({});
  });
  afterEach(() => world.database.close());

  const staff = () => ({ transaction: world.database.transaction, clock: world.clock, newId: world.newId });
  const peopleWith = (more: { readonly oneAddress?: ReadonlyMap<string, string> }) =>
    createPeople({
      staff: { ...staff(), ...more },
      connector: {
        member: ({ userId }) => {
          asked.push(userId);
          return Promise.resolve(answer);
        },
      },
      tenantId: TENANT,
      clock: world.clock,
      log: quietLog,
    });
  const who = (id = KIM) => people.who({ id, serviceUrl: 'https://smba.example/', conversation: '19:a' });
  const onSlack = (email: string) =>
    rememberUsers(staff(), [{ platform: 'slack', userId: 'U1', name: 'Kim', email, standing: 'member' }]);
  const slackId = async () =>
    (await world.database.transaction((store) => store.findUser('slack', 'U1')))?.staff.id;

  it('is one person with whoever has the same address on Slack', async () => {
    await onSlack('KIM@acme.example');
    expect(await who()).toMatchObject({ kind: 'member', staff: { id: await slackId() } });
    expect(await people.userIdOf((await slackId()) ?? '')).toBe(KIM);
  });

  it('is one person with whoever an admin linked by address', async () => {
    people = peopleWith({ oneAddress: new Map([['kim@acme.example', 'kim.larsen@slack.example']]) });
    await onSlack('kim.larsen@slack.example');
    expect(await who()).toMatchObject({
      kind: 'member',
      staff: { id: await slackId(), email: 'kim.larsen@slack.example' },
    });
  });

  it('is somebody else where nobody linked the addresses', async () => {
    await onSlack('kim.larsen@slack.example');
    expect(await who()).not.toMatchObject({ staff: { id: await slackId() } });
  });

  it('is asked about once an hour', async () => {
    await who();
    await who();
    expect(asked).toEqual([KIM]);
    world.pass(3_600_000);
    answer = { kind: 'ok', status: 200, body: { ...MEMBER, userRole: 'guest' } };
    expect(await who()).toEqual({ kind: 'barred', standing: 'guest' });
  });

  it('is asked about anew after leaving a team', async () => {
    await who();
    people.doubt([KIM]);
    await who();
    expect(asked).toEqual([KIM, KIM]);
  });

  it('is found by the id of the directory too, which a picker gives', async () => {
    const byPicker = await who(KIM_IN_DIRECTORY);
    expect(byPicker).toEqual(await who());
    expect(await who(KIM_IN_DIRECTORY)).toEqual(byPicker);
    expect(asked).toEqual([KIM_IN_DIRECTORY]);
  });

  it('is taken for who they were while Teams does not tell, and for nobody where they were nobody', async () => {
    await who();
    world.pass(3_600_000);
    answer = { kind: 'unknown', why: 'no answer within 3000 ms' };
    expect(await who()).toMatchObject({ kind: 'member' });
    expect(await who('29:1Sam')).toEqual({ kind: 'barred', standing: 'unknown' });
  });

  it('can no longer act when Teams no longer knows them', async () => {
    await who();
    world.pass(3_600_000);
    answer = NOT_FOUND;
    expect(await who()).toEqual({ kind: 'barred', standing: 'gone' });
    expect(await who('29:1Nobody')).toEqual({ kind: 'barred', standing: 'unknown' });
  });

  it('of another organisation is a stranger, even with an address of ours', async () => {
    await onSlack('kim@acme.example');
    answer = { kind: 'ok', status: 200, body: { ...MEMBER, tenantId: 'another' } };
    expect(await who()).toEqual({ kind: 'barred', standing: 'stranger' });
  });
});
