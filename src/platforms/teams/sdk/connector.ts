/**
 * The Bot Connector's REST interface: one request a call, an explicit time-out, no retry. The SDK's client posts up to four times on
 * one failure and never gives up waiting. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
import type { Exchanger, Request } from '../../wire/exchange.js';
import type { JsonRecord } from '../../wire/record.js';
import { type ConnectorAnswer, readAnswer } from '../call/answer.js';
import { withoutThread } from '../reference.js';
import { within } from '../within.js';
import type { Credentials } from './credentials.js';

export interface Place {
  readonly serviceUrl: string;
  readonly conversation: string;
}

/** As whom a conversation is begun. */
interface Self {
  readonly botId: string;
  /** Absent only in the local trial. */
  readonly tenantId?: string;
}

export interface Connector {
  /** A new thread in a channel, with its first message: `{id, activityId}`. */
  readonly post: (to: Place & Self, activity: JsonRecord, timeoutMs?: number) => Promise<ConnectorAnswer>;
  /** A message at the end of a thread or a chat: `{id}`. */
  readonly reply: (to: Place, activity: JsonRecord, timeoutMs?: number) => Promise<ConnectorAnswer>;
  /** The whole message anew. */
  readonly update: (
    to: Place & { readonly activity: string },
    activity: JsonRecord,
    timeoutMs?: number,
  ) => Promise<ConnectorAnswer>;
  /** The conversation with one person, `29:…`; making it twice gives the same: `{id}`. */
  readonly createPersonal: (
    to: Self & { readonly serviceUrl: string; readonly userId: string },
    timeoutMs?: number,
  ) => Promise<ConnectorAnswer>;
  /** A page of those in a conversation: `{members, continuationToken}`. */
  readonly members: (
    of: Place & { readonly pageSize?: number; readonly continuationToken?: string },
    timeoutMs?: number,
  ) => Promise<ConnectorAnswer>;
  /** One of those in a conversation, by any id that Teams knows them by. */
  readonly member: (of: Place & { readonly userId: string }, timeoutMs?: number) => Promise<ConnectorAnswer>;
}

/** `post` must not happen twice; `edit` and `read` may. */
export type CallKind = 'post' | 'edit' | 'read';

export interface Heard {
  readonly kind: CallKind;
  /** The conversation is empty where the call was to begin one. */
  readonly at: Place;
}

interface ConnectorDeps {
  readonly exchanger: Exchanger;
  readonly credentials: Credentials;
  /** Is told of every answer: how Teams is doing is learnt from them all. */
  readonly heard?: (answer: ConnectorAnswer, call: Heard) => void;
}

/** Within posting's lease of 20 s. What is given up here may have been posted, and on Teams nobody can look. */
const PUT_TIMEOUT_MS = 12_000;
const READ_TIMEOUT_MS = 5_000;

export function createConnector(deps: ConnectorDeps): Connector {
  const ask = async (call: Asked): Promise<ConnectorAnswer> => {
    const answer = await askOnce(deps, call);
    if (answer.kind === 'error' && answer.status === 401) deps.credentials.doubt();
    deps.heard?.(answer, { kind: call.kind, at: call.at });
    return answer;
  };
  return {
    post: (to, activity, timeoutMs = PUT_TIMEOUT_MS) => {
      const body = begin(to, { isGroup: true, activity }, { channel: { id: to.conversation } });
      return ask({ kind: 'post', method: 'POST', at: to, path: [], body, timeoutMs });
    },
    reply: (to, activity, timeoutMs = PUT_TIMEOUT_MS) => {
      const path = [to.conversation, 'activities'];
      return ask({ kind: 'post', method: 'POST', at: to, path, body: activity, timeoutMs });
    },
    update: (to, activity, timeoutMs = PUT_TIMEOUT_MS) => {
      const path = [to.conversation, 'activities', to.activity];
      const body = { ...activity, id: to.activity };
      return ask({ kind: 'edit', method: 'PUT', at: to, path, body, timeoutMs });
    },
    createPersonal: (to, timeoutMs = READ_TIMEOUT_MS) => {
      const at = { serviceUrl: to.serviceUrl, conversation: '' };
      const body = begin(to, { isGroup: false, members: [{ id: to.userId }] }, {});
      return ask({ kind: 'read', method: 'POST', at, path: [], body, timeoutMs });
    },
    // The members of a channel are those of the whole channel, not of a thread in it.
    members: (of, timeoutMs = READ_TIMEOUT_MS) => {
      const path = [withoutThread(of.conversation), 'pagedmembers'];
      return ask({ kind: 'read', method: 'GET', at: of, path, query: pageQuery(of), timeoutMs });
    },
    member: (of, timeoutMs = READ_TIMEOUT_MS) => {
      const path = [withoutThread(of.conversation), 'members', of.userId];
      return ask({ kind: 'read', method: 'GET', at: of, path, timeoutMs });
    },
  };
}

interface Asked extends Heard {
  readonly method: Request['method'];
  /** Below `v3/conversations`, unescaped. */
  readonly path: readonly string[];
  readonly query?: string;
  readonly body?: JsonRecord;
  readonly timeoutMs: number;
}

async function askOnce({ exchanger, credentials }: ConnectorDeps, call: Asked): Promise<ConnectorAnswer> {
  const { method, body, timeoutMs } = call;
  const url = urlOf(call);
  if (!url) return { kind: 'not_sent', why: 'the connector’s address is not secure' };
  const began = performance.now();
  const late = { kind: 'away', why: `no token within ${timeoutMs} ms` } as const;
  const held = await within(timeoutMs, credentials.token(), late);
  if (held.kind === 'refused') return { kind: 'no_credentials', why: held.why };
  if (held.kind === 'away') return { kind: 'not_sent', why: held.why };
  const exchange = await exchanger.ask({
    method,
    url,
    headers: {
      accept: 'application/json',
      'user-agent': 'Earshot',
      ...(held.token !== undefined && { authorization: `Bearer ${held.token}` }),
      ...(body && { 'content-type': 'application/json; charset=utf-8' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    timeoutMs: Math.max(1, Math.ceil(timeoutMs - (performance.now() - began))),
  });
  return readAnswer(exchange);
}

function begin({ botId, tenantId }: Self, what: JsonRecord, channelData: JsonRecord): JsonRecord {
  const tenant = tenantId === undefined ? {} : { tenant: { id: tenantId } };
  return {
    ...what,
    bot: { id: botId },
    ...(tenantId !== undefined && { tenantId }),
    channelData: { ...channelData, ...tenant },
  };
}

function pageQuery(page: { readonly pageSize?: number; readonly continuationToken?: string }): string {
  return new URLSearchParams({
    ...(page.pageSize !== undefined && { pageSize: String(page.pageSize) }),
    ...(page.continuationToken !== undefined && { continuationToken: page.continuationToken }),
  }).toString();
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** A token never leaves the machine in clear: only an address on it may be plain http. */
function urlOf({ at: { serviceUrl }, path, query = '' }: Asked): URL | undefined {
  const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
  const below = ['v3', 'conversations', ...path.map(encodeURIComponent)].join('/');
  if (!URL.canParse(below, base)) return undefined;
  const url = new URL(below, base);
  url.search = query;
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  return secure ? url : undefined;
}
