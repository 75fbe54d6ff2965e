/**
 * The token that our calls to the connector carry: one request to Microsoft's token endpoint, kept until shortly before it expires.
 * The SDK's own way has no time-out and no network that a test could put in its place.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
import type { Exchanger } from '../../wire/exchange.js';
import { parseRecord, textAt } from '../../wire/record.js';

export interface Credentials {
  /** Never throws. */
  readonly token: () => Promise<TokenAnswer>;
  /** The connector did not take the token: the next call asks for a new one. */
  readonly doubt: () => void;
}

export type TokenAnswer =
  /** Undefined in the local trial: calls then carry none. */
  | { readonly kind: 'token'; readonly token: string | undefined }
  /** The credentials are wrong: somebody has to mend the installation. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'away'; readonly why: string };

interface CredentialsDeps {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  /** Absent: Microsoft's. */
  readonly tokenUrl?: string;
  readonly exchanger: Pick<Exchanger, 'ask'>;
  readonly clock: () => Date;
}

export const NO_CREDENTIALS: Credentials = {
  token: () => Promise.resolve({ kind: 'token', token: undefined }),
  doubt: () => undefined,
};

const SCOPE = 'https://api.botframework.com/.default';
const TIMEOUT_MS = 5_000;
/** A token is not used in its last minutes: clocks differ, and calls take time. */
const RENEW_BEFORE_MS = 5 * 60_000;
const USUAL_LIFE_SECONDS = 3_600;

export function createCredentials(deps: CredentialsDeps): Credentials {
  const { appId, appPassword, tenantId, exchanger, clock } = deps;
  const url = new URL(deps.tokenUrl ?? `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`);
  let kept: { readonly token: string; readonly untilMs: number } | undefined;
  let asking: Promise<TokenAnswer> | undefined;

  const ask = async (): Promise<TokenAnswer> => {
    const request = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope: SCOPE,
    });
    const exchange = await exchanger.ask({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: request.toString(),
      timeoutMs: TIMEOUT_MS,
    });
    if (exchange.kind !== 'answered') return { kind: 'away', why: `no token: ${exchange.why}` };
    return read(exchange.status, exchange.body);
  };

  const read = (status: number, text: string): TokenAnswer => {
    const answer = parseRecord(text) ?? {};
    const token = textAt(answer, 'access_token');
    if (status === 200 && token !== '') {
      const seconds = Number(answer['expires_in'] ?? USUAL_LIFE_SECONDS) || USUAL_LIFE_SECONDS;
      kept = {
        token,
        untilMs: clock().getTime() + Math.max(seconds * 1_000 - RENEW_BEFORE_MS, seconds * 500),
      };
      return { kind: 'token', token };
    }
    const code = textAt(answer, 'error').slice(0, 80);
    if (
      (status === 400 || status === 401 || status === 403) &&
      code !== '' &&
      code !== 'temporarily_unavailable'
    ) {
      return { kind: 'refused', why: `Microsoft refuses the credentials of Teams (${code})` };
    }
    return { kind: 'away', why: `no token: HTTP ${status}` };
  };

  return {
    token: async () => {
      if (kept && clock().getTime() < kept.untilMs) return { kind: 'token', token: kept.token };
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    doubt: () => {
      kept = undefined;
    },
  };
}
