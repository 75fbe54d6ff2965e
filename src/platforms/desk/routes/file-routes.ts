/** Styles, pictures and scripts; they hold nothing private and are needed before the desk is open. */
import type { Hono } from 'hono';
import type { Assets } from '../assets.js';
import type { DeskEnv } from './desk-app.js';

export function fileRoutes(app: Hono<DeskEnv>, assets: Assets): void {
  for (const folder of ['assets', 'browser']) {
    app.get(`/${folder}/:name`, (context) => {
      const asset = assets.get(context.req.path);
      if (!asset) return context.text('There is no such file.', 404);
      const headers = { 'content-type': asset.type, etag: asset.etag, 'cache-control': 'no-cache' };
      if (context.req.header('if-none-match') === asset.etag) return context.body(null, 304, headers);
      return context.body(asset.body, 200, headers);
    });
  }
}
