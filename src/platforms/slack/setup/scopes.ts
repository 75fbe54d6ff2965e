/** What the app asks of a workspace, each with its reason: https://docs.slack.dev/reference/scopes */

interface Scope {
  readonly scope: BotScope;
  readonly reason: string;
  /** An optional one may be declined at the installation; `without` says what is then missing. */
  readonly without?: string;
}

type BotScope =
  | 'app_mentions:read'
  | 'channels:history'
  | 'channels:read'
  | 'chat:write'
  | 'chat:write.public'
  | 'commands'
  | 'groups:history'
  | 'groups:read'
  | 'im:history'
  | 'im:write'
  | 'reactions:read'
  | 'users:read'
  | 'users:read.email';

export const SCOPES: readonly Scope[] = [
  { scope: 'chat:write', reason: 'Posts cards, thread lines and private answers, and edits its own cards.' },
  { scope: 'commands', reason: 'Answers the slash commands and what is chosen in the menu of a message.' },
  {
    scope: 'app_mentions:read',
    reason: 'Answers “@Earshot alerts” in threads, where Slack takes no commands.',
  },
  { scope: 'reactions:read', reason: 'Takes 👀 on a card as a claim, and ✅ as the wish to resolve.' },
  {
    scope: 'channels:read',
    reason: 'Finds the configured public channels and sees when one is archived or shared.',
  },
  { scope: 'groups:read', reason: 'The same for private channels that the bot is invited to.' },
  { scope: 'im:write', reason: 'Writes to a person whom an alert is handed to.' },
  {
    scope: 'users:read',
    reason: 'Tells members from guests and people of other organisations, who cannot act.',
  },
  {
    scope: 'users:read.email',
    reason: 'Knows one person on Slack and on the desk as the same.',
    without: 'One person is two: once on Slack, once on the desk.',
  },
  {
    scope: 'chat:write.public',
    reason: 'Posts to a public channel before anybody has invited the bot there.',
    without: 'The bot has to be invited to every channel first.',
  },
  {
    scope: 'channels:history',
    reason: 'Looks for its own message in a public channel when Slack broke off before it answered.',
    without: 'Such a message is shown on the desk as unconfirmed, for somebody to look.',
  },
  {
    scope: 'groups:history',
    reason: 'The same in private channels.',
    without: 'As above, for private channels.',
  },
  {
    scope: 'im:history',
    reason: 'The same in its own direct messages.',
    without: 'As above, for direct messages.',
  },
];
