/** The desk's own files, read once at the start: styles and pictures, and the compiled scripts where the build has made them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string | undefined>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** By path: `/assets/desk.css`, `/browser/desk.js`. Only what is listed here is ever served. */
export type Assets = ReadonlyMap<string, Asset>;

export function loadAssets(): Assets {
  return new Map([...readFolder('assets'), ...readFolder('browser')]);
}

function readFolder(name: string): [string, Asset][] {
  const folder = new URL(`./${name}/`, import.meta.url);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => {
    const type = TYPES[extname(file)];
    if (type === undefined) return [];
    const body = new Uint8Array(readFileSync(new URL(file, folder)));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    return [[`/${name}/${file}`, { body, type, etag }] satisfies [string, Asset]];
  });
}
