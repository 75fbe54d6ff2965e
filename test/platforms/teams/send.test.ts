import { afterEach, describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.js';
import { line, person } from '../../../src/cards/text.js';
import { ANA, KIM as KIM_STAFF, viewIn } from '../../cards/acme.js';
import { referenceOf } from '../wire/reference-of.js';
import {
  BOT,
  callOf,
  KIM,
  OTHERS,
  type OutboundRig,
  pathsOf,
  startOutbound,
  SUPPORT,
  TENANT,
  TOKEN,
} from './outbound-rig.js';

let rig: OutboundRig;

afterEach(() => rig.close());

describe('posting a card', () => {
  it('begins a thread in its channel, with the card in the same request', async () => {
    rig = await startOutbound();
    const sent = await rig.platform.send(callOf('message-1'));
    const [asked, ...more] = rig.teams.asked;
    expect(more).toEqual([]);
    expect(asked).toMatchObject({
      method: 'POST',
      path: '/emea/v3/conversations',
      authorization: `Bearer ${TOKEN}`,
      body: {
        isGroup: true,
        bot: { id: BOT },
        tenantId: TENANT,
        channelData: { channel: { id: SUPPORT }, tenant: { id: TENANT } },
        activity: { type: 'message', summary: expect.stringMatching(/^High severity/u) as string },
      },
    });
    expect(asked!.body['activity']).toHaveProperty('attachments.0.content.type', 'AdaptiveCard');
    expect(referenceOf(sent)).toMatch(/^19:support@thread\.tacv2;messageid=(\d+)\|\1$/u);
  });

  it('edits it in place', async () => {
    rig = await startOutbound();
    const edit = referenceOf(await rig.platform.send(callOf('message-1')));
    const content = { kind: 'card', card: alertCard(viewIn('resolved')) } as const;
    expect(await rig.platform.send(callOf('message-1', { edit, content }))).toEqual({
      outcome: 'posted',
      reference: edit,
    });
    const [conversation, activity] = edit.split('|');
    expect(pathsOf(rig)[1]).toBe(`PUT /emea/v3/conversations/${conversation}/activities/${activity}`);
    expect(rig.teams.asked[1]!.body).toMatchObject({ id: activity, type: 'message' });
    expect(JSON.stringify(rig.teams.asked[1]!.body)).toMatch(/resolved by Kim/iu);
  });

  it('answers in its thread, calling whom the line calls', async () => {
    rig = await startOutbound();
    const thread = referenceOf(await rig.platform.send(callOf('message-1')));
    const words = line(person(KIM_STAFF, true), ', it is yours, not ', person(ANA, true), '’s.');
    const sent = await rig.platform.send(
      callOf('line-1', { thread, content: { kind: 'line', line: words } }),
    );
    const [conversation] = thread.split('|');
    expect(referenceOf(sent)).toMatch(new RegExp(`^${conversation}\\|\\d+$`, 'u'));
    expect(pathsOf(rig)[1]).toBe(`POST /emea/v3/conversations/${conversation}/activities`);
    expect(rig.teams.asked[1]!.body).toMatchObject({
      text: '<at>Kim</at>, it is yours, not Ana’s.',
      entities: [{ type: 'mention', mentioned: { id: KIM } }],
      attachments: [],
    });
  });

  it('lets the card be another’s own view for those who stand on it', async () => {
    rig = await startOutbound();
    const content = { kind: 'card', card: alertCard(viewIn('claimed')) } as const;
    await rig.platform.send(callOf('message-1', { content }));
    expect(rig.teams.asked[0]!.body['activity']).toHaveProperty('attachments.0.content.refresh.userIds', [
      KIM,
    ]);
  });

  it('asks the database once for many cards of a channel, and again when half a minute has passed', async () => {
    rig = await startOutbound();
    await Promise.all(Array.from({ length: 10 }, (_, index) => rig.platform.send(callOf(`m${index}`))));
    expect(rig.looked).toEqual([SUPPORT]);
    rig.passMs = 30_001;
    await rig.platform.send(callOf('m'));
    expect(rig.looked).toEqual([SUPPORT, SUPPORT]);
  });

  it('keeps its connections', async () => {
    rig = await startOutbound();
    const before = rig.teams.connections();
    for (let index = 0; index < 20; index += 1) await rig.platform.send(callOf(`m${index}`));
    expect(rig.teams.asked).toHaveLength(20);
    expect(rig.teams.connections() - before).toBeLessThanOrEqual(1);
  });

  it('to where Earshot is not installed asks nobody, and is looked up anew the next time', async () => {
    rig = await startOutbound();
    const place = rig.conversations.get(SUPPORT)!;
    rig.conversations.delete(SUPPORT);
    expect(await rig.platform.send(callOf('m'))).toEqual({
      outcome: 'channel_gone',
      why: 'Earshot is not installed there: add the app to the team',
    });
    expect(rig.teams.asked).toEqual([]);
    rig.conversations.set(SUPPORT, place);
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('posted');
  });

  it('is looked up anew where Teams says that we are not there', async () => {
    rig = await startOutbound();
    await rig.platform.send(callOf('m'));
    rig.teams.next.push({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await rig.platform.send(callOf('m'));
    rig.conversations.delete(SUPPORT);
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('channel_gone');
    expect(rig.teams.asked).toHaveLength(2);
  });
});

describe('an answer without an id', () => {
  it('still says where a thread began when it names the conversation', async () => {
    rig = await startOutbound();
    rig.teams.next.push({ status: 202, body: { id: `${SUPPORT};messageid=42` } });
    expect(referenceOf(await rig.platform.send(callOf('m')))).toBe(`${SUPPORT};messageid=42|42`);
  });

  it('leaves a card unconfirmed, which could never be edited', async () => {
    rig = await startOutbound();
    rig.teams.next.push({ status: 202 });
    expect(await rig.platform.send(callOf('m'))).toMatchObject({ outcome: 'unknown' });
  });

  it('is enough for a line, which is never edited', async () => {
    rig = await startOutbound();
    const thread = `${SUPPORT};messageid=42|42`;
    rig.teams.next.push({ status: 202 });
    expect(await rig.platform.send(callOf('line', { thread }))).toEqual({
      outcome: 'posted',
      reference: `${SUPPORT};messageid=42|`,
    });
    expect(await rig.platform.send(callOf('line', { edit: `${SUPPORT};messageid=42|` }))).toMatchObject({
      outcome: 'lost',
    });
  });
});

describe('a message that Teams does not take as it is', () => {
  it.each([400, 413])('with %i is posted once more in plain words', async (status) => {
    rig = await startOutbound();
    rig.teams.next.push({ status, body: { error: { code: 'BadSyntax' } } });
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('posted');
    expect(rig.teams.asked).toHaveLength(2);
    const { activity } = rig.teams.asked[1]!.body as { activity: { text: string; attachments: unknown[] } };
    expect(activity.attachments).toEqual([]);
    expect(activity.text).toMatch(/^High severity, CX-123/u);
  });

  it('nor in plain words is refused', async () => {
    rig = await startOutbound();
    rig.teams.next.push({ status: 400 }, { status: 400 });
    expect(await rig.platform.send(callOf('m', { edit: `${SUPPORT};messageid=4|4` }))).toMatchObject({
      outcome: 'refused',
    });
    expect(rig.teams.asked).toHaveLength(2);
  });

  it('waits for the next attempt where no time is left for a second request', async () => {
    rig = await startOutbound({ send: { wholeMs: 900, putMs: 900, openMs: 100 } });
    expect(await rig.platform.send(callOf('m'))).toEqual({
      outcome: 'later',
      why: 'not sent: no time was left',
    });
    expect(rig.teams.asked).toEqual([]);
  });
});

describe('looking for a message', () => {
  const since = new Date();

  it('is impossible on Teams, for each of them, and takes no call', async () => {
    rig = await startOutbound();
    const sought = ['m', 'n'].map((messageId) => ({ messageId, since }));
    expect(await rig.platform.find(callOf('m'), sought)).toMatchObject({
      found: [{ outcome: 'impossible' }, { outcome: 'impossible' }],
      calls: 0,
    });
    expect(rig.teams.asked).toEqual([]);
  });
});

describe('while nobody knows whether Teams takes anything', () => {
  it('one post goes alone, and the others wait; edits go all the same', async () => {
    rig = await startOutbound();
    rig.teams.next.push('reset');
    expect((await rig.platform.send(callOf('m'))).outcome).toBe('unknown');
    const edit = `${SUPPORT};messageid=4|4`;
    const many = [
      rig.platform.send(callOf('m1')),
      rig.platform.send(callOf('m2', { channel: OTHERS })),
      rig.platform.send(callOf('m3')),
      rig.platform.send(callOf('m4', { edit })),
    ];
    const outcomes = (await Promise.all(many)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['posted', 'later', 'later', 'posted']);
    const after = await Promise.all([rig.platform.send(callOf('m5')), rig.platform.send(callOf('m6'))]);
    expect(after.map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
  });

  it('because none is answered for three seconds, only one more is sent', async () => {
    rig = await startOutbound({ send: { wholeMs: 5_000, putMs: 1_100, openMs: 100 } });
    rig.teams.usually = () => 'hang';
    const first = rig.platform.send(callOf('m1'));
    rig.passMs = 3_001;
    const second = rig.platform.send(callOf('m2'));
    expect(await rig.platform.send(callOf('m3'))).toMatchObject({ outcome: 'later', afterMs: 500 });
    expect((await Promise.all([first, second])).map(({ outcome }) => outcome)).toEqual([
      'unknown',
      'unknown',
    ]);
    expect(rig.teams.asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });
});
