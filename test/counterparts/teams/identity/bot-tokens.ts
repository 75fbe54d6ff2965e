import { parse } from 'node:querystring';
import type { Answer } from '../answer.js';
import type { Tenant } from '../tenant.js';
import type { TeamsIds } from '../teams-ids.js';

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow: what Entra usually gives. */
const LIFETIME_SEC = 3599;
const SCOPE = 'https://api.botframework.com/.default';

export type TokenState = 'valid' | 'expired' | 'revoked' | 'unknown' | 'none';

/** The tokens that the bot calls the connector with. */
export interface BotTokens {
  /** Answers POST /<tenant>/oauth2/v2.0/token. */
  readonly issue: (tenantInPath: string, form: string) => Answer;
  readonly stateOf: (authorization: string | undefined) => TokenState;
  /** Every token issued so far is refused from now on. */
  readonly revoke: () => void;
  /** What TEAMS_APP_PASSWORD has to be from now on. */
  readonly setPassword: (password: string) => void;
  readonly issued: () => number;
}

export function createBotTokens(options: {
  readonly tenant: Tenant;
  readonly ids: TeamsIds;
  readonly now: () => number;
}): BotTokens {
  const { tenant, ids, now } = options;
  const tokens = new Map<string, { readonly until: number; revoked: boolean }>();
  let password = tenant.bot.password;

  const issue: BotTokens['issue'] = (tenantInPath, form) => {
    const { grant_type, client_id, client_secret, scope } = parse(form);
    if (tenantInPath !== tenant.tenantId) {
      return refused(400, 'invalid_request', `AADSTS90002: Tenant '${tenantInPath}' not found.`);
    }
    if (grant_type !== 'client_credentials') {
      return refused(
        400,
        'unsupported_grant_type',
        'AADSTS70003: The app requested an unsupported grant type.',
      );
    }
    if (client_id !== tenant.bot.appId) {
      const message = `AADSTS700016: Application with identifier '${String(client_id)}' was not found in the directory.`;
      return refused(400, 'unauthorized_client', message);
    }
    if (client_secret !== password) {
      return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
    }
    if (!String(scope).split(' ').includes(SCOPE)) {
      return refused(
        400,
        'invalid_scope',
        'AADSTS70011: The provided value for the input parameter scope is not valid.',
      );
    }
    const access_token = `counterpart.${ids.hex(48)}`;
    tokens.set(access_token, { until: now() + LIFETIME_SEC * 1000, revoked: false });
    const body = {
      token_type: 'Bearer',
      expires_in: LIFETIME_SEC,
      ext_expires_in: LIFETIME_SEC,
      access_token,
    };
    return { status: 200, body };
  };

  return {
    issue,
    stateOf: (authorization) => {
      if (authorization === undefined) return 'none';
      const known = tokens.get(/^bearer (.+)$/iu.exec(authorization)?.[1] ?? '');
      if (!known) return 'unknown';
      if (known.revoked) return 'revoked';
      return known.until <= now() ? 'expired' : 'valid';
    },
    revoke: () => {
      for (const token of tokens.values()) token.revoked = true;
    },
    setPassword: (next) => {
      password = next;
    },
    issued: () => tokens.size,
  };
}

function refused(status: number, error: string, description: string): Answer {
  const codes = [Number(/AADSTS(\d+)/u.exec(description)?.[1])];
  return { status, body: { error, error_description: description, error_codes: codes } };
}
