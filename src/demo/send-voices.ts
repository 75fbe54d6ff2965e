/** The demo's senders: the day so far, one voice after the other, and then one now and then for as long as somebody looks on. */
import { type Receiver, type Sent, sendVoice } from './send-voice.js';
import type { Voice } from './voice.js';

export interface SendDay extends Receiver {
  readonly voices: readonly Voice[];
  /** Between one answer and the next voice, so that cards are seen to arrive. */
  readonly pauseMs: number;
  readonly onSent: (sent: Sent) => void;
}

/** Sends `voices` in their order, each said so many minutes before the start. Ends when all are sent or `signal` is aborted. */
export async function sendDay({ voices, pauseMs, onSent, ...to }: SendDay): Promise<void> {
  const start = to.clock();
  for (const [index, voice] of voices.entries()) {
    if (index > 0) await to.pause(pauseMs, to.signal);
    const sent = await sendVoice(to, voice, minutesBefore(start, voice));
    if (!sent) return;
    onSent(sent);
  }
}

export interface Trickle extends Receiver {
  /** Sent first. */
  readonly voices: readonly Voice[];
  /** Makes the ones after them. */
  readonly fresh: () => Voice;
  /** From 0 up to but not 1. */
  readonly random: () => number;
  readonly onSent: (sent: Sent) => void;
}

const SHORTEST_SILENCE_MS = 20_000;
const LONGEST_SILENCE_MS = 40_000;

/** Sends a voice every 20 to 40 seconds until `signal` is aborted. */
export async function trickle({ voices, fresh, random, onSent, ...to }: Trickle): Promise<void> {
  const waiting = voices.values();
  for (;;) {
    const silenceMs = SHORTEST_SILENCE_MS + random() * (LONGEST_SILENCE_MS - SHORTEST_SILENCE_MS);
    await to.pause(silenceMs, to.signal);
    const voice = waiting.next().value ?? fresh();
    const sent = await sendVoice(to, voice, minutesBefore(to.clock(), voice));
    if (!sent) return;
    onSent(sent);
  }
}

function minutesBefore(at: Date, { minutesAgo }: Voice): Date {
  return new Date(at.getTime() - minutesAgo * 60_000);
}
