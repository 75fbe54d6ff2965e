import { afterEach, describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import { line } from '../../../src/cards/text.js';
import { KIM as KIM_STAFF, viewIn } from '../../cards/acme.js';
import { referenceOf } from '../wire/reference-of.js';
import {
  BOT,
  callOf,
  KIM,
  type OutboundRig,
  pathsOf,
  startOutbound,
  SUPPORT,
  TENANT,
} from './outbound-rig.js';

let rig: OutboundRig;

afterEach(() => rig.close());

describe('a direct message', () => {
  const direct = { channel: KIM_STAFF.id, direct: true };
  const content = {
    kind: 'line',
    line: line('Sam handed you this.'),
    card: alertCard(viewIn('claimed')),
  } as const;

  it('goes to one person alone, whose conversation is made once and kept', async () => {
    rig = await startOutbound();
    const sent = await rig.platform.send(callOf('direct-1', { ...direct, content }));
    await rig.platform.send(callOf('direct-2', { ...direct, content }));
    expect(pathsOf(rig)).toEqual([
      'POST /emea/v3/conversations',
      'POST /emea/v3/conversations/a:1personal/activities',
      'POST /emea/v3/conversations/a:1personal/activities',
    ]);
    expect(rig.teams.asked[0]!.body).toEqual({
      isGroup: false,
      bot: { id: BOT },
      members: [{ id: KIM }],
      tenantId: TENANT,
      channelData: { tenant: { id: TENANT } },
    });
    expect(JSON.stringify(rig.teams.asked[1]!.body)).toContain('Sam handed you this.');
    expect(referenceOf(sent)).toMatch(/^a:1personal\|\d+$/u);
    expect(rig.conversations.get('a:1personal')).toMatchObject({ kind: 'personal', userId: KIM });
  });

  it('goes to the conversation that the person began', async () => {
    rig = await startOutbound();
    const place = rig.conversations.get(SUPPORT)!;
    rig.conversations.set('a:theirs', { ...place, id: 'a:theirs', kind: 'personal', userId: KIM });
    await rig.platform.send(callOf('direct-1', direct));
    expect(pathsOf(rig)).toEqual(['POST /emea/v3/conversations/a:theirs/activities']);
  });

  it('to somebody who is not on Teams, or who cannot be written to, is refused with the reason', async () => {
    rig = await startOutbound();
    expect(await rig.platform.send(callOf('d', { channel: 'staff-nobody', direct: true }))).toEqual({
      outcome: 'refused',
      why: 'this person is not on Teams',
    });
    rig.teams.next.push({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    expect(await rig.platform.send(callOf('d', direct))).toMatchObject({ outcome: 'refused' });
    rig.conversations.clear();
    expect(await rig.platform.send(callOf('d', direct))).toEqual({
      outcome: 'refused',
      why: 'Earshot is not installed anywhere on Teams',
    });
  });

  it.each(['reset', { status: 500 }] as const)(
    'whose conversation may not have been made (%j) is for later',
    async (says) => {
      rig = await startOutbound();
      rig.teams.next.push(says);
      expect(await rig.platform.send(callOf('d', direct))).toMatchObject({ outcome: 'later' });
      expect((await rig.platform.send(callOf('d', direct))).outcome).toBe('posted');
    },
  );
});
