import { expect, it, onTestFinished } from 'vitest';
import { pause } from '../../src/demo/pause.js';
import { sendSample } from '../../src/demo/send-sample.js';
import { say } from '../../src/demo/voice.js';
import { type LocalReceiverOptions, SECRET, startLocalReceiver } from './local-receiver.js';

const NOW = new Date('2026-11-20T10:45:00Z');
const VOICE = say(1, { kind: 'report', external_id: 'sample-1', text: 'Nobody called me back.' });

async function receiver(options: LocalReceiverOptions = {}) {
  const local = await startLocalReceiver({ clock: () => NOW, ...options });
  onTestFinished(local.close);
  return { local, to: { address: local.address, secret: SECRET, clock: () => NOW, pause } };
}

it('a sample is a signed voice of this moment', async () => {
  const { local, to } = await receiver();
  await sendSample(to, VOICE);
  expect(local.calls).toMatchObject([{ verified: true, id: 'msg_sample-1' }]);
  expect(JSON.parse(local.calls[0]!.body)).toMatchObject({ occurred_at: NOW.toISOString() });
});

it('a sample that is not taken in is a failure that says why', async () => {
  const { to } = await receiver({ instead: () => ({ status: 500, body: {} }) });
  await expect(sendSample(to, VOICE)).rejects.toThrow('the sample voice was not taken in: 500');
});
