import { request } from 'node:http';
import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietClient, SILENT } from './quiet-client.js';
import { startSlackCounterpart, type SlackCounterpart } from './slack-counterpart.js';
import { APP_TOKEN } from './workspace.js';

// Slack's own Socket Mode client stands on the other side.
const CHANNEL = 'C0SUPPORT1';
const KIM = 'U0KIM00001';
let slack: SlackCounterpart;
let clients: SocketModeClient[];

beforeEach(async () => {
  slack = await startSlackCounterpart({ seed: 1 });
  clients = [];
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.disconnect()));
  await slack.close();
});

const connect = async (): Promise<SocketModeClient> => {
  const client = new SocketModeClient({
    appToken: APP_TOKEN,
    logger: SILENT,
    clientPingTimeout: 200,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  clients.push(client);
  await client.start();
  return client;
};

interface Envelope {
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
  readonly envelope_id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

describe('Socket Mode', () => {
  it('carries events, commands and clicks, and takes the answer with the acknowledgement', async () => {
    const client = await connect();
    const heard: string[] = [];
    client.on('app_mention', ({ ack, body }: Envelope) => {
      heard.push(String(body['type']));
      void ack();
    });
    client.on('slash_commands', ({ ack, body }: Envelope) => {
      heard.push(String(body['command']));
      void ack({ text: 'Only you see this' });
    });
    const event = { type: 'app_mention', user: KIM, channel: CHANNEL, text: 'hi', ts: '1.1' };

    const mentioned = await slack.sendEvent({ event });
    const commanded = await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-help' });

    expect(heard).toEqual(['event_callback', '/cx-help']);
    expect(mentioned).toMatchObject({ status: 200, body: '' });
    expect(commanded).toMatchObject({ status: 200, body: { text: 'Only you see this' } });
    expect(slack.ephemerals({ user: KIM })).toMatchObject([{ text: 'Only you see this' }]);
  });

  it('sends the same envelope again when replayed, also before the first is acknowledged', async () => {
    const client = await connect();
    const ids: string[] = [];
    client.on('slash_commands', ({ ack, envelope_id }: Envelope) => {
      ids.push(envelope_id);
      setTimeout(() => void ack(), 50);
    });
    const first = await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx-help' });
    const { delivery } = first;
    const again = await Promise.all([slack.replay({ delivery }), slack.replay({ delivery })]);
    expect(again.map((each) => each.status)).toEqual([200, 200]);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(3);
  });

  it('shares the work between connections, and says so when there is none', async () => {
    const counts = [0, 0];
    for (const index of [0, 1]) {
      const client = await connect();
      client.on('slash_commands', ({ ack }: Envelope) => {
        counts[index] = (counts[index] ?? 0) + 1;
        void ack();
      });
    }
    const command = { user: KIM, channel: CHANNEL, command: '/cx-help' };
    for (let sent = 0; sent < 4; sent += 1) await slack.sendCommand(command);
    expect(counts).toEqual([2, 2]);

    await Promise.all(clients.map((client) => client.disconnect()));
    expect(await slack.sendCommand(command)).toMatchObject({ status: 0, failure: 'not connected' });
  });

  it.each([
    [
      'asked to leave',
      async () => {
        slack.disconnectSockets({ reason: 'refresh_requested', closeAfterMs: 50 });
        await slack.waitForSockets({ count: 0 });
      },
    ],
    [
      'cut off',
      async () => {
        slack.dropSockets();
        await slack.waitForSockets({ count: 0 });
      },
    ],
    [
      'out of reach for a moment',
      async () => {
        await slack.setReachable({ reachable: false });
        await slack.setReachable({ reachable: true });
      },
    ],
  ] as const)('is joined anew by a client that was %s', async (_, trouble) => {
    const client = await connect();
    client.on('slash_commands', ({ ack }: Envelope) => void ack());
    const left = new Promise((resolve) => client.once('reconnecting', resolve));
    await trouble();
    await left;
    await slack.waitForSockets({ count: 1 });
    await expect
      .poll(async () => (await slack.sendCommand({ user: KIM, channel: CHANNEL, command: '/cx' })).status)
      .toBe(200);
  });

  it('lets in who has a ticket, once, and nobody else', async () => {
    const { host } = new URL(slack.apiUrl);
    const { url } = await quietClient(slack.apiUrl, { token: APP_TOKEN }).apps.connections.open({});
    const { pathname, search } = new URL(String(url));

    expect(await knock(host, pathname + search)).toBe(101);
    expect(await knock(host, pathname + search)).toBe(403);
    expect(await knock(host, '/link/?ticket=forged')).toBe(403);
  });
});

/** The status with which a WebSocket handshake is answered. */
function knock(host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`http://${host}${path}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version': '13',
      },
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    asked.on('response', (response) => resolve(response.statusCode));
    asked.on('error', reject);
    asked.end();
  });
}
