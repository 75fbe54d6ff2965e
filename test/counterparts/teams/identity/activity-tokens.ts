import { signToken, type SigningKey, type SigningKeys } from './signing-keys.js';

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication: who the connector says it is. */
const ISSUER = 'https://api.botframework.com';
const LIFETIME_SEC = 3600;

/** How the token of something sent to the bot differs from the right one. */
export interface TokenFlaw {
  /** Instead of, or besides, the right claims; `null` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `unendorsed`: a published key that may not speak for Teams; `stranger`: a key published nowhere; `forged`: that key, said to be the right one. */
  readonly key?: 'unendorsed' | 'stranger' | 'forged';
  /** Seconds added to the time of signing. */
  readonly clockOffsetSec?: number;
}

/** Signs what is sent to the bot. */
export interface ActivityTokens {
  readonly sign: (serviceUrl: string, flaw?: TokenFlaw) => string;
}

export function createActivityTokens(options: {
  readonly keys: SigningKeys;
  readonly appId: string;
  readonly now: () => number;
}): ActivityTokens {
  const { keys, appId, now } = options;
  // One signature serves a while, as Microsoft's own tokens do; signing each would also cost a millisecond.
  let kept: { readonly for: string; readonly until: number; readonly token: string } | undefined;
  const fresh = (serviceUrl: string, flaw: TokenFlaw): string => {
    const nbf = Math.floor(now() / 1000) + (flaw.clockOffsetSec ?? 0);
    const claims = {
      serviceurl: serviceUrl,
      nbf,
      exp: nbf + LIFETIME_SEC,
      iss: ISSUER,
      aud: appId,
      ...flaw.claims,
    };
    const said = Object.fromEntries(Object.entries<unknown>(claims).filter(([, value]) => value !== null));
    const { key, kid } = signer(keys, flaw.key ?? 'right');
    return signToken(key, kid, said);
  };
  return {
    sign: (serviceUrl, flaw) => {
      if (flaw) return fresh(serviceUrl, flaw);
      const of = `${keys.current().kid} ${serviceUrl}`;
      if (kept?.for !== of || kept.until < now()) {
        kept = { for: of, until: now() + (LIFETIME_SEC * 1000) / 2, token: fresh(serviceUrl, {}) };
      }
      return kept.token;
    },
  };
}

function signer(
  keys: SigningKeys,
  which: 'right' | NonNullable<TokenFlaw['key']>,
): { readonly key: SigningKey; readonly kid: string } {
  const right = keys.current();
  switch (which) {
    case 'right':
      return { key: right, kid: right.kid };
    case 'unendorsed':
      return { key: keys.unendorsed, kid: keys.unendorsed.kid };
    case 'stranger':
      return { key: keys.stranger(), kid: keys.stranger().kid };
    case 'forged':
      return { key: keys.stranger(), kid: right.kid };
  }
}
