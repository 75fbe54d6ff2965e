/** The product with one source, one team and one person on the desk, on an embedded database of its own. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyTemplateTo, createFolder } from '../stories/database-of-a-story.js';
import { type Product, startProduct } from '../stories/product.js';
import { VOICE_SECRET } from '../stories/senders.js';

const YAML = `
sources:
  - { name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }
desk: { operator: { name: Kim, email: kim@example.com } }
`;

/** Where each lives, so that it can be started anew. */
const folders = new WeakMap<Product, string>();

/** `more`: what stands in its earshot.yaml besides; `env`: in its environment. */
export function startDesk(more = '', env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const folder = createFolder();
  copyTemplateTo(path.join(folder, 'data'));
  writeFileSync(path.join(folder, 'earshot.yaml'), YAML + more);
  return start(folder, env);
}

/** The same in another process, with this in its environment besides. */
export async function restartDesk(product: Product, env: Readonly<Record<string, string>>): Promise<Product> {
  const folder = folders.get(product);
  if (folder === undefined) throw new Error('that desk was not started here');
  await product.stop();
  return start(folder, env);
}

async function start(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const product = await startProduct({ folder, env: { VOICE_SECRET, ...env } });
  folders.set(product, folder);
  return product;
}
