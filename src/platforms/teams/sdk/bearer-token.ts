/**
 * What a bearer token says of itself, before anybody has looked at its signature: enough to send away what is surely not ours
 * without asking Microsoft for keys, and to keep every token from the SDK that it would judge as something other than a channel's.
 */
import { type JsonRecord, parseRecord, textAt } from '../../wire/record.js';

export interface BearerToken {
  /** The header as it goes on to be verified. */
  readonly authorization: string;
  readonly issuer: string;
  readonly audience: string;
  readonly serviceUrl: string;
  readonly expires: boolean;
}

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const CHANNEL_ISSUER = 'https://api.botframework.com';
const ALGORITHMS = new Set(['RS256', 'RS384', 'RS512']);
const BEARER = /^Bearer ([\w-]{2,4000})\.([\w-]{2,8000})\.([\w-]{2,4000})$/iu;

/** Undefined where it is no signed token at all. */
export function readBearerToken(header: string): BearerToken | undefined {
  const [, head = '', claims = '', signature = ''] = BEARER.exec(header.trim()) ?? [];
  const said = decode(head);
  const payload = decode(claims);
  if (!said || !payload) return undefined;
  if (!ALGORITHMS.has(textAt(said, 'alg')) || textAt(said, 'kid') === '') return undefined;
  return {
    authorization: `Bearer ${head}.${claims}.${signature}`,
    issuer: textAt(payload, 'iss'),
    audience: textAt(payload, 'aud'),
    serviceUrl: textAt(payload, 'serviceurl'),
    expires: typeof payload['exp'] === 'number',
  };
}

function decode(part: string): JsonRecord | undefined {
  return part === '' ? undefined : parseRecord(Buffer.from(part, 'base64url').toString('utf8'));
}
