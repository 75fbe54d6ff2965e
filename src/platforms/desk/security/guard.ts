/**
 * What is checked of every request before a page looks at it. The desk is on loopback, where any website that the operator visits
 * could try to reach it: through a name that resolves to 127.0.0.1 (Host), or with a form of its own (Origin).
 */
import type { MiddlewareHandler } from 'hono';

/** Names that only this machine answers to; the port may differ behind an SSH tunnel. */
const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u;
const FORM_TYPE = 'application/x-www-form-urlencoded';

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  // Not no-referrer: browsers then send `Origin: null` with a form (Fetch standard, "append a request Origin header").
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export const guard: MiddlewareHandler = async (context, next) => {
  const refusal = refuse({
    method: context.req.method,
    host: context.req.header('host'),
    origin: context.req.header('origin'),
    contentType: context.req.header('content-type'),
  });
  if (refusal) context.res = context.text(refusal.why, refusal.status);
  else await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    if (name !== 'cache-control' || !context.res.headers.has(name)) context.res.headers.set(name, value);
  }
  return undefined;
};

interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly contentType: string | undefined;
}

function refuse({
  method,
  host,
  origin,
  contentType,
}: Asked): { status: 403 | 415 | 421; why: string } | undefined {
  if (host === undefined || !LOOPBACK_HOST.test(host))
    return { status: 421, why: 'The desk answers only to 127.0.0.1 and localhost.' };
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (origin !== `http://${host}`)
    return { status: 403, why: 'Nothing changed: this did not come from a page of the desk.' };
  if (contentType?.split(';')[0]?.trim().toLowerCase() !== FORM_TYPE)
    return { status: 415, why: `Nothing changed: only forms (${FORM_TYPE}) are taken.` };
  return undefined;
}
