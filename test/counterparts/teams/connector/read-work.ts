import { isObject, type JsonObject } from '../../frame/json-object.js';
import { refuse, type Answer } from '../answer.js';
import type { Operation } from '../recorded-call.js';
import type { TokenState } from '../identity/bot-tokens.js';
import { discoveryDocument, openIdDocument } from '../identity/identity-documents.js';
import { readConversationId } from '../message.js';
import type { World } from '../world.js';
import { remove, send, update, type Place } from './activities.js';
import { channelToBegin, createPersonal, createThread, personNamed } from './create-conversation.js';
import { allMembers, channelList, member, pagedMembers, teamDetails } from './members.js';

/** One request, read but not yet done. */
export interface Work {
  readonly operation: Operation;
  /** Which of the rate limits counts it; absent for keys and tokens. */
  readonly kind?: 'send' | 'read';
  /** Without `;messageid=`. */
  readonly conversation?: string;
  readonly token: TokenState;
  readonly readBody: () => JsonObject;
  readonly run: () => Answer;
}

type Unread = Pick<Work, 'operation' | 'kind' | 'conversation' | 'run'>;

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export function readWork(world: World, asked: Asked): Work {
  const url = new URL(asked.url, 'http://teams');
  const identity = aboutIdentity(world, asked, url);
  if (identity) return { ...identity, token: 'none', readBody: () => ({ form: asked.body }) };
  const token = world.botTokens.stateOf(asked.authorization);
  const body = parse(asked.body);
  const work = aboutConversations(world, asked.method, url, body ?? {});
  const run = (): Answer => {
    if (!world.isRegistered()) return refuse('BotNotRegistered');
    if (token !== 'valid') return refuse('Unauthorized');
    return body === undefined ? refuse('BadSyntax') : work.run();
  };
  return { ...work, token, run, readBody: () => parse(asked.body) ?? {} };
}

function aboutIdentity(world: World, asked: Asked, url: URL): Unread | undefined {
  const path = url.pathname;
  if (path === '/v1/.well-known/openidconfiguration') {
    return { operation: 'openid', run: () => openIdDocument(world.origin()) };
  }
  if (path === '/v1/.well-known/keys') {
    return { operation: 'keys', run: () => ({ status: 200, body: world.keys.published() }) };
  }
  const document = discoveryDocument(path, world.tenant.tenantId);
  if (document) return { operation: 'discovery', run: () => document };
  const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/u.exec(path)?.[1];
  if (tenant === undefined) return undefined;
  return { operation: 'token', run: () => world.botTokens.issue(tenant, asked.body) };
}

function aboutConversations(world: World, method: string, url: URL, body: JsonObject): Unread {
  const base = new URL(world.serviceUrl()).pathname;
  if (!url.pathname.startsWith(`${base}v3/`)) return unknown();
  const [collection, rawId, part, rawItem, ...more] = url.pathname.slice(`${base}v3/`.length).split('/');
  const id = decode(rawId);
  const item = decode(rawItem);
  if (id === undefined || item === undefined || more.length > 0) return unknown();
  if (collection === 'teams') return method === 'GET' ? aboutTeam(world, id, part) : unknown();
  if (collection !== 'conversations') return unknown();
  if (rawId === undefined) return method === 'POST' ? creation(world, body) : unknown();
  const place = readConversationId(id);
  const { conversation } = place;
  if (part === 'activities') return aboutActivity(world, method, place, item, body);
  if (method !== 'GET') return unknown();
  const reads = { kind: 'read', conversation } as const;
  if (part === 'pagedmembers' && item === '') {
    return {
      ...reads,
      operation: 'paged_members',
      run: () => pagedMembers(world, conversation, url.searchParams),
    };
  }
  if (part !== 'members') return unknown();
  if (item === '') return { ...reads, operation: 'members', run: () => allMembers(world, conversation) };
  return { ...reads, operation: 'member', run: () => member(world, conversation, item) };
}

function aboutTeam(world: World, id: string, part: string | undefined): Unread {
  const reads = { kind: 'read', conversation: id } as const;
  if (part === undefined) return { ...reads, operation: 'team', run: () => teamDetails(world, id) };
  if (part !== 'conversations') return unknown();
  return { ...reads, operation: 'channels', run: () => channelList(world, id) };
}

function creation(world: World, body: JsonObject): Unread {
  const channel = channelToBegin(body);
  if (channel !== undefined) {
    const run = (): Answer => createThread(world, body, channel);
    return { operation: 'create_thread', kind: 'send', conversation: channel, run };
  }
  const run = (): Answer => createPersonal(world, body);
  const person = personNamed(world, Array.isArray(body['members']) ? body['members'][0] : undefined);
  const known = [...world.tenant.conversations.values()].find(
    (each) => each.kind === 'personal' && person && each.members?.[0] === person.id,
  );
  return { operation: 'create_personal', kind: 'send', ...(known && { conversation: known.id }), run };
}

function aboutActivity(world: World, method: string, place: Place, item: string, body: JsonObject): Unread {
  const sends = { kind: 'send', conversation: place.conversation } as const;
  if (method === 'POST') {
    if (item === '') return { ...sends, operation: 'send', run: () => send(world, place, body) };
    return { ...sends, operation: 'reply', run: () => send(world, place, body, item) };
  }
  if (item === '') return unknown();
  if (method === 'PUT') return { ...sends, operation: 'update', run: () => update(world, place, item, body) };
  if (method === 'DELETE') return { ...sends, operation: 'delete', run: () => remove(world, place, item) };
  return unknown();
}

function unknown(): Unread {
  return { operation: 'unknown', run: () => refuse('NotFound') };
}

/** An absent part of the address as '', a wrongly written one as undefined. */
function decode(part = ''): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function parse(body: string): JsonObject | undefined {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
