/** `earshot manifest teams`: what an admin uploads to bring the app into Teams. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { COMMANDS } from '../cards/commands.js';
import type { Env } from '../config/variables.js';
import { appPackage } from '../platforms/teams/setup/app-package.js';
import {
  ICON_FILES,
  isAppId,
  isDomain,
  PLACE_HOLDER,
  teamsManifest,
} from '../platforms/teams/setup/manifest.js';

export interface PackageDeps {
  readonly env: Env;
  readonly writeFile: (path: string, bytes: Uint8Array) => void;
}

const USUAL_FILE = 'earshot-teams.zip';
/** From here and from where this is built to. */
const ICONS = new URL('../../manifests/teams/', import.meta.url);

const USAGE = `Usage: earshot manifest teams [--app-id <id>] [--domain <your.domain>] [--out <file>]

  --app-id   the application (client) id of the bot in Entra; else TEAMS_APP_ID
  --domain   whose website Teams links as that of the app, such as example.org
  --out      where the package is written; else ${USUAL_FILE}`;

export function teamsPackageCommand(args: readonly string[], deps: PackageDeps): void {
  const asked = readArguments(args, deps.env);
  if ('fault' in asked) {
    console.error(`${asked.fault}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const { appId, domain, out } = asked;
  const manifest = teamsManifest({ appId, commands: COMMANDS, ...(domain !== undefined && { domain }) });
  const icon = (file: string) => readFileSync(new URL(file, ICONS));
  const bytes = appPackage(manifest, {
    color: icon(ICON_FILES.color),
    outline: icon(ICON_FILES.outline),
  });
  try {
    deps.writeFile(out, bytes);
  } catch (error) {
    console.error(`${out} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return;
  }
  console.log(
    `${out} holds the Teams app ${manifest.version} of the bot ${manifest.id}. Upload it in Teams: Apps → Manage your apps → Upload an app.`,
  );
  if (domain === undefined) {
    console.log(`Its links lead to ${PLACE_HOLDER}, which is nobody's: name your own with --domain.`);
  }
}

interface Asked {
  readonly appId: string;
  readonly domain?: string;
  readonly out: string;
}

function readArguments(args: readonly string[], env: Env): Asked | { readonly fault: string } {
  const values = parsed(args);
  if (typeof values === 'string') return { fault: values };
  const appId = (values['app-id'] ?? env['TEAMS_APP_ID'] ?? '').trim();
  if (appId === '')
    return { fault: 'Which bot? Name its application id with --app-id, or set TEAMS_APP_ID.' };
  if (!isAppId(appId)) {
    return {
      fault: `“${appId}” is no application id. Copy it from the app registration: 8-4-4-4-12 hexadecimal digits.`,
    };
  }
  // People copy addresses as their browser has them.
  const domain = values.domain
    ?.trim()
    .replace(/^https:\/\//iu, '')
    .replace(/\/$/u, '');
  if (domain !== undefined && !isDomain(domain)) {
    return { fault: `“${domain}” is no domain. Write it as in example.org, without a path or a port.` };
  }
  const out = values.out ?? USUAL_FILE;
  return { appId, out, ...(domain !== undefined && { domain }) };
}

/** What stands behind each flag, or what is wrong. */
function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { 'app-id': text, domain: text, out: text } }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
