import type { Hono } from 'hono';
import { HOME, writeAddress } from '../address.js';
import { alertsPage } from '../pages/alerts-page.js';
import { channelPage } from '../pages/channel-page.js';
import { deliveryPage } from '../pages/delivery-page.js';
import { customerPage } from '../pages/customer-page.js';
import { customersPage } from '../pages/customers-page.js';
import { heardPage } from '../pages/heard-page.js';
import { minePage } from '../pages/mine-page.js';
import { sourcesPage } from '../pages/sources-page.js';
import { themesPage } from '../pages/themes-page.js';
import type { Visit } from '../pages/visit.js';
import { type Drawn, toHtml } from '../render/document.js';
import { type Desk, type DeskContext, type DeskEnv, UUID } from './desk-app.js';
import { visitOf } from './visit-of.js';

export function pageRoutes(app: Hono<DeskEnv>, desk: Desk): void {
  const page =
    (draw: (visit: Visit, context: DeskContext) => Promise<Drawn>) => async (context: DeskContext) =>
      context.html(await toHtml(await draw(visitOf(context, desk), context)));

  app.get('/', (context) => context.redirect(HOME));
  app.get('/alerts', page(alertsPage));
  app.get('/alerts/:number{[0-9]{1,9}}', (context) => {
    const number = Number(context.req.param('number'));
    return context.redirect(writeAddress({ path: HOME, open: number, kept: number }, `cx-${number}`));
  });
  app.get('/mine', page(minePage));
  app.get(
    '/channels/:name',
    page((visit, context) => channelPage(visit, context.req.param('name') ?? '')),
  );
  app.get('/heard', page(heardPage));
  app.get('/customers', page(customersPage));
  app.get(
    `/customers/:id{${UUID}}`,
    page((visit, context) => customerPage(visit, context.req.param('id') ?? '')),
  );
  app.get('/themes', page(themesPage));
  app.get('/sources', page(sourcesPage));
  app.get('/delivery', page(deliveryPage));
  app.get('/live', (context) => desk.live.open() ?? context.text('Too many pages are open.', 503));
}
