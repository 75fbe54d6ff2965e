import type { Answer } from '../answer.js';

const LOGIN = 'https://login.microsoftonline.com';

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#openid-metadata-document */
export function openIdDocument(origin: string): Answer {
  return {
    status: 200,
    body: {
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${origin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    },
  };
}

/** What MSAL asks Entra for before it asks for a token, where the network it is handed leads here. */
export function discoveryDocument(path: string, tenantId: string): Answer | undefined {
  if (path === '/common/discovery/instance') {
    const aliases = ['login.microsoftonline.com', 'login.windows.net'];
    const metadata = [{ preferred_network: aliases[0], preferred_cache: aliases[1], aliases }];
    const tenant_discovery_endpoint = `${LOGIN}/${tenantId}/v2.0/.well-known/openid-configuration`;
    return { status: 200, body: { 'api-version': '1.1', tenant_discovery_endpoint, metadata } };
  }
  if (path !== `/${tenantId}/v2.0/.well-known/openid-configuration`) return undefined;
  return {
    status: 200,
    body: {
      issuer: `${LOGIN}/${tenantId}/v2.0`,
      authorization_endpoint: `${LOGIN}/${tenantId}/oauth2/v2.0/authorize`,
      token_endpoint: `${LOGIN}/${tenantId}/oauth2/v2.0/token`,
      jwks_uri: `${LOGIN}/${tenantId}/discovery/v2.0/keys`,
    },
  };
}
