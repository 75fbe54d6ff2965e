import type { Hono } from 'hono';
import { completions } from '../completion/completions.js';
import type { Desk, DeskEnv } from './desk-app.js';

/** As long as the command line takes. */
const LONGEST_LINE = 200;

/** What a begun line may become: asked for while somebody types, behind the session gate like the pages. */
export function completionRoutes(app: Hono<DeskEnv>, { deps }: Desk): void {
  app.get('/completions', async (context) => {
    const line = (context.req.query('line') ?? '').slice(0, LONGEST_LINE).toWellFormed();
    const { teams, sources } = deps;
    const options = await deps.read((store) => completions(line, { store, teams, sources }));
    return context.json({ options });
  });
}
