/** `earshot manifest slack | teams`: what an admin gives to a platform to create the app there. */
import { COMMANDS } from '../cards/commands.js';
import { slackManifest } from '../platforms/slack/setup/manifest.js';
import { type PackageDeps, teamsPackageCommand } from './teams-package-command.js';

export function manifestCommand([platform, ...rest]: readonly string[], deps: PackageDeps): void {
  if (platform === 'teams') {
    teamsPackageCommand(rest, deps);
    return;
  }
  if (platform === 'slack') {
    slackManifestCommand(rest);
    return;
  }
  console.error('Usage: earshot manifest slack | teams');
  process.exitCode = 2;
}

function slackManifestCommand([flag, address]: readonly string[]): void {
  if ((flag !== undefined && flag !== '--http') || (flag === '--http' && !isHttps(address ?? ''))) {
    console.error(
      'Usage: earshot manifest slack [--http https://your.address]   (Slack calls https addresses only)',
    );
    process.exitCode = 2;
    return;
  }
  const mode =
    flag === '--http' ? ({ mode: 'http', publicUrl: address ?? '' } as const) : ({ mode: 'socket' } as const);
  console.log(JSON.stringify(slackManifest({ ...mode, botName: 'Earshot', commands: COMMANDS }), null, 2));
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
