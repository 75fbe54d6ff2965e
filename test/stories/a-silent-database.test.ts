import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentWayTo } from '../database/silent-way.js';
import { startProduct } from './product.js';
import { createEmptyDatabase } from './server-control.js';
import { describeOnServer } from './server-only.js';

describeOnServer('a-silent-database', () => {
  it('SIGTERM, and SIGTERM again, ends it within seconds though the database says nothing any more', async () => {
    const way = await silentWayTo(await createEmptyDatabase());
    const folder = mkdtempSync(join(tmpdir(), 'earshot-silent-'));
    const product = await startProduct({ env: { DATABASE_URL: way.url }, folder });
    way.fallSilent();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const began = performance.now();
    process.kill(product.pid, 'SIGTERM');
    await product.stop();
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 90_000);
});
