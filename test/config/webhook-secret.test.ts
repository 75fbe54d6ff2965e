import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BrokenSecretFile } from '../../src/config/kept-secret.js';
import { keepWebhookSecret } from '../../src/config/webhook-secret.js';

let directory: string;
let dataDirectory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'earshot-secret-'));
  dataDirectory = join(directory, 'data');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const keep = (fill = 7, dataIn = dataDirectory) =>
  keepWebhookSecret({ dataDirectory: dataIn, randomBytes: (count) => new Uint8Array(count).fill(fill) });
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('the webhook secret of the first start', () => {
  it('is 32 random bytes, in a file and a directory that only the owner may read', () => {
    const { secret, file, isNew } = keep();
    expect(isNew).toBe(true);
    expect(secret).toBe(`whsec_${Buffer.alloc(32, 7).toString('base64')}`);
    expect(readFileSync(file, 'utf8')).toBe(`${secret}\n`);
    expect(modeOf(file)).toBe(0o600);
    expect(modeOf(dataDirectory)).toBe(0o700);
    expect(readdirSync(dataDirectory)).toEqual(['webhook-secret']);
  });

  it('is the same at every later start', () => {
    const { secret, file } = keep(7);
    expect(keep(8)).toEqual({ secret, file, isNew: false });
  });

  it('is closed again where its file was opened to others', () => {
    const { file } = keep();
    chmodSync(file, 0o644);
    keep();
    expect(modeOf(file)).toBe(0o600);
  });

  it('may be one of the owner', () => {
    const { file } = keep();
    const own = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    writeFileSync(file, `${own}\r\n`);
    expect(keep().secret).toBe(own);
  });

  it.each(['', 'whsec_short', 'something else', `whsec_${'!'.repeat(44)}`])(
    'is not taken from a file that holds %j',
    (text) => {
      const { file } = keep();
      writeFileSync(file, text);
      expect(() => keep()).toThrow(BrokenSecretFile);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('leaves the mode of a directory that was there before', () => {
    chmodSync(directory, 0o755);
    keep(7, directory);
    expect(modeOf(directory)).toBe(0o755);
  });

  it('of two starts at the same moment is one', () => {
    let other: ReturnType<typeof keep> | undefined;
    const first = keepWebhookSecret({
      dataDirectory,
      randomBytes: (count) => {
        other ??= keep(9);
        return new Uint8Array(count).fill(7);
      },
    });
    expect(other?.isNew).toBe(true);
    expect(first).toEqual({ ...other, isNew: false });
    expect(readdirSync(dataDirectory)).toEqual(['webhook-secret']);
  });
});
