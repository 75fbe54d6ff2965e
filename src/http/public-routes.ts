import type { IncomingMessage } from 'node:http';
import type { RawRequest } from '../inbound/raw-request.js';
import { readRequest } from '../inbound/read-request.js';
import { createReadyz, healthz, type Health } from './health-route.js';
import { errorAnswer, type HttpAnswer } from './http-answer.js';
import { createWebhookRoute, unread, type WebhookRouteDeps } from './webhook-route.js';

export interface PublicRoutesDeps extends WebhookRouteDeps {
  /** Answers POST /slack/events, whatever was posted there. */
  readonly slack?: (request: RawRequest) => Promise<HttpAnswer>;
  readonly health: Health;
}

/** `door` is for the metrics: a source's name, `slack`, `health` or `none`. */
interface Routed {
  readonly door: string;
  readonly answer: Promise<HttpAnswer>;
}

const HOOKS = '/hooks/';

export function createPublicRoutes(deps: PublicRoutesDeps): (incoming: IncomingMessage) => Routed {
  const webhook = createWebhookRoute(deps);
  const readyz = createReadyz(deps.health);
  const { slack, sources } = deps;

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
    if (slack && path === '/slack/events') return { door: 'slack', answer: toSlack(incoming, slack) };
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

async function toSlack(
  incoming: IncomingMessage,
  slack: (request: RawRequest) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  if (incoming.method !== 'POST') {
    return errorAnswer('method_not_allowed', 'send it with POST', { headers: { allow: 'POST' } });
  }
  const read = await readRequest(incoming);
  return read.outcome === 'read' ? slack(read.request) : unread(read.outcome);
}

const NOT_FOUND = errorAnswer('not_found', 'there is nothing here; webhooks go to /hooks/<source>');
const BAD_PATH = errorAnswer('bad_request', 'the path is not properly encoded');
