/** The way in: a one-time address from the terminal becomes a session; everything registered after this needs one. */
import type { Hono, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { HOME } from '../address.js';
import { ClosedPage } from '../pages/closed-page.js';
import { OutsidePage } from '../pages/outside-page.js';
import { toHtml } from '../render/document.js';
import { SESSION_SECONDS, sessionCookie } from '../security/session.js';
import { type Desk, type DeskContext, type DeskEnv, hostOf } from './desk-app.js';

/** So that nobody can flood the terminal. */
const PRINT_EVERY_MS = 5_000;

export function openRoutes(app: Hono<DeskEnv>, desk: Desk): void {
  const { clock, announce } = desk.deps;
  let printedAt: number | undefined;

  app.get('/open/:token', async (context) => {
    const known = sessionOf(context, desk) !== undefined;
    if (!known && !desk.openings.redeem(context.req.param('token')))
      return context.html(await toHtml(<ClosedPage why="address used" />), 401);
    if (!known) startSession(context, desk);
    return context.redirect(HOME, 303);
  });

  app.get('/open', async (context) => context.html(await toHtml(<ClosedPage why="no session" />)));

  app.post('/open', async (context) => {
    const now = clock().getTime();
    if (printedAt !== undefined && now - printedAt < PRINT_EVERY_MS)
      return context.html(await toHtml(<ClosedPage why="printed just now" />), 429);
    printedAt = now;
    announce(`http://${hostOf(context)}/open/${desk.openings.issue()}`);
    return context.html(await toHtml(<ClosedPage why="address printed" />));
  });
}

/** Lets nobody past without a session. */
export function sessionGate(desk: Desk): MiddlewareHandler<DeskEnv> {
  return async (context, next) => {
    const session = sessionOf(context, desk);
    if (session !== undefined) {
      context.set('session', session);
      await next();
      return undefined;
    }
    // A strict cookie stays behind when a link on another site leads here: the page asks for itself once more, now from here.
    if (context.req.method === 'GET' && context.req.header('sec-fetch-site') === 'cross-site')
      return context.html(
        await toHtml(
          <OutsidePage title="Opening the desk" refresh={true}>
            {''}
          </OutsidePage>,
        ),
      );
    return context.html(await toHtml(<ClosedPage why="no session" />), 401);
  };
}

function sessionOf(context: DeskContext, { sessions, deps }: Desk): string | undefined {
  return sessions.read(getCookie(context, sessionCookie(hostOf(context))), deps.clock());
}

function startSession(context: DeskContext, { sessions, deps }: Desk): void {
  setCookie(context, sessionCookie(hostOf(context)), sessions.start(deps.clock()), {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: SESSION_SECONDS,
  });
}
