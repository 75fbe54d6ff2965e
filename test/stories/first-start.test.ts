import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { createServerDatabase, onServer } from '../database/test-database.js';
import { createFolder } from './database-of-a-story.js';
import { type Product, runProduct, startProduct } from './product.js';
import { until } from './until.js';
import { visitDesk } from './visit-desk.js';

/** Making an embedded database takes seconds, on a busy machine many. */
const START_LIMIT_MS = 120_000;

it(
  'all that is wrong with the environment and the file is named at once, nothing starts, and the exit code is 2',
  async () => {
    const folder = createFolder();
    const file = path.join(folder, 'earshot.yaml');
    writeFileSync(
      file,
      'sources: [{ name: voice, type: standart, secrets: ["env:NOT_SET"] }]\nteams: [{ name: support, channel: x }]\ndefault_team: suport\n',
    );
    const env = { PORT: 'http', SLACK_BOT_TOKEN: 'xapp-1', DATABASE_URL: 'mysql://x', EARSHOT_CONFIG: file };
    const { code, stderr, stdout } = await runProduct({ folder, env });
    expect(code).toBe(2);
    for (const words of [
      'PORT',
      'DATABASE_URL',
      'SLACK_BOT_TOKEN',
      'sources[0].type',
      'NOT_SET',
      'teams[0].channel',
      'default_team',
    ]) {
      expect(stderr).toContain(words);
    }
    expect(stdout).toBe('');
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  },
  START_LIMIT_MS,
);

it(
  'the first start without configuration makes a secret of its own, and the printed line sends a voice that is heard',
  async () => {
    const folder = createFolder();
    const env = onServer ? { DATABASE_URL: await createServerDatabase() } : {};
    const product = await startProduct({ folder, env });
    const secret = path.join(folder, 'data', 'webhook-secret');
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(readFileSync(secret, 'utf8')).toMatch(/^whsec_[A-Za-z0-9+/]{32,}=*\n?$/u);
    expect(product.said()).toMatch(/A webhook secret was made and kept in .*webhook-secret/u);
    expect(product.log()[0]?.msg).toMatch(/a webhook secret was made/u);
    expect(product.said() + JSON.stringify(product.log())).not.toContain(readFileSync(secret, 'utf8').trim());

    expect(product.said()).toContain(`${product.address}/hooks/`);
    expect(await paste(product, folder)).toContain('"outcome":"accepted"');
    const desk = await visitDesk(product);
    expect(await desk.read('/sources')).toContain(`${product.address}/hooks/voice`);
    await until('the voice is a card on the desk', async () =>
      (await desk.read('/alerts')).includes('Nobody called me back about my refund.') ? true : undefined,
    );
    await product.stop();

    const before = readFileSync(secret, 'utf8');
    const again = await startProduct({ folder, env });
    expect(again.said()).not.toContain('A webhook secret was made');
    expect(again.log()[0]?.msg).toMatch(/the webhook secret is the one kept/u);
    expect(readFileSync(secret, 'utf8')).toBe(before);
    expect(await (await visitDesk(again)).read('/alerts')).toContain(
      'Nobody called me back about my refund.',
    );
    await again.stop();
  },
  START_LIMIT_MS,
);

it.each(['PORT', 'DESK_PORT'])(
  'a %s that is taken is named before anything is opened',
  async (name) => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    onTestFinished(() => void holder.close());
    const { port } = holder.address() as AddressInfo;
    const folder = createFolder();
    const { code, stderr } = await runProduct({ folder, env: { [name]: String(port) } });
    expect(code).toBe(1);
    expect(stderr).toContain(
      `Earshot did not start: something else listens on port ${port}. Stop it, or choose other ports with PORT and DESK_PORT.`,
    );
    expect(readdirSync(path.join(folder, 'data'))).toEqual(['webhook-secret']);
  },
  START_LIMIT_MS,
);

/** Does with the printed line what a newcomer does. */
async function paste(product: Product, folder: string): Promise<string> {
  const line = await until(
    'the line is printed',
    () => /^\s+(node .* \| curl .*)$/mu.exec(product.said())?.[1],
  );
  const { stdout } = await promisify(execFile)('sh', ['-c', line], { cwd: folder });
  return stdout;
}
