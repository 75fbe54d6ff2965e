/** The built-in chat, and what it is made of: a platform to post to, and the pages that show what was posted. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Platform } from '../../posting/platform.js';
import { createAnswers } from './answers.js';
import { loadAssets } from './assets.js';
import { createDrawing } from './charts/drawing.js';
import { createPictures } from './charts/pictures.js';
import type { DeskDeps } from './desk-deps.js';
import { deskPlatform } from './desk-platform.js';
import { listen, type Listening } from './listen.js';
import { createLive } from './live.js';
import { createReportMemory } from './pages/report-memory.js';
import { actRoutes } from './routes/act-routes.js';
import type { Desk, DeskEnv } from './routes/desk-app.js';
import { completionRoutes } from './routes/completion-routes.js';
import { fileRoutes } from './routes/file-routes.js';
import { openRoutes, sessionGate } from './routes/open-routes.js';
import { pageRoutes } from './routes/page-routes.js';
import { pictureRoutes } from './routes/picture-routes.js';
import { postMortemRoutes } from './routes/post-mortem-routes.js';
import { notFound, onTrouble } from './routes/trouble.js';
import { guard } from './security/guard.js';
import { createOpenings } from './security/openings.js';
import { createSessions } from './security/session.js';

/** A section of a post-mortem in a script whose letters take nine characters each on the wire is the longest. */
const FORM_MAX_BYTES = 128 * 1024;
/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export interface RunningDesk {
  readonly platform: Platform;
  fetch(request: Request): Response | Promise<Response>;
  /** Throws where `host` is not loopback, or the port is taken. */
  listen(where: { readonly host: string; readonly port: number }): Promise<Listening>;
  /** A fresh one-time address that opens the desk listening at `address`. */
  openingAddress(address: string): string;
  /** Ends the live updates of open pages. */
  close(): void;
}

export function createDesk(deps: DeskDeps): RunningDesk {
  const live = createLive({ log: deps.log });
  const desk: Desk = {
    deps,
    live,
    reports: createReportMemory(deps.silence),
    pictures: createPictures(),
    drawing: createDrawing(),
    answers: createAnswers(deps.randomToken),
    openings: createOpenings(deps.randomToken),
    sessions: createSessions({ key: deps.sessionKey, randomToken: deps.randomToken }),
  };
  const stopListening = deps.changes.subscribe(() => live.publish());
  const fetch = createApp(desk).fetch;
  const close = () => {
    stopListening();
    live.close();
    desk.drawing.close();
  };
  return {
    platform: deskPlatform(() => deps.changes.publish()),
    fetch: (request) => fetch(request),
    async listen(where) {
      const listening = await listen({ fetch: (request) => fetch(request), ...where });
      return {
        address: listening.address,
        async close() {
          close();
          await listening.close();
        },
      };
    },
    openingAddress: (address) => `${address}/open/${desk.openings.issue()}`,
    close,
  };
}

function createApp(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.notFound(notFound);
  app.onError(onTrouble(desk.deps.log));
  app.use(guard);
  app.use(
    bodyLimit({
      maxSize: FORM_MAX_BYTES,
      onError: (context) => context.text('Nothing changed: that was too long.', 413),
    }),
  );
  fileRoutes(app, loadAssets());
  openRoutes(app, desk);
  app.get('/metrics', async (context) => {
    const figures = await desk.deps.metrics();
    return context.body(figures, 200, { 'content-type': METRICS_TYPE });
  });
  app.use(sessionGate(desk));
  completionRoutes(app, desk);
  // No text in PostgreSQL holds a NUL, so no page is called so: https://www.postgresql.org/docs/15/datatype-character.html
  app.use(async (context, next) => (context.req.url.includes('%00') ? context.notFound() : next()));
  pageRoutes(app, desk);
  pictureRoutes(app, desk);
  actRoutes(app, desk);
  postMortemRoutes(app, desk);
  return app;
}
