import type { Hono } from 'hono';
import { SCHEMES } from '../charts/chart-colours.js';
import { chartPicture, type Look, SHAPES } from '../charts/chart-picture.js';
import { plainSvg } from '../charts/plain-svg.js';
import type { Desk, DeskEnv } from './desk-app.js';

/** What stands at an address never changes, but a newer version of ours may draw it better. */
const KEPT_SECONDS = 3_600;

const LOOKS: ReadonlyMap<string, Look> = new Map(
  SCHEMES.flatMap((scheme) => SHAPES.map((shape) => [`${scheme}-${shape}.svg`, { scheme, shape }] as const)),
);

/** Charts of pages that were shown; behind the session gate like the pages. */
export function pictureRoutes(app: Hono<DeskEnv>, { deps, pictures, drawing }: Desk): void {
  app.get('/charts/:id/:look', async (context) => {
    const chart = pictures.find(context.req.param('id'));
    const look = LOOKS.get(context.req.param('look'));
    if (!chart || !look) return context.text('This picture is no longer there: load its page again.', 404);
    try {
      const svg = plainSvg(await drawing.draw(chartPicture(chart, look)));
      return context.body(svg, 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': `private, max-age=${KEPT_SECONDS}`,
      });
    } catch (error) {
      deps.log.error({ err: error }, 'a chart could not be drawn on the desk');
      return context.text('This picture could not be drawn. Its figures stand below it.', 503);
    }
  });
}
