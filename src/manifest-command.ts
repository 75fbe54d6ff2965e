/** `earshot manifest slack`: what an admin pastes to create the Slack app. */
import { COMMANDS } from './cards/commands.js';
import { slackManifest } from './platforms/slack/setup/manifest.js';

export function slackManifestCommand([platform, flag, address]: readonly string[]): void {
  if (
    platform !== 'slack' ||
    (flag !== undefined && flag !== '--http') ||
    (flag === '--http' && !isHttps(address ?? ''))
  ) {
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
