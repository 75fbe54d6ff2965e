/** One voice over HTTP, as any sender would send it: signed, patient while the receiver is away, and told what became of it. */
import type { Pause } from './pause.js';
import { signedHeaders } from './signed-headers.js';
import { bodyOf, type Voice } from './voice.js';

export interface Receiver {
  /** Of the webhook: http://127.0.0.1:3000/hooks/voice. */
  readonly address: string;
  readonly secret: string;
  readonly clock: () => Date;
  readonly pause: Pause;
  /** Aborted: nothing more is sent. */
  readonly signal: AbortSignal;
}

/** What the receiver said of a voice; `failed`: it was not taken in at all. */
export const SENT_OUTCOMES = ['accepted', 'duplicate', 'ignored', 'refused', 'failed'] as const;
export type SentOutcome = (typeof SENT_OUTCOMES)[number];

export interface Sent {
  readonly voice: Voice;
  /** One for each element of the call. */
  readonly outcomes: readonly SentOutcome[];
  /** Where it was refused as a whole or failed. */
  readonly why?: string;
}

const MOST_ATTEMPTS = 8;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
const ANSWER_LIMIT_MS = 10_000;

/** Sends `voice`, again where the receiver is busy or away, each time newly signed under the same id. Undefined: aborted before there was an answer. */
export async function sendVoice(to: Receiver, voice: Voice, occurredAt: Date): Promise<Sent | undefined> {
  const body = bodyOf(voice, occurredAt);
  let why = '';
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    if (to.signal.aborted) return undefined;
    const answer = await post(to, voice.deliveryId, body);
    if (answer.kind === 'answered') return { voice, ...answer.sent };
    why = answer.why;
    if (attempt < MOST_ATTEMPTS) {
      const wait = answer.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
      await to.pause(Math.min(wait, LONGEST_WAIT_MS), to.signal);
    }
  }
  return to.signal.aborted ? undefined : { voice, outcomes: ['failed'], why };
}

type Posted =
  | { readonly kind: 'answered'; readonly sent: Omit<Sent, 'voice'> }
  | { readonly kind: 'again'; readonly why: string; readonly retryAfterMs?: number };

async function post({ address, secret, clock, signal }: Receiver, id: string, body: string): Promise<Posted> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: signedHeaders({ secret, id, body, now: clock() }),
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]),
    });
    return readAnswer(response, await response.text());
  } catch (error) {
    // Refused, reset or too slow: whether it arrived is not known, and the same id makes sending it again harmless.
    return { kind: 'again', why: reasonOf(error) };
  }
}

function readAnswer({ status, headers }: Response, text: string): Posted {
  const why = `${status} ${text.slice(0, 300)}`;
  if (status === 503 || status === 429) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return { kind: 'again', why, ...(seconds >= 0 && { retryAfterMs: seconds * 1000 }) };
  }
  if (status === 400) return { kind: 'answered', sent: { outcomes: ['refused'], why } };
  const outcomes = status === 202 ? readOutcomes(text) : undefined;
  return { kind: 'answered', sent: outcomes ? { outcomes } : { outcomes: ['failed'], why } };
}

/** Of one receipt or of the list of them; undefined where it is neither. */
function readOutcomes(text: string): readonly SentOutcome[] | undefined {
  const receipts: unknown = parse(text);
  const outcomes = (Array.isArray(receipts) ? receipts : [receipts]).map(readOutcome);
  return outcomes.every((outcome) => outcome !== undefined) ? outcomes : undefined;
}

function readOutcome(receipt: unknown): SentOutcome | undefined {
  if (typeof receipt !== 'object' || receipt === null || !('outcome' in receipt)) return undefined;
  return SENT_OUTCOMES.find((outcome) => outcome === receipt.outcome);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? message;
}
