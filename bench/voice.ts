/** One webhook of about 1 KB, signed by Standard Webhooks; every one another customer's low score, in rotation over the channels. */
import { createHmac } from 'node:crypto';

export const SECRET_BYTES = Buffer.from('earshot-bench-secret-of-32-bytes');
export const SECRET = `whsec_${SECRET_BYTES.toString('base64')}`;
export const CHANNELS = 400;

const TEXT =
  'The parcel was promised for Tuesday and then for Thursday, and nobody could tell me where it was. '.repeat(
    2,
  );
/** Fills the body to about 1 KB with what only the sender knows. */
const FURTHER = 'x'.repeat(450);

export interface SignedVoice {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function signedVoice(run: string, index: number): SignedVoice {
  return signed(voice(run, index), run, index);
}

/** The nth list of so many voices. */
export function signedList(run: string, index: number, voices: number): SignedVoice {
  const list = Array.from({ length: voices }, (_, place) => voice(run, index * voices + place));
  return signed(list, run, index);
}

function voice(run: string, index: number): object {
  return {
    kind: 'survey',
    metric: 'csat',
    score: 2,
    external_id: `${run}-${index}`,
    occurred_at: new Date().toISOString(),
    location: `region-${index % CHANNELS}`,
    channel: 'email',
    text: `${TEXT}(${run}-${index})`,
    further: FURTHER,
    customer: { id: `customer-${run}-${index}`, name: `Customer ${index}` },
  };
}

function signed(content: object, run: string, index: number): SignedVoice {
  const body = Buffer.from(JSON.stringify(content));
  const id = `msg_${run}_${index}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET_BYTES)
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
  };
}
