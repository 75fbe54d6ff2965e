import type { BlockAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttons, CHANNEL, KIM, startBoltApp, type BoltApp } from './bolt-app.js';

let slack: BoltApp['slack'];
let app: BoltApp['app'];
let bolt: BoltApp;

beforeEach(async () => {
  bolt = await startBoltApp();
  ({ slack, app } = bolt);
});
afterEach(() => bolt.close());

describe('a click', () => {
  it('names the button, the message and the person, and the app can answer privately and edit', async () => {
    const bodies: BlockAction[] = [];
    app.action('claim', async ({ ack, body, respond, client }) => {
      await ack();
      const click = body as BlockAction;
      bodies.push(click);
      await respond({ text: 'Yours now', replace_original: false });
      await client.chat.update({
        channel: click.channel!.id,
        ts: click.message!.ts,
        text: 'Claimed',
        attachments: [],
      });
    });
    const ts = await bolt.card();
    await slack.clickButton({ user: KIM, channel: CHANNEL, ts, actionId: 'claim' });
    await slack.waitForMessage({ channel: CHANNEL, containing: 'Claimed' });

    expect(bodies[0]).toMatchObject({
      type: 'block_actions',
      user: { id: KIM, name: 'kim' },
      channel: { id: CHANNEL, name: 'support' },
      container: { type: 'message_attachment', message_ts: ts, attachment_id: 1 },
      message: { ts, text: 'A card' },
      actions: [{ type: 'button', action_id: 'claim', block_id: 'row', value: 'a1' }],
    });
    expect(slack.ephemerals({ user: KIM })).toMatchObject([{ text: 'Yours now' }]);
    await expect(slack.clickButton({ user: KIM, channel: CHANNEL, ts, actionId: 'claim' })).rejects.toThrow(
      'There is nothing called claim here',
    );
  });

  it('may be a choice, of what is offered', async () => {
    const chosen: unknown[] = [];
    app.action('severity', async ({ ack, body }) => {
      await ack();
      chosen.push((body as BlockAction).actions[0]);
    });
    const ts = await bolt.card();
    const choice = { user: KIM, channel: CHANNEL, ts, actionId: 'severity' };
    await slack.clickButton({ ...choice, choose: 'high' });
    expect(chosen).toMatchObject([{ type: 'static_select', selected_option: { value: 'high' } }]);
    await expect(slack.clickButton({ ...choice, choose: 'urgent' })).rejects.toThrow('only high, low');
  });

  it('works in what only one person sees, where the app can put another in its place', async () => {
    app.action('claim', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'Done', replace_original: true });
    });
    const note = { channel: CHANNEL, user: KIM, text: 'Sure?', blocks: buttons };
    const { message_ts: ts } = await app.client.chat.postEphemeral(note);
    await slack.clickButton({ user: KIM, channel: CHANNEL, ts: ts!, actionId: 'claim' });
    await slack.waitForEphemeral({ user: KIM, containing: 'Done' });
    expect(slack.ephemerals({ user: KIM })).toMatchObject([
      { text: 'Sure?', gone: 'replaced' },
      { text: 'Done' },
    ]);
  });

  it('can make the app take back what only one person sees', async () => {
    app.action('claim', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
    const note = { channel: CHANNEL, user: KIM, text: 'Sure?', blocks: buttons };
    const { message_ts: ts } = await app.client.chat.postEphemeral(note);
    const click = { user: KIM, channel: CHANNEL, ts: ts!, actionId: 'claim' };
    await slack.clickButton(click);
    await slack.waitForCalls({ method: 'response_url' });
    expect(slack.ephemerals({ user: KIM })).toMatchObject([{ text: 'Sure?', gone: 'deleted' }]);
    await expect(slack.clickButton(click)).rejects.toThrow('There is no message');
  });

  it('can be one of many at the same moment', async () => {
    let clicks = 0;
    app.action('claim', async ({ ack }) => {
      clicks += 1;
      await ack();
    });
    const ts = await bolt.card();
    const click = { user: KIM, channel: CHANNEL, ts, actionId: 'claim' };
    const sent = await slack.clickTogether({ clicks: Array.from({ length: 20 }, () => click) });
    expect(sent.map((each) => each.status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(clicks).toBe(20);
  });
});
