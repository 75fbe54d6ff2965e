import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL, KIM, startBoltApp, type BoltApp } from './bolt-app.js';

let slack: BoltApp['slack'];
let app: BoltApp['app'];
let bolt: BoltApp;

beforeEach(async () => {
  bolt = await startBoltApp();
  ({ slack, app } = bolt);
});
afterEach(() => bolt.close());

describe('an event', () => {
  it('reaches the app in its envelope, signed, again as it was when replayed, and signed anew when Slack retries', async () => {
    const heard: string[] = [];
    app.event('app_mention', async ({ event, body }) => {
      heard.push(`${event.text} ${body.event_id}`);
      await Promise.resolve();
    });
    const event = { type: 'app_mention', user: KIM, channel: CHANNEL, text: 'hi', ts: '1.1' };
    const sent = await slack.sendEvent({ event });
    const replayed = await slack.replay({ delivery: sent.delivery });
    bolt.pass(60_000);
    const retried = await slack.retryEvent({ delivery: sent.delivery, number: 2 });

    expect(sent).toMatchObject({ status: 200, timedOut: false });
    expect(replayed.delivery).toEqual(sent.delivery);
    expect(retried.delivery.headers).toMatchObject({
      'x-slack-retry-num': '2',
      'x-slack-retry-reason': 'http_timeout',
    });
    expect(retried.delivery.headers['x-slack-signature']).not.toBe(
      sent.delivery.headers['x-slack-signature'],
    );
    expect(heard).toHaveLength(3);
    expect(new Set(heard).size).toBe(1);
  });

  it('is refused by the app when forged, stale or unsigned', async () => {
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
    expect((await slack.sendRaw({ body, secret: 'forged' })).status).toBe(401);
    expect((await slack.sendRaw({ body, clockOffsetSec: -301 })).status).toBe(401);
    expect((await slack.sendRaw({ body, signed: false })).status).toBe(401);
    expect((await slack.sendRaw({ body: '{"type":"url_verification","challenge":"abc"}' })).body).toEqual({
      challenge: 'abc',
    });
  });

  it('tells of a reaction that the message then shows', async () => {
    const heard: string[] = [];
    app.event('reaction_added', async ({ event }) => {
      heard.push(`${event.reaction} on ${event.item.ts}`);
      await Promise.resolve();
    });
    const ts = await bolt.card();
    await slack.react({ user: KIM, channel: CHANNEL, ts, reaction: 'eyes' });
    expect(heard).toEqual([`eyes on ${ts}`]);
    expect(slack.messages({ channel: CHANNEL })[0]?.reactions).toEqual([
      { name: 'eyes', users: [KIM], count: 1 },
    ]);
  });
});

describe('a command', () => {
  it('shows its answer to the person alone, or to all where the app says so', async () => {
    app.command('/cx-help', async ({ ack, command }) => {
      await ack(
        command.text === 'all'
          ? { response_type: 'in_channel', text: 'For all' }
          : `Help for ${command.user_name}`,
      );
    });
    await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-help' });
    await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-help', text: 'all' });

    expect(slack.ephemerals({ user: KIM })).toMatchObject([{ text: 'Help for kim', by: 'command' }]);
    expect(slack.messages({ channel: CHANNEL })).toMatchObject([{ text: 'For all' }]);
  });

  it('gives a response_url that works five times within half an hour', async () => {
    let responseUrl = '';
    app.command('/cx-help', async ({ ack, command }) => {
      responseUrl = command.response_url;
      await ack();
    });
    await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-help' });
    const respond = async (text: string) => {
      const response = await fetch(responseUrl, { method: 'POST', body: JSON.stringify({ text }) });
      return { status: response.status, ...((await response.json()) as object) };
    };

    for (const text of ['1', '2', '3', '4']) expect(await respond(text)).toEqual({ status: 200, ok: true });
    bolt.pass(30 * 60_000 + 1);
    expect(await respond('too late')).toMatchObject({ status: 404, error: 'expired_url' });
    bolt.pass(-30 * 60_000);
    expect(await respond('5')).toMatchObject({ ok: true });
    expect(await respond('6')).toMatchObject({ status: 404, error: 'used_url' });
    expect(slack.ephemerals({ user: KIM }).map((each) => each.text)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('ends without an answer after three seconds', async () => {
    app.command('/cx-slow', () => new Promise(() => undefined));
    const sent = await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-slow' });
    expect(sent).toMatchObject({ status: 0, timedOut: true });
  });
});
