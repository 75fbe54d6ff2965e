import { type Receiver, sendVoice } from './send-voice.js';
import type { Voice } from './voice.js';

/** Somebody has pressed a button and waits for the page. */
const PATIENCE_MS = 5_000;

/** One more voice, said just now. Throws where it was not taken in. */
export async function sendSample(to: Omit<Receiver, 'signal'>, voice: Voice): Promise<void> {
  const sent = await sendVoice({ ...to, signal: AbortSignal.timeout(PATIENCE_MS) }, voice, to.clock());
  if (!sent?.outcomes.includes('accepted'))
    throw new Error(`the sample voice was not taken in: ${sent?.why ?? 'no answer in time'}`);
}
