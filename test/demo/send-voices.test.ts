import { afterEach, describe, expect, it } from 'vitest';
import { DAY_SO_FAR, STILL_TO_COME } from '../../src/demo/a-day-of-voices.js';
import { createFreshVoices } from '../../src/demo/fresh-voices.js';
import { pause, type Pause } from '../../src/demo/pause.js';
import { type Receiver, type Sent, sendVoice } from '../../src/demo/send-voice.js';
import { sendDay, trickle } from '../../src/demo/send-voices.js';
import { sentSummary } from '../../src/demo/sent-summary.js';
import { say } from '../../src/demo/voice.js';
import {
  type LocalReceiver,
  type LocalReceiverOptions,
  SECRET,
  startLocalReceiver,
} from './local-receiver.js';

const START = new Date('2026-11-20T15:00:00Z');
const A_VOICE = say(5, { kind: 'survey', external_id: 'one', metric: 'csat', score: 2 });

let receiver: LocalReceiver | undefined;

afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});

async function start(options: LocalReceiverOptions = {}): Promise<LocalReceiver> {
  receiver = await startLocalReceiver({ clock: () => START, ...options });
  return receiver;
}

/** A sender whose pauses cost no time and are written down. */
function sender(address: string, more: Partial<Receiver> = {}) {
  const pauses: number[] = [];
  const noPause: Pause = (ms) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  const to: Receiver = {
    address,
    secret: SECRET,
    clock: () => START,
    pause: noPause,
    signal: new AbortController().signal,
    ...more,
  };
  return { to, pauses };
}

describe('the day, sent', () => {
  it('arrives in order, signed, with the times at which it was said, and its answers are counted', async () => {
    const { address, calls } = await start();
    const { to, pauses } = sender(address);
    const sent: Sent[] = [];
    await sendDay({ ...to, voices: DAY_SO_FAR, pauseMs: 70, onSent: (each) => sent.push(each) });

    expect(calls.map(({ id }) => id)).toEqual(DAY_SO_FAR.map(({ deliveryId }) => deliveryId));
    expect(calls.every(({ verified, contentType }) => verified && contentType === 'application/json')).toBe(
      true,
    );
    const first = JSON.parse(calls[0]?.body ?? '') as Record<string, unknown>;
    expect(first['occurred_at']).toBe(new Date(START.getTime() - 538 * 60_000).toISOString());
    expect(sentSummary(sent)).toBe('52 voices sent: 49 accepted, 2 duplicates, 1 refused.');
    expect(pauses).toEqual(Array.from({ length: DAY_SO_FAR.length - 1 }, () => 70));
  });

  it('is all duplicates where it is sent once more', async () => {
    const { address } = await start();
    const { to } = sender(address);
    const sent: Sent[] = [];
    const voices = DAY_SO_FAR.filter(({ says }) => 'kind' in says);
    await sendDay({ ...to, voices, pauseMs: 0, onSent: () => undefined });
    await sendDay({ ...to, voices, pauseMs: 0, onSent: (each) => sent.push(each) });
    expect(sentSummary(sent)).toBe('48 voices sent: 48 duplicates.');
  });

  it('stops between two voices when it is told to', async () => {
    const { address, calls } = await start();
    const stop = new AbortController();
    const { to } = sender(address, { signal: stop.signal, pause });
    await sendDay({
      ...to,
      voices: DAY_SO_FAR,
      pauseMs: 60_000,
      onSent: () => setTimeout(() => stop.abort(), 20),
    });
    expect(calls).toHaveLength(1);
  });
});

describe('one voice, sent', () => {
  it('waits as long as a busy receiver asks and comes again under the same id, newly signed', async () => {
    let now = START.getTime();
    const clock = () => new Date(now);
    const { address, calls } = await start({
      clock,
      instead: (call) =>
        [
          { status: 503, headers: { 'retry-after': '5' }, body: {} },
          { status: 429, headers: { 'retry-after': '2' }, body: {} },
          { status: 503, body: {} },
        ][call],
    });
    const waited: number[] = [];
    const { to } = sender(address, {
      clock,
      pause: (ms) => {
        waited.push(ms);
        now += 10 * 60_000;
        return Promise.resolve();
      },
    });
    expect(await sendVoice(to, A_VOICE, START)).toEqual({ voice: A_VOICE, outcomes: ['accepted'] });
    expect(waited).toEqual([5_000, 2_000, 1_000]);
    expect(new Set(calls.map(({ id }) => id))).toEqual(new Set(['msg_one']));
    expect(new Set(calls.map(({ timestamp }) => timestamp)).size).toBe(4);
    expect(calls.every(({ verified }) => verified)).toBe(true);
  });

  it('comes again after a connection that was cut or refused', async () => {
    const gone = await start({ instead: (call) => (call === 0 ? 'reset' : undefined) });
    const { to } = sender(gone.address);
    expect(await sendVoice(to, A_VOICE, START)).toMatchObject({ outcomes: ['accepted'] });
    expect(gone.calls).toHaveLength(2);

    const { port } = gone;
    await gone.close();
    const back = sender(`http://127.0.0.1:${port}/hooks/voice`, {
      pause: async () => {
        if (receiver === gone) await start({ port });
      },
    });
    expect(await sendVoice(back.to, A_VOICE, START)).toMatchObject({ outcomes: ['accepted'] });
  });

  it('is given up where nobody ever listens, and says why', async () => {
    const { address, close } = await start();
    await close();
    const { to, pauses } = sender(address);
    const sent = await sendVoice(to, A_VOICE, START);
    expect(sent).toEqual({ voice: A_VOICE, outcomes: ['failed'], why: 'ECONNREFUSED' });
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  it('with another secret is not taken in, and is not sent again', async () => {
    const { address, calls } = await start();
    const { to } = sender(address, { secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}` });
    expect(await sendVoice(to, A_VOICE, START)).toMatchObject({ outcomes: ['failed'] });
    expect(calls).toHaveLength(1);
  });

  it('that cannot be read is counted as refused, with the faults', async () => {
    const { address } = await start();
    const { to } = sender(address);
    const sent = await sendVoice(to, say(1, { kind: 'survey', external_id: 'empty' }), START);
    expect(sent?.outcomes).toEqual(['refused']);
    expect(sent?.why).toContain('needs a score, a text, or both');
  });

  it('is not sent at all once it is over', async () => {
    const { address, calls } = await start();
    const { to } = sender(address, { signal: AbortSignal.abort() });
    expect(await sendVoice(to, A_VOICE, START)).toBeUndefined();
    expect(calls).toHaveLength(0);
  });
});

describe('the trickle', () => {
  it('sends what is left of the day and then new ones, 20 to 40 seconds apart, until it is told to stop', async () => {
    const { address, calls } = await start();
    const stop = new AbortController();
    const { to, pauses } = sender(address, { signal: stop.signal });
    let ids = 0;
    let draws = 0;
    const random = () => (draws++ % 10) / 10;
    const fresh = createFreshVoices({ random, newId: () => `fresh-${++ids}` });
    const sent: Sent[] = [];
    await trickle({
      ...to,
      voices: STILL_TO_COME,
      fresh: fresh.next,
      random,
      onSent: (each) => {
        sent.push(each);
        if (sent.length === 40) stop.abort();
      },
    });
    expect(calls.slice(0, 8).map(({ id }) => id)).toEqual(STILL_TO_COME.map(({ deliveryId }) => deliveryId));
    expect(sentSummary(sent)).toBe('40 voices sent: 40 accepted.');
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...pauses)).toBeLessThan(40_000);
    expect(new Set(pauses).size).toBeGreaterThan(5);
  });

  it('ends at once when it is told to while it waits', async () => {
    const { address, calls } = await start();
    const stop = new AbortController();
    const { to } = sender(address, { signal: stop.signal, pause });
    setTimeout(() => stop.abort(), 20);
    await trickle({
      ...to,
      voices: STILL_TO_COME,
      fresh: () => A_VOICE,
      random: () => 0,
      onSent: () => undefined,
    });
    expect(calls).toHaveLength(0);
  });
});

describe('the summary line', () => {
  it('names only what there was', () => {
    expect(sentSummary([])).toBe('0 voices sent.');
    expect(sentSummary([{ voice: A_VOICE, outcomes: ['duplicate'] }])).toBe('1 voice sent: 1 duplicate.');
    expect(sentSummary([{ voice: A_VOICE, outcomes: ['ignored', 'failed'] }])).toBe(
      '2 voices sent: 1 ignored, 1 not taken in.',
    );
  });
});
