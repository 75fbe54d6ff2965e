/** Whether a request really comes from Teams: the SDK verifies the token, fenced in, because alone it answers a wrong signature with 500. */
import type { Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Log } from '../../../use-cases/log.js';
import { within } from '../within.js';
import { CHANNEL_ISSUER, readBearerToken } from './bearer-token.js';

export type Authenticate = (asked: {
  readonly authorization: string | undefined;
  /** As the activity says: the token must name the same. */
  readonly serviceUrl: string;
}) => Promise<Authenticated>;

export type Authenticated =
  | { readonly kind: 'genuine' }
  /** `why` is for the log. */
  | { readonly kind: 'forged'; readonly why: string }
  /** Microsoft's keys could not be had: nobody can say. */
  | { readonly kind: 'unsure'; readonly why: string };

interface AuthenticateDeps {
  readonly appId: string;
  readonly tenantId: string;
  readonly openIdUrl?: string;
  readonly log: Log;
  readonly timeoutMs?: number;
}

/** Where Microsoft publishes the keys of channels. */
const OPEN_ID_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
/** Shorter than Teams waits for an answer. The SDK itself waits for ever. */
const KEYS_LIMIT_MS = 5_000;

export function createAuthenticate(deps: AuthenticateDeps): Authenticate {
  const { appId, tenantId, openIdUrl = OPEN_ID_URL, log, timeoutMs = KEYS_LIMIT_MS } = deps;
  const loading = loadSdk({ appId, tenantId, openIdUrl });
  loading.catch((error: unknown) => {
    log.error({ platform: 'teams', error }, 'The SDK that authenticates Teams could not be loaded');
  });

  const ask = async (authorization: string, serviceUrl: string): Promise<Authenticated> => {
    const sdk = await loading.catch(() => undefined);
    if (!sdk) return { kind: 'unsure', why: 'the SDK is not there' };
    try {
      // It looks at nothing else of an activity.
      await sdk.authenticateRequest({ channelId: 'msteams', serviceUrl } as Activity, authorization);
      return { kind: 'genuine' };
    } catch (error) {
      return judge(error);
    }
  };

  /** Until there are keys, one request alone fetches them: the SDK would fetch them for each. */
  let fetching: Promise<Authenticated> | undefined;
  let hasKeys = false;
  const late: Authenticated = { kind: 'unsure', why: `no keys within ${timeoutMs} ms` };
  const verify = async (authorization: string, serviceUrl: string): Promise<Authenticated> => {
    if (!hasKeys && fetching) {
      const came = await fetching;
      if (came.kind === 'unsure') return came;
    }
    const asked = within(timeoutMs, ask(authorization, serviceUrl), late);
    if (hasKeys) return asked;
    fetching = asked;
    const came = await asked;
    if (fetching === asked) fetching = undefined;
    hasKeys ||= came.kind !== 'unsure';
    return came;
  };

  return async ({ authorization, serviceUrl }) => {
    const token = readBearerToken(authorization ?? '');
    if (!token) return forged('it has no token');
    if (token.issuer !== CHANNEL_ISSUER) return forged('its token is not of the Bot Framework');
    if (token.audience !== appId) return forged('its token is for another app than TEAMS_APP_ID');
    if (serviceUrl === '' || token.serviceUrl !== serviceUrl)
      return forged('its token is for another address');
    if (!token.expires) return forged('its token never expires');
    const found = await verify(token.authorization, serviceUrl);
    if (found.kind === 'unsure') {
      log.error(
        { platform: 'teams', why: found.why },
        'The keys of Teams could not be had; its requests are put off',
      );
    }
    return found;
  };
}

/** Loading it takes two seconds and 50 MB, which nobody pays who has no Teams. */
async function loadSdk({
  appId,
  tenantId,
  openIdUrl,
}: Required<
  Pick<AuthenticateDeps, 'appId' | 'tenantId' | 'openIdUrl'>
>): Promise<ConfigurationBotFrameworkAuthentication> {
  const sdk = await import('botbuilder');
  return new sdk.ConfigurationBotFrameworkAuthentication({
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    ToChannelFromBotOAuthScope: CHANNEL_ISSUER,
    ToBotFromChannelTokenIssuer: CHANNEL_ISSUER,
    OAuthUrl: CHANNEL_ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    // Tokens of emulators never get this far.
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    CallerId: 'urn:botframework:azure',
    // Without an app id the SDK would take everything for genuine: readBearerToken lets nothing pass that is not for ours.
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: 'kept elsewhere',
  });
}

function forged(why: string): Authenticated {
  return { kind: 'forged', why };
}

/** What the SDK throws is odd: its own errors with a status, those of the library that verifies, and those of its network. */
function judge(error: unknown): Authenticated {
  if (!(error instanceof Error)) return { kind: 'unsure', why: 'the SDK threw no error' };
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  if (status !== undefined) {
    return status >= 500 ? { kind: 'unsure', why: error.message } : forged(why(error));
  }
  if (['FetchError', 'AbortError'].includes(error.name)) return { kind: 'unsure', why: error.message };
  return forged(why(error));
}

/** The first line, without what a sender may have put there. */
function why(error: Error): string {
  return `its token is not valid (${error.name}: ${error.message.slice(0, 80).replace(/[^\x20-\x7e]/gu, ' ')})`;
}
