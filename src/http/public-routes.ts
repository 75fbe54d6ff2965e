import type { IncomingMessage } from 'node:http';
import type { PlatformName } from '../domain/policy.js';
import type { RawRequest } from '../inbound/raw-request.js';
import { readRequest } from '../inbound/read-request.js';
import { createReadyz, healthz, type Health } from './health-route.js';
import { errorAnswer, type HttpAnswer } from './http-answer.js';
import { createWebhookRoute, unread, type WebhookRouteDeps } from './webhook-route.js';

export interface PublicRoutesDeps extends WebhookRouteDeps {
  /** Where chat platforms post to. */
  readonly platforms: readonly PlatformDoor[];
  readonly health: Health;
}

export interface PlatformDoor {
  readonly name: PlatformName;
  /** `/slack/events` */
  readonly path: string;
  /** Answers whatever was posted there. */
  readonly handle: (request: RawRequest) => Promise<HttpAnswer>;
}

/** `door` is for the metrics: the name of a source or platform, `health` or `none`. */
interface Routed {
  readonly door: string;
  readonly answer: Promise<HttpAnswer>;
}

const HOOKS = '/hooks/';

export function createPublicRoutes(deps: PublicRoutesDeps): (incoming: IncomingMessage) => Routed {
  const webhook = createWebhookRoute(deps);
  const readyz = createReadyz(deps.health);
  const { sources } = deps;
  const platforms = new Map(deps.platforms.map((each) => [each.path, each]));

  return (incoming) => {
    const path = pathOf(incoming.url ?? '');
    if (path === undefined) return { door: 'none', answer: Promise.resolve(BAD_PATH) };
    if (path.startsWith(HOOKS)) {
      const name = path.slice(HOOKS.length);
      return { door: sources.has(name) ? name : 'none', answer: webhook(name, incoming) };
    }
    if (path === '/healthz')
      return { door: 'health', answer: onGet(incoming, () => Promise.resolve(healthz())) };
    if (path === '/readyz') return { door: 'health', answer: onGet(incoming, readyz) };
    const platform = platforms.get(path);
    if (platform) return { door: platform.name, answer: toPlatform(incoming, platform) };
    return { door: 'none', answer: Promise.resolve(NOT_FOUND) };
  };
}

/** The path without its query, decoded; undefined where its encoding is broken. */
function pathOf(target: string): string | undefined {
  const query = target.indexOf('?');
  const path = query === -1 ? target : target.slice(0, query);
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function onGet({ method }: IncomingMessage, answer: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  if (method === 'GET' || method === 'HEAD') return answer();
  return errorAnswer('method_not_allowed', 'send it with GET', { headers: { allow: 'GET, HEAD' } });
}

async function toPlatform(incoming: IncomingMessage, { handle }: PlatformDoor): Promise<HttpAnswer> {
  if (incoming.method !== 'POST') {
    return errorAnswer('method_not_allowed', 'send it with POST', { headers: { allow: 'POST' } });
  }
  const read = await readRequest(incoming);
  return read.outcome === 'read' ? handle(read.request) : unread(read.outcome);
}

const NOT_FOUND = errorAnswer('not_found', 'there is nothing here; webhooks go to /hooks/<source>');
const BAD_PATH = errorAnswer('bad_request', 'the path is not properly encoded');
