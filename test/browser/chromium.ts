/** Chromium, where this machine has one; in CI it must. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** Root in a container has no sandbox to offer; the rest keeps Chromium from calling home. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export function findChromium(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(':')
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((program) => existsSync(program));
}

export function describeInChromium(story: string, body: () => void): void {
  const found = findChromium() !== undefined;
  if (!found && process.env['CI']) throw new Error('Chromium is missing: in CI nothing may be left out');
  describe.skipIf(!found)(story, body);
}

export function launchChromium(): Promise<Browser> {
  const program = findChromium();
  if (program === undefined) throw new Error('there is no Chromium on this machine');
  return chromium.launch({ executablePath: program, args: ARGUMENTS });
}
