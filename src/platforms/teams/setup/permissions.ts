/** What the app asks of a tenant, each with its reason, and what it could ask and does not. */

interface Permission {
  readonly name: 'identity' | 'messageTeamMembers';
  readonly reason: string;
}

/** https://learn.microsoft.com/microsoft-365/extensibility/schema/root: `permissions` */
export const PERMISSIONS: readonly Permission[] = [
  {
    name: 'identity',
    reason: 'Knows who pressed a button or typed a command: by name, e-mail address, and whether a guest.',
  },
  {
    name: 'messageTeamMembers',
    reason: 'Writes to a person whom an alert is handed to.',
  },
];

interface NotAsked {
  /** A resource-specific consent: https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent */
  readonly name: `${string}.${'Group' | 'Chat'}`;
  readonly wouldGive: string;
  readonly without: string;
}

/** Each would be agreed to by a team's owner at the installation. None is needed, so none is asked. */
export const NOT_ASKED: readonly NotAsked[] = [
  {
    name: 'ChannelMessage.Read.Group',
    wouldGive: 'Every message of every channel, not only those that mention Earshot.',
    without: 'A message of which Teams did not say whether it was posted is shown as unconfirmed.',
  },
  {
    name: 'ChatMessage.Read.Chat',
    wouldGive: 'Every message of a group chat.',
    without: 'In a group chat Earshot hears what mentions it.',
  },
  {
    name: 'TeamMember.Read.Group',
    wouldGive: 'The list of a team’s members, through Microsoft Graph.',
    without: 'Teams names one person at a time, to the bot that the person speaks to.',
  },
  {
    name: 'ChannelMember.Read.Group',
    wouldGive: 'Word of who joins or leaves a private or shared channel.',
    without: 'Whoever presses a button is looked up then.',
  },
];
