/** `node dist/demo/sign.js <secret file> ['<json>']`: prints what `curl -K -` needs to send the JSON (or what stands on stdin), signed now. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CURL_SENDS_NOTHING, curlConfig } from './curl-config.js';

const STDIN = 0;
const [secretFile, given] = process.argv.slice(2);

if (secretFile === undefined) {
  give('Say which file holds the webhook secret: node dist/demo/sign.js data/webhook-secret \'{"kind":…}\'');
} else {
  const secret = read(secretFile);
  const body = given ?? read(STDIN);
  if (secret !== undefined && body !== undefined) {
    const id = `msg_${randomUUID()}`;
    process.stdout.write(curlConfig({ secret, id, body, now: new Date() }));
  }
}

function read(file: string | number): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const from = file === STDIN ? 'standard input' : String(file);
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    give(`Cannot read ${from} (${code}). Paste the line in the folder where Earshot was started.`);
    return undefined;
  }
}

function give(complaint: string): void {
  process.stderr.write(`${complaint}\n`);
  process.stdout.write(CURL_SENDS_NOTHING);
  process.exitCode = 1;
}
