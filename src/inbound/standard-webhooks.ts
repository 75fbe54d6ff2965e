/**
 * The signature of the Standard Webhooks specification, symmetric (v1).
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { createHmacCheck } from './hmac.js';
import type { RawRequest } from './raw-request.js';
import { isTimely } from './timely.js';
import { unverified, VERIFIED, type Verification } from './verification.js';

const SECRET_PREFIX = 'whsec_';
const SHORTEST_SECRET_BYTES = 24;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/u;
const UNIX_SECONDS = /^\d{1,11}$/u;
/** A rotation sends two; a header full of them is not worth comparing. */
const MOST_SIGNATURES = 20;

/** The key in a secret such as `whsec_…`; undefined where it is not base64 of at least 24 bytes. */
export function standardWebhooksKey(secret: string): Uint8Array | undefined {
  const text = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret;
  if (!BASE64.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.byteLength < SHORTEST_SECRET_BYTES ? undefined : key;
}

/** What is wrong with a secret, as it goes on from "the secret"; undefined where it will do. */
export function whyNoStandardSecret(secret: string): string | undefined {
  return standardWebhooksKey(secret)
    ? undefined
    : `is no Standard Webhooks secret: whsec_ and base64 of at least ${SHORTEST_SECRET_BYTES} bytes`;
}

/** Throws where a secret is none: the configuration has checked them before. */
export function createStandardWebhooksCheck(
  secrets: readonly string[],
): (request: RawRequest, now: Date) => Verification {
  const keys = secrets.map((secret) => {
    const key = standardWebhooksKey(secret);
    if (!key)
      throw new Error(`a secret must be whsec_ and base64 of at least ${SHORTEST_SECRET_BYTES} bytes`);
    return key;
  });
  const signedByUs = createHmacCheck({ algorithm: 'sha256', encoding: 'base64', keys });

  return ({ headers, body }, now) => {
    const id = headers['webhook-id'];
    const timestamp = headers['webhook-timestamp'];
    const signature = headers['webhook-signature'];
    if (!id || !timestamp || !signature) {
      return unverified('webhook-id, webhook-timestamp or webhook-signature is missing');
    }
    if (!signedByUs([`${id}.${timestamp}.`, body], signaturesIn(signature))) {
      return unverified('no signature matches a secret');
    }
    if (!UNIX_SECONDS.test(timestamp)) return unverified('webhook-timestamp is not a time in seconds');
    if (!isTimely(Number(timestamp) * 1000, now))
      return unverified('webhook-timestamp is more than 5 minutes off');
    return VERIFIED;
  };
}

/** The v1 signatures of a space-separated list; other versions are for other receivers. */
function signaturesIn(header: string): readonly string[] {
  return header
    .split(' ', MOST_SIGNATURES)
    .filter((each) => each.startsWith('v1,'))
    .map((each) => each.slice(3));
}
