import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseAway } from '../../../src/use-cases/failures.js';
import { GUS, KIM } from '../../counterparts/teams/people.js';
import { LEADS_CHAT, SUPPORT, SUPPORT_TEAM } from '../../counterparts/teams/tenant.js';
import { type InboundRig, startInbound } from './inbound-rig.js';

let rig: InboundRig;
beforeEach(async () => {
  rig = await startInbound();
});
afterEach(() => rig.close());

const type = (text: string, more: object = {}) =>
  rig.counterpart.typeToBot({ person: KIM, conversation: SUPPORT, text, ...more });
/** All that the bot has said in the thread. */
const saidIn = (thread: string | undefined) =>
  JSON.stringify(
    rig.counterpart
      .thread({ root: thread ?? '' })
      .filter(({ from }) => from.startsWith('28:'))
      .map(({ activity }) => activity),
  );

describe('a channel', () => {
  it('is bound to a team by a word in it, whatever case and politeness, and unbound', async () => {
    expect(rig.teams.channelOf('support')).toBeUndefined();
    const typed = await type('Connect to the team “SUPPORT”.');
    expect(saidIn(typed.thread)).toContain('Connected: alerts of');
    expect(rig.teams.channelOf('support')).toBe(SUPPORT);
    await type('alerts team');
    expect(rig.conversation.heard).toMatchObject([{ team: 'support' }]);
    const left = await type('DISCONNECT!');
    expect(saidIn(left.thread)).toContain('alerts of support no longer come here');
    expect(rig.teams.channelOf('support')).toBeUndefined();
  });

  it('takes a team over from another channel, and says so', async () => {
    await type('connect money matters', { conversation: SUPPORT_TEAM });
    const typed = await type('connect money matters');
    expect(saidIn(typed.thread)).toContain('no longer to the channel before');
    expect(rig.teams.channelOf('Money matters')).toBe(SUPPORT);
    expect(saidIn((await type('connect money matters')).thread)).toContain('come here already');
  });

  it('is bound to no team that there is not, nor by a guest, nor is a chat', async () => {
    expect(saidIn((await type('connect suport')).thread)).toContain('Did you mean support?');
    expect(saidIn((await type('connect')).thread)).toContain('Which team?');
    expect(saidIn((await type('connect support', { person: GUS })).thread)).toContain('Guests');
    await type('connect support', { conversation: LEADS_CHAT });
    expect(JSON.stringify(rig.counterpart.messages({ conversation: LEADS_CHAT }))).toContain(
      'a channel of a team',
    );
    expect(rig.conversations.bound.size).toBe(0);
  });

  it('is posted to no more when Earshot is taken away from its team, and again when it is back', async () => {
    await type('connect support');
    await rig.counterpart.uninstall();
    expect(rig.teams.channelOf('support')).toBeUndefined();
    expect([...rig.notices.values()]).toEqual([expect.stringContaining('taken away')]);
    await rig.counterpart.install();
    expect(rig.teams.channelOf('support')).toBe(SUPPORT);
    expect(rig.notices.size).toBe(0);
  });

  it('that is deleted is posted to no more', async () => {
    await type('connect support');
    await rig.counterpart.sendEvent({
      person: KIM,
      conversation: SUPPORT,
      event: { type: 'conversationUpdate', channelData: { eventType: 'channelDeleted' } },
    });
    expect(rig.teams.channelOf('support')).toBeUndefined();
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
