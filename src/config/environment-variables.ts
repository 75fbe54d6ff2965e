/** The environment variables that Earshot reads, for the reader of the environment and for the documentation. */
interface EnvironmentVariable {
  readonly name: string;
  readonly summary: string;
  readonly usually?: string;
  /** May come from a file instead, named by the variable with _FILE at its end. */
  readonly secret?: true;
}

export const ENVIRONMENT_VARIABLES = [
  { name: 'HOST', summary: 'Where the public listener listens.', usually: '127.0.0.1' },
  { name: 'PORT', summary: 'Its port; 0 takes any free one.', usually: '3000' },
  { name: 'DESK_PORT', summary: 'The port of the desk, on loopback only.', usually: '3001' },
  {
    name: 'DATABASE_URL',
    summary: 'PostgreSQL 15 or newer. Absent: the embedded database in EARSHOT_DATA.',
    secret: true,
  },
  {
    name: 'EARSHOT_DATA',
    summary: 'The directory of the embedded database and of the webhook secret that Earshot makes.',
    usually: './data',
  },
  {
    name: 'EARSHOT_CONFIG',
    summary: 'The configuration file. Named, it must exist.',
    usually: './earshot.yaml, where present',
  },
  { name: 'SLACK_BOT_TOKEN', summary: 'The bot token of the Slack app, xoxb-….', secret: true },
  {
    name: 'SLACK_SIGNING_SECRET',
    summary: 'The signing secret of the Slack app; not needed in Socket Mode.',
    secret: true,
  },
  {
    name: 'SLACK_APP_TOKEN',
    summary: 'An app-level token, xapp-…. Present: Slack is reached by Socket Mode.',
    secret: true,
  },
  {
    name: 'SLACK_API_URL',
    summary: 'The address of the Slack API; http only on loopback.',
    usually: 'https://slack.com/api/',
  },
  {
    name: 'TEAMS_APP_ID',
    summary: 'The application (client) id of the Teams bot. Absent, and TEAMS_LOCAL too: no Teams.',
  },
  { name: 'TEAMS_APP_PASSWORD', summary: 'Its client secret.', secret: true },
  {
    name: 'TEAMS_TENANT_ID',
    summary: 'The directory (tenant) id that it belongs to; everybody else’s messages are refused.',
  },
  {
    name: 'TEAMS_LOCAL',
    summary: '1: the door of Teams without credentials, for local tools; only while HOST is loopback.',
  },
  {
    name: 'OPENAI_API_KEY',
    summary:
      'A key of OpenAI, or of a service that speaks as it does. Present: a language model reads what became an alert, too.',
    secret: true,
  },
  {
    name: 'OPENAI_BASE_URL',
    summary: 'The address of that service; http only on loopback.',
    usually: 'https://api.openai.com/v1',
  },
  { name: 'OPENAI_MODEL', summary: 'The model that reads.', usually: 'gpt-4.1-mini' },
  { name: 'LOG_LEVEL', summary: 'trace, debug, info, warn, error, fatal or silent.', usually: 'info' },
] as const satisfies readonly EnvironmentVariable[];

type Known = (typeof ENVIRONMENT_VARIABLES)[number];
/** EARSHOT_TEST is for our own tests and stands in no documentation. */
export type VariableName = Known['name'] | 'EARSHOT_TEST';
export type SecretName = Extract<Known, { readonly secret: true }>['name'];
