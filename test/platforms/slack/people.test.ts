import { afterEach, describe, expect, it } from 'vitest';
import { readUser } from '../../../src/platforms/slack/people/slack-user.js';
import { until } from '../wire/until.js';
import { KIM, type Rig, startRig } from './rig.js';

const TEAM = 'T0COUNTER1';
const USER = {
  id: KIM,
  team_id: TEAM,
  name: 'kim.larsen',
  tz: 'Europe/Oslo',
  profile: { display_name: 'Kim', real_name: 'Kim Larsen', email: 'kim@example.com' },
};

describe('a user of Slack’s', () => {
  it('is a member with the name, address and zone that Slack gives', () => {
    expect(readUser(USER, TEAM)).toEqual({
      platform: 'slack',
      userId: KIM,
      name: 'Kim',
      email: 'kim@example.com',
      timeZone: 'Europe/Oslo',
      standing: 'member',
    });
  });

  it.each([
    ['bot', { is_bot: true }],
    ['bot', { id: 'USLACKBOT' }],
    ['bot', { is_workflow_bot: true }],
    ['stranger', { is_stranger: true }],
    ['stranger', { team_id: 'T0OTHER001' }],
    ['stranger', { team_id: 'T0OTHER001', deleted: true }],
    ['stranger', { team_id: undefined }],
    ['gone', { deleted: true }],
    ['guest', { is_restricted: true }],
    ['guest', { is_restricted: true, is_ultra_restricted: true }],
    ['guest', { is_ultra_restricted: true }],
    ['member', { team_id: 'T0HOME0001', enterprise_user: { teams: ['T0HOME0001', TEAM] } }],
    ['stranger', { team_id: 'T0HOME0001', enterprise_user: { teams: ['T0HOME0001'] } }],
  ] as const)('is a %s with %j', (standing, more) => {
    expect(readUser({ ...USER, ...more }, TEAM)?.standing).toBe(standing);
  });

  it('from elsewhere, or with an address that is not confirmed, is not known by the address', () => {
    expect(readUser({ ...USER, is_stranger: true }, TEAM)).not.toHaveProperty('email');
    expect(readUser({ ...USER, is_bot: true }, TEAM)).not.toHaveProperty('email');
    expect(readUser({ ...USER, is_email_confirmed: false }, TEAM)).not.toHaveProperty('email');
    expect(readUser({ ...USER, is_email_confirmed: true }, TEAM)).toHaveProperty('email');
  });

  it('has some name, and without an id is nobody', () => {
    expect(readUser({ ...USER, profile: { display_name: ' ', real_name: 'Kim Larsen' } }, TEAM)?.name).toBe(
      'Kim Larsen',
    );
    expect(readUser({ id: KIM, team_id: TEAM }, TEAM)?.name).toBe(KIM);
    expect(readUser({ ...USER, id: 'x y' }, TEAM)).toBeUndefined();
  });
});

describe('the people of a workspace', () => {
  let rig: Rig;
  afterEach(() => rig.close());

  it('are all known after the start, page by page, though Slack is slow to answer', async () => {
    rig = await startRig({ start: false });
    const { slack, counterpart, people } = rig;
    for (let index = 0; index < 450; index += 1) {
      counterpart.setUser({ id: `U1${String(index).padStart(8, '0')}`, isRestricted: index % 10 === 0 });
    }
    counterpart.fault({ kind: 'rate_limited', retryAfterSec: 0.05, method: 'users.list', skip: 1 });
    slack.start();
    await until(() => people.size >= 450);
    expect(counterpart.callCounts()['users.list']).toBe(4);
    expect(people.get('U100000000')?.standing).toBe('guest');
    expect(people.get('U100000001')?.standing).toBe('member');
    expect(people.get('U0BOT00001')?.standing).toBe('bot');
  });

  it('are written down again only when something about them changed', async () => {
    rig = await startRig();
    const { counterpart, people } = rig;
    await rig.ready();
    const change = () =>
      counterpart.sendEvent({ event: { type: 'user_change', user: counterpart.userObject({ id: KIM }) } });
    const before = people.get(KIM);
    expect((await change()).status).toBe(200);
    expect(people.get(KIM)).toBe(before);
    counterpart.setUser({ id: KIM, deleted: true });
    await change();
    expect(people.get(KIM)?.standing).toBe('gone');
  });

  it('grow by those who join', async () => {
    rig = await startRig();
    const { counterpart, people } = rig;
    await rig.ready();
    counterpart.setUser({ id: 'U0NEW00001', realName: 'Ana' });
    await counterpart.sendEvent({
      event: { type: 'team_join', user: counterpart.userObject({ id: 'U0NEW00001' }) },
    });
    expect(people.get('U0NEW00001')).toMatchObject({ standing: 'member' });
  });
});
