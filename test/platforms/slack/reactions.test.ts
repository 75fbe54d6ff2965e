import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveForm } from '../../../src/cards/forms/resolve.js';
import { line } from '../../../src/cards/text.js';
import { viewIn } from '../../cards/acme.js';
import { staffId } from '../wire/staff-in-memory.js';
import { callOf, KIM, type Rig, SAM, startRig, SUPPORT } from './rig.js';

const kim = { id: staffId(KIM), name: 'kim' };
const sam = { id: staffId(SAM), name: 'sam' };

let rig: Rig;
let card: { readonly channel: string; readonly ts: string };
beforeEach(async () => {
  rig = await startRig();
  await rig.ready();
  const sent = await rig.slack.platform.send(callOf('message-1'));
  if (sent.outcome !== 'posted') throw new Error(sent.why);
  rig.posted.set(sent.reference, { alert: 123 });
  card = { channel: SUPPORT, ts: sent.reference.split('/')[1]! };
});
afterEach(() => rig.close());

describe('a reaction on a card', () => {
  it('of eyes claims it, and anything else does not', async () => {
    await rig.counterpart.react({ ...card, user: KIM, reaction: 'eyes' });
    expect(rig.conversation.heard).toEqual([{ actor: kim, alert: 123, action: 'claim' }]);
    await rig.counterpart.react({ ...card, user: KIM, reaction: 'tada' });
    const ts = rig.counterpart.say({ user: SAM, channel: SUPPORT, text: 'look' });
    await rig.counterpart.react({ channel: SUPPORT, ts, user: KIM, reaction: 'eyes' });
    expect(rig.conversation.heard).toHaveLength(1);
  });

  it.each(['white_check_mark', 'heavy_check_mark'])(
    'of a tick (%s) brings its owner, alone, the button that opens what is asked to resolve it',
    async (reaction) => {
      rig.conversation.press = () =>
        Promise.resolve({ kind: 'form', form: resolveForm.ask(viewIn('claimed'), 'UTC') });
      await rig.counterpart.react({ ...card, user: KIM, reaction });
      const told = await rig.counterpart.waitForEphemeral({ user: KIM, containing: 'Resolve CX-123' });
      expect(told.by).toBe('chat.postEphemeral');
      expect(rig.counterpart.ephemerals({ user: SAM })).toEqual([]);
      await rig.counterpart.clickButton({ channel: SUPPORT, ts: told.ts, user: KIM, actionId: 'resolve' });
      await rig.counterpart.waitForView({ user: KIM, containing: 'Resolve CX-123' });
    },
  );

  it('of a tick by somebody else is answered to them alone, with who has it', async () => {
    const heard: unknown[] = [];
    rig.conversation.press = (click) => {
      heard.push(click);
      const lines = [line('kim has had this since 10:04. Only the owner can resolve it.')];
      return Promise.resolve({ kind: 'note', note: { lines } });
    };
    await rig.counterpart.react({ ...card, user: SAM, reaction: 'white_check_mark' });
    await rig.counterpart.waitForEphemeral({ user: SAM, containing: 'Only the owner can resolve it' });
    expect(heard).toEqual([{ actor: sam, alert: 123, action: 'resolve' }]);
    expect(rig.counterpart.ephemerals({ user: KIM })).toEqual([]);
  });

  it('that is taken away changes nothing', async () => {
    const item = { type: 'message', channel: card.channel, ts: card.ts };
    for (const reaction of ['eyes', 'white_check_mark']) {
      const event = { type: 'reaction_removed', user: KIM, reaction, item, event_ts: card.ts };
      const sent = await rig.counterpart.sendEvent({ event });
      expect(sent.status).toBe(200);
    }
    expect(rig.conversation.heard).toEqual([]);
    expect(rig.counterpart.ephemerals({ user: KIM })).toEqual([]);
  });
});

describe('a reaction on a message that names several alerts', () => {
  it('is answered with how to say which', async () => {
    rig.posted.set(`${card.channel}/${card.ts}`, {});
    await rig.counterpart.react({ ...card, user: KIM, reaction: 'eyes' });
    await rig.counterpart.waitForEphemeral({ user: KIM, containing: 'Press Claim beside one' });
    expect(rig.conversation.heard).toEqual([]);
  });
});
