/**
 * `sha256=` and hex of the HMAC-SHA256 over timestamp, full stop and body. https://github.com/chatwoot/chatwoot/pull/13573
 * Servers before that sign nothing: they are believed by a token in their address, where the operator says so.
 */
import { createHmacCheck } from '../../inbound/hmac.js';
import type { RawRequest } from '../../inbound/raw-request.js';
import { createSecretCheck } from '../../inbound/same-secret.js';
import { isTimely } from '../../inbound/timely.js';
import { unverified, VERIFIED, type Verification } from '../../inbound/verification.js';

interface ChatwootCheckOptions {
  readonly secrets: readonly string[];
  /** Whether a call without a signature may come in by the token. */
  readonly unsigned: boolean;
}

const PREFIX = 'sha256=';
const UNIX_SECONDS = /^\d{1,11}$/u;

export function createChatwootCheck({
  secrets,
  unsigned,
}: ChatwootCheckOptions): (request: RawRequest, now: Date) => Verification {
  const signedByUs = createHmacCheck({
    algorithm: 'sha256',
    encoding: 'hex',
    keys: secrets.map((secret) => Buffer.from(secret, 'utf8')),
  });
  const isOurs = createSecretCheck(secrets);

  return ({ headers, target, body }, now) => {
    const signature = headers['x-chatwoot-signature'];
    const timestamp = headers['x-chatwoot-timestamp'];
    if (unsigned && signature === undefined && timestamp === undefined) {
      return isOurs(tokenIn(target))
        ? VERIFIED
        : unverified('neither a signature nor the token of the address');
    }
    if (!signature || !timestamp) return unverified('x-chatwoot-signature or its timestamp is missing');
    if (!signature.startsWith(PREFIX)) return unverified('x-chatwoot-signature does not begin with sha256=');
    if (!signedByUs([`${timestamp}.`, body], [signature.slice(PREFIX.length)])) {
      return unverified('the signature matches no secret');
    }
    if (!UNIX_SECONDS.test(timestamp)) return unverified('x-chatwoot-timestamp is not a time in seconds');
    if (!isTimely(Number(timestamp) * 1000, now))
      return unverified('x-chatwoot-timestamp is more than 5 minutes off');
    return VERIFIED;
  };
}

function tokenIn(target: string): string {
  const query = target.indexOf('?');
  return query === -1 ? '' : (new URLSearchParams(target.slice(query + 1)).get('token') ?? '');
}
