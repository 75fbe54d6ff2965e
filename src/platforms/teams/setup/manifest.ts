/** The app as Teams installs it: https://learn.microsoft.com/microsoft-365/extensibility/schema/?view=m365-app-1.29 */
import type { Command } from '../../../cards/commands.js';
import { commandLists, SCOPES } from './command-lists.js';
import { MESSAGE_ACTIONS } from './message-actions.js';
import { PERMISSIONS } from './permissions.js';

export interface ManifestOptions {
  /** The application id that Entra gave the bot; the app in Teams has the same. */
  readonly appId: string;
  /** `earshot.example.com`: whose website Teams leads to; see `PLACE_HOLDER`. */
  readonly domain?: string;
  readonly commands: readonly Command[];
}

/** To be raised with every change of what this file says: Teams takes an update of an app by a higher number only, and MAJOR.MINOR.PATCH only. */
const APP_VERSION = '1.4.0';

/** Teams demands three addresses that only whoever runs Earshot can have. This domain is nobody's (RFC 2606). */
export const PLACE_HOLDER = 'example.com';

export const ICON_FILES = { color: 'color.png', outline: 'outline.png' } as const;

const APP_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/iu;

export const isAppId = (text: string): boolean => APP_ID.test(text);
export const isDomain = (text: string): boolean => DOMAIN.test(text);

export type TeamsManifest = ReturnType<typeof teamsManifest>;

/** Throws where the application id is none. */
export function teamsManifest({ appId, domain = PLACE_HOLDER, commands }: ManifestOptions) {
  if (!isAppId(appId)) throw new Error('a Teams manifest needs the application id of the bot');
  const id = appId.toLowerCase();
  const website = `https://${domain}/`;
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
    manifestVersion: '1.29',
    version: APP_VERSION,
    id,
    developer: {
      name: 'Earshot, self-hosted',
      websiteUrl: website,
      privacyUrl: website,
      termsOfUseUrl: website,
    },
    name: { short: 'Earshot', full: 'Earshot: the customer’s voice, to people who can act' },
    description: {
      short: 'Brings the customer’s voice within earshot of the people who can act on it.',
      full: [
        'Earshot posts a card where your team works when a customer is unhappy: a low score, an escalation, a bad review. ' +
          'Somebody claims the card, calls the customer, and writes down what came of it.',
        'To begin, add Earshot to a team, and say in the channel that should hear the alerts: @Earshot connect <team>.',
        'Earshot runs on a machine of your own organisation. It reads the messages that mention it, are written to it, or are given to it from their menu, and no others. ' +
          'It keeps who pressed which button, and what was typed into its forms.',
      ].join('\n\n'),
    },
    icons: ICON_FILES,
    accentColor: '#1f4b99',
    // The button on the app's page then says “Add to a team”: a channel is where alerts go.
    defaultInstallScope: 'team',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    // Without it the app cannot be added to a private or a shared channel.
    supportsChannelFeatures: 'tier1',
    bots: [{ botId: id, scopes: SCOPES, commandLists: commandLists(commands) }],
    composeExtensions: [{ botId: id, commands: MESSAGE_ACTIONS }],
    permissions: PERMISSIONS.map(({ name }) => name),
  } as const;
}
