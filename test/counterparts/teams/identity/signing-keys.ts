import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

const MODULUS_BITS = 2048;
const FOR_TEAMS: readonly string[] = ['msteams', 'skype', 'webchat'];

export interface SigningKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** The channels that Microsoft lets this key speak for. */
  readonly endorsements: readonly string[];
}

/** The keys that sign what goes to the bot: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot */
export interface SigningKeys {
  /** The one that Teams signs with now. */
  readonly current: () => SigningKey;
  /** Published, but not for Teams. */
  readonly unendorsed: SigningKey;
  /** Published nowhere. */
  readonly stranger: () => SigningKey;
  /** From now on Teams signs with a new key; the old one stays published. */
  readonly rotate: () => SigningKey;
  /** As GET on jwks_uri shows them. */
  readonly published: () => Readonly<Record<string, unknown>>;
}

/** Made once a process: a pair takes up to a second. */
let pairs: { readonly right: SigningKey; readonly unendorsed: SigningKey } | undefined;
let stranger: SigningKey | undefined;

export function createSigningKeys(): SigningKeys {
  pairs ??= { right: newKey(FOR_TEAMS), unendorsed: newKey(['directline']) };
  const { right, unendorsed } = pairs;
  const published = [right];
  return {
    current: () => published.at(-1) ?? right,
    unendorsed,
    stranger: () => (stranger ??= newKey(FOR_TEAMS)),
    rotate: () => {
      const next = newKey(FOR_TEAMS);
      published.push(next);
      return next;
    },
    published: () => ({ keys: [...published, unendorsed].map(asJwk) }),
  };
}

/** RS256, RFC 7515. */
export function signToken(key: SigningKey, kid: string, claims: Readonly<Record<string, unknown>>): string {
  const header = { alg: 'RS256', kid, x5t: kid, typ: 'JWT' };
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key.privateKey, 'base64url')}`;
}

function newKey(endorsements: readonly string[]): SigningKey {
  const pair = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS });
  const print = createHash('sha1').update(pair.publicKey.export({ type: 'spki', format: 'der' }));
  return { kid: print.digest('base64url'), ...pair, endorsements };
}

function asJwk(key: SigningKey): Readonly<Record<string, unknown>> {
  const { n, e } = key.publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid: key.kid, x5t: key.kid, n, e, endorsements: key.endorsements };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
