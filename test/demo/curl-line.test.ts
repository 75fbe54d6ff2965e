/** The printed line is pasted into real shells, against a receiver that checks the signature. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curlConfig } from '../../src/demo/curl-config.js';
import { curlLine } from '../../src/demo/curl-line.js';
import { type LocalReceiver, SECRET, startLocalReceiver } from './local-receiver.js';

const SOURCE = join(import.meta.dirname, '../../src/demo');
const SHELLS = ['sh', 'bash', 'zsh', 'dash'].filter((shell) => isThere(shell, ['-c', 'true']));
const CURL = isThere('curl', ['--version']);

function isThere(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function paste(shell: string, line: string): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(shell, ['-c', line], { cwd: folder }, (_, stdout, stderr) => resolve({ stdout, stderr }));
  });
}

let folder: string;
let receiver: LocalReceiver;

/** The folder has a space and a quote in its name, as home folders do. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot it's here "));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'webhook-secret'), `${SECRET}\n`);
  for (const file of readdirSync(SOURCE).filter((name) => name.endsWith('.ts'))) {
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
    const { outputText } = ts.transpileModule(readFileSync(join(SOURCE, file), 'utf8'), { compilerOptions });
    writeFileSync(join(folder, file.replace(/\.ts$/u, '.js')), outputText);
  }
  receiver = await startLocalReceiver();
});

afterAll(async () => {
  await receiver.close();
  rmSync(folder, { recursive: true });
});

function line(secretFile = join(folder, 'webhook-secret')): string {
  return curlLine({ address: receiver.address, secretFile, script: join(folder, 'sign.js') });
}

describe('the curl line for a voice of one’s own', () => {
  it('is one line without the secret', () => {
    const printed = curlLine({
      address: 'http://127.0.0.1:3000/hooks/voice',
      secretFile: 'data/webhook-secret',
      script: 'dist/demo/sign.js',
    });
    expect(printed).toMatchInlineSnapshot(
      `"node dist/demo/sign.js data/webhook-secret '{"kind":"survey","metric":"csat","score":1,"text":"Nobody called me back about my refund.","channel":"phone","customer":{"name":"Robin"}}' | curl -sS -K - http://127.0.0.1:3000/hooks/voice"`,
    );
    expect(printed).not.toContain('\n');
  });

  describe.skipIf(!CURL)(`pasted into ${SHELLS.join(', ')} with curl`, () => {
    it.each(SHELLS)('%s: is signed now, is taken in, and each time is another call', async (shell) => {
      const before = receiver.calls.length;
      const { stdout, stderr } = await paste(shell, line());
      await paste(shell, line());
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'accepted' });
      const [first, second] = receiver.calls.slice(before);
      expect(first).toMatchObject({ method: 'POST', verified: true, contentType: 'application/json' });
      expect(second?.verified).toBe(true);
      expect(second?.id).not.toBe(first?.id);
      expect(JSON.parse(first?.body ?? '')).toMatchObject({ kind: 'survey', customer: { name: 'Robin' } });
      expect(Math.abs((first?.timestamp ?? 0) * 1000 - Date.now())).toBeLessThan(60_000);
    });

    it('carries quotes, backslashes, line ends, dollars and other scripts unchanged, from the line or from stdin', async () => {
      const text = '"Nein\\nein"\n\ttab \u000b 100% $HOME `ls` $(ls) @file 残念です';
      const body = JSON.stringify({ kind: 'survey', text }, null, 2);
      const file = join(folder, 'body.json');
      writeFileSync(file, body);
      const sign = line().replace(/ '\{.*\}' \|/u, ' < body.json |');
      expect(sign).toContain('< body.json | curl');
      const { stdout } = await paste('sh', sign);
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'accepted' });
      expect(receiver.calls.at(-1)).toMatchObject({ verified: true, body });
    });

    it('of what is not JSON gets the faults from Earshot itself', async () => {
      const { stdout } = await paste('sh', line().replace(/'\{.*\}'/u, "'{oops'"));
      expect(stdout).toContain('is not JSON');
      expect(receiver.calls.at(-1)?.verified).toBe(true);
    });

    it('pasted where the secret is not says so, and sends nothing', async () => {
      const before = receiver.calls.length;
      const { stdout, stderr } = await paste('sh', line('nowhere/webhook-secret'));
      expect(stderr).toBe(
        'Cannot read nowhere/webhook-secret (ENOENT). Paste the line in the folder where Earshot was started.\n',
      );
      expect(stdout).toBe('');
      expect(receiver.calls).toHaveLength(before);
    });
  });
});

describe('the configuration for curl', () => {
  it('quotes what it must', () => {
    const call = {
      secret: SECRET,
      id: 'msg_1',
      body: '{"text":"a \\"b\\"\\n"}',
      now: new Date(1_800_000_000_000),
    };
    expect(curlConfig(call)).toMatchInlineSnapshot(`
      "header = "content-type: application/json"
      header = "webhook-id: msg_1"
      header = "webhook-timestamp: 1800000000"
      header = "webhook-signature: v1,gP3iVTCY+gcxlfLrruUWc8r9rpBVabZs0JkRwEK7fQA="
      data-raw = "{\\"text\\":\\"a \\\\\\"b\\\\\\"\\\\n\\"}"
      write-out = "\\n"
      "
    `);
  });
});
