/** The app as Slack creates it from a manifest: https://docs.slack.dev/reference/app-manifest */
import type { webApi } from '@slack/bolt';
import type { Command } from '../../../cards/commands.js';
import { EVENTS } from '../receive/asked.js';
import { SCOPES } from './scopes.js';
import { SHORTCUTS } from './shortcuts.js';

type Manifest = webApi.AppsManifestValidateArguments['manifest'];

interface ManifestOptions {
  /** Socket Mode needs no public address; HTTP needs `publicUrl`. */
  readonly mode: 'socket' | 'http';
  /** `https://earshot.example.com`: where Slack reaches our public listener. */
  readonly publicUrl?: string;
  readonly botName: string;
  readonly commands: readonly Command[];
}

/** Where Slack sends everything. */
const SLACK_PATH = '/slack/events';

/** Throws where HTTP is asked for without an https address. */
export function slackManifest(options: ManifestOptions): Manifest {
  const { mode, botName, commands } = options;
  const url = mode === 'http' ? requestUrl(options.publicUrl) : undefined;
  const request = url === undefined ? {} : { request_url: url };
  return {
    _metadata: { major_version: 2, minor_version: 0 },
    display_information: {
      name: botName,
      description: 'Brings the customer’s voice within earshot of the people who can act on it.',
      background_color: '#1f2a37',
    },
    features: {
      // The Home tab shows everybody what is theirs. Direct messages from the bot are shown; there is nothing to write to it.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: displayName(botName), always_online: true },
      slash_commands: commands.map((command) => ({
        command: command.name,
        description: command.description,
        ...(command.usage !== '' && { usage_hint: command.usage }),
        should_escape: false,
        ...(url !== undefined && { url }),
      })),
      shortcuts: SHORTCUTS.map((each) => ({ ...each })),
    },
    oauth_config: {
      scopes: {
        bot: SCOPES.filter((each) => each.without === undefined).map((each) => each.scope),
        bot_optional: SCOPES.filter((each) => each.without !== undefined).map((each) => each.scope),
      },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/** The name behind the @: Slack allows a–z, 0–9, "-", "_" and "." in it. */
function displayName(botName: string): string {
  return botName.toLowerCase().replace(/[^a-z0-9._-]+/gu, '-');
}

function requestUrl(publicUrl: string | undefined): string {
  if (publicUrl === undefined || !URL.canParse(publicUrl) || !publicUrl.startsWith('https://')) {
    throw new Error(
      'a manifest for HTTP needs the public https address of Earshot, such as https://earshot.example.com',
    );
  }
  return new URL(SLACK_PATH, publicUrl).href;
}

/** As it is written to a file and pasted into Slack. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
