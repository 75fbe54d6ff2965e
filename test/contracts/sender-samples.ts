/** What senders really put on the wire, collected beside the repository; not everybody who runs the tests has it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface SenderSample {
  readonly name: string;
  readonly bytes: Buffer;
  /** As the collector described it; null where it depends on more than the call. */
  readonly expected: {
    readonly should_alert: boolean | null;
    readonly external_id: string | null;
    readonly text: string | null;
  };
}

interface SenderSamples {
  readonly webhooks: readonly SenderSample[];
  /** What was found, in words. */
  readonly found: string;
}

/** Every sample of a sender, without those that its API returns and no webhook brings. */
export function readSenderSamples(sender: string, isApiObject: (file: string) => boolean): SenderSamples {
  const folder = new URL(`../../../shared/payloads/${sender}/`, import.meta.url);
  if (!existsSync(folder)) {
    return { webhooks: [], found: `no samples at hand (../shared/payloads/${sender} is not there)` };
  }
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.meta.json'));
  const webhooks = files.filter((file) => !isApiObject(file)).map((file) => readSample(folder, file));
  const left = files.length - webhooks.length;
  return { webhooks, found: `${webhooks.length} samples read, ${left} objects of the API left out` };
}

function readSample(folder: URL, file: string): SenderSample {
  const meta = readFileSync(new URL(file.replace(/\.json$/u, '.meta.json'), folder), 'utf8');
  const { expected } = JSON.parse(meta) as Pick<SenderSample, 'expected'>;
  // Every sample ends with a newline that is not part of the body.
  const text = readFileSync(new URL(file, folder), 'utf8').replace(/\n$/u, '');
  return { name: file, bytes: Buffer.from(text), expected };
}
