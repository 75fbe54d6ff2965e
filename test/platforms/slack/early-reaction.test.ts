import { afterEach, describe, expect, it } from 'vitest';
import { staffId } from '../wire/staff-in-memory.js';
import { callOf, KIM, type Rig, SAM, startRig, SUPPORT } from './rig.js';

let rig: Rig;

afterEach(() => rig.close());

/** Posts a card whose place nobody has written down yet. */
async function postUnknownCard(): Promise<{ reference: string; channel: string; ts: string }> {
  const sent = await rig.slack.platform.send(callOf('message-1'));
  if (sent.outcome !== 'posted') throw new Error(sent.why);
  return { reference: sent.reference, channel: SUPPORT, ts: sent.reference.split('/')[1]! };
}

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  const NOT_DONE = mode === 'http' ? 503 : 0;

  it('a reaction that overtakes the commit of its card is sent back, and claims when it comes again', async () => {
    rig = await startRig({ mode });
    await rig.ready();
    const { reference, channel, ts } = await postUnknownCard();
    const early = await rig.counterpart.react({ channel, ts, user: KIM, reaction: 'eyes' });
    expect(early.status).toBe(NOT_DONE);
    expect(rig.conversation.heard).toEqual([]);
    rig.posted.set(reference, { alert: 123 });
    const again = await rig.counterpart.replay({ delivery: early.delivery });
    expect(again.status).toBe(200);
    expect(rig.conversation.heard).toEqual([
      { actor: { id: staffId(KIM), name: 'kim' }, alert: 123, action: 'claim' },
    ]);
  });

  it('a reaction on a post of ours that never shows an alert troubles nobody', async () => {
    rig = await startRig({ mode });
    await rig.ready();
    const { channel, ts } = await postUnknownCard();
    const first = await rig.counterpart.react({ channel, ts, user: KIM, reaction: 'eyes' });
    const last = await rig.counterpart.replay({ delivery: first.delivery });
    expect([first.status, last.status]).toEqual([NOT_DONE, NOT_DONE]);
    expect(rig.logged.filter((each) => /^(?:warn|error)/u.test(each))).toEqual([]);
  });

  it('a reaction on somebody else’s post, and one that means nothing to us, are done with at once', async () => {
    rig = await startRig({ mode });
    await rig.ready();
    const ts = rig.counterpart.say({ user: SAM, channel: SUPPORT, text: 'lunch?' });
    const theirs = await rig.counterpart.react({ channel: SUPPORT, ts, user: KIM, reaction: 'eyes' });
    const card = await postUnknownCard();
    const praise = await rig.counterpart.react({ ...card, user: KIM, reaction: 'tada' });
    expect([theirs.status, praise.status]).toEqual([200, 200]);
    expect(rig.conversation.heard).toEqual([]);
  });
});
