import { APP_ID, APP_PASSWORD, SUPPORT } from './tenant.js';
import { TENANT_ID } from './people.js';
import type { TeamsAddresses } from './teams-counterpart.js';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where there was none. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

export interface TinyClient {
  /** Below `v3/`; ids in `path` are to be escaped. */
  readonly ask: (method: string, path: string, body?: unknown, timeoutMs?: number) => Promise<Answered>;
  readonly send: (conversation: string, activity: unknown, timeoutMs?: number) => Promise<Answered>;
  readonly createThread: (activity: unknown, channel?: string) => Promise<Answered>;
  readonly createPersonal: (member: string) => Promise<Answered>;
  readonly update: (conversation: string, id: string, activity: unknown) => Promise<Answered>;
}

export const CREDENTIALS = {
  grant_type: 'client_credentials',
  client_id: APP_ID,
  client_secret: APP_PASSWORD,
  scope: 'https://api.botframework.com/.default',
};

export const said = (text: string): object => ({ type: 'message', text });

export function carded(card: object): object {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { type: 'message', summary: 'A card', attachments: [attachment] };
}

/** The connector's REST interface without any SDK: one request a call, each answer as it came. */
export async function createTinyClient(teams: TeamsAddresses): Promise<TinyClient> {
  const token = await fetch(teams.tokenUrl, { method: 'POST', body: new URLSearchParams(CREDENTIALS) });
  const { access_token } = (await token.json()) as { readonly access_token: string };
  const tenantId = TENANT_ID;

  const ask: TinyClient['ask'] = async (method, path, body, timeoutMs = 5000) => {
    const response = await fetch(`${teams.serviceUrl}v3/${path}`, {
      method,
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const read = text === '' ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>);
    return { status: response.status, headers: response.headers, body: read };
  };
  const activities = (conversation: string): string =>
    `conversations/${encodeURIComponent(conversation)}/activities`;
  return {
    ask,
    send: (conversation, activity, timeoutMs) => ask('POST', activities(conversation), activity, timeoutMs),
    createThread: (activity, channel = SUPPORT) => {
      const channelData = { channel: { id: channel }, tenant: { id: tenantId } };
      const bot = { id: `28:${APP_ID}` };
      return ask('POST', 'conversations', { isGroup: true, bot, tenantId, channelData, activity });
    },
    createPersonal: (member) => {
      const bot = { id: `28:${APP_ID}` };
      return ask('POST', 'conversations', { isGroup: false, bot, tenantId, members: [{ id: member }] });
    },
    update: (conversation, id, activity) => ask('PUT', `${activities(conversation)}/${id}`, activity),
  };
}

/** What an error answer names as its code. */
export function codeIn(answered: Answered): unknown {
  return (answered.body?.['error'] as { readonly code?: unknown } | undefined)?.code;
}
