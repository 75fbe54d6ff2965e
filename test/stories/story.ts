/** What every story stands on: a counterpart of Slack, a database, a configuration, and the product between them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  startSlackCounterpart,
  type SlackCounterpart,
  type SlackCounterpartOptions,
} from '../counterparts/slack/slack-counterpart.js';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from '../counterparts/slack/workspace.js';
import { onServer } from '../database/test-database.js';
import { leaveOpen } from '../left-open.js';
import { createStoryDatabase, type StoryDatabase } from './database-of-a-story.js';
import { type Product, startProduct } from './product.js';
import { sendVoice, type Answer, type Voice, VOICE_SECRET, ZENDESK_SECRET } from './senders.js';
import { until } from './until.js';

export const KIM = 'U0KIM00001';
export const SAM = 'U0SAM00001';
export const SUPPORT = 'C0SUPPORT1';
export const MONEY = 'C0MONEY001';
export const LOBBY = 'C0LOBBY001';

/** Refunds go to money, everything else to support; what has lost its channel goes to the lobby. */
export const YAML = `
sources:
  - { name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }
  - { name: zendesk, type: zendesk, secrets: ['env:ZENDESK_SECRET'], base_address: 'https://acme.zendesk.com' }
teams:
  - { name: support, channels: { slack: ${SUPPORT}, desk: support } }
  - { name: money, channels: { slack: '#money' } }
  - { name: lobby, channels: { slack: ${LOBBY} } }
routes:
  - { when: { theme: refunds }, team: money }
default_team: support
fallback_team: lobby
`;

export type Mode = 'http' | 'socket';
/** For stories in which the way to Slack matters but not together with the database: both ways on a server, one embedded. */
export const MODES: readonly Mode[] = onServer ? ['http', 'socket'] : ['http'];

export interface StoryOptions {
  readonly mode?: Mode;
  readonly slack?: SlackCounterpartOptions;
  /** Slack is not configured; its counterpart is there and hears nothing. */
  readonly withoutSlack?: boolean;
  /** earshot.yaml; what most stories have where absent. */
  readonly yaml?: string;
  /** Besides, and instead of, what the story sets. */
  readonly env?: Readonly<Record<string, string>>;
  readonly database?: StoryDatabase;
  /** What Node itself is told. */
  readonly nodeFlags?: readonly string[];
}

export interface Story {
  readonly slack: SlackCounterpart;
  readonly database: StoryDatabase;
  /** The one that runs now. */
  readonly product: () => Product;
  /** Stops it in good order and starts it again on the same database. */
  readonly restart: (env?: Readonly<Record<string, string>>) => Promise<void>;
  /** Starts it again after it ended by itself or was killed. */
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<Product>;
  /** Two processes on the same database, started at the same moment; Slack takes turns with them. */
  readonly startTwo: (env?: Readonly<Record<string, string>>) => Promise<readonly [Product, Product]>;
  readonly hear: (voice: Voice, id?: string) => Promise<Answer>;
  /** Until Slack and the product have each other. */
  readonly connected: () => Promise<void>;
}

/** Everything but the product, which `start` starts. */
export async function prepareStory(options: StoryOptions = {}): Promise<Story> {
  const { mode = 'http', nodeFlags = [] } = options;
  const slack = await startSlackCounterpart({
    app: { delivery: mode },
    workspace: { channels: CHANNELS },
    ...options.slack,
  });
  leaveOpen(() => slack.close());
  const database = options.database ?? (await createStoryDatabase());
  const config = path.join(database.folder, 'earshot.yaml');
  writeFileSync(config, options.yaml ?? YAML);
  const usual = {
    ...database.env,
    EARSHOT_CONFIG: config,
    VOICE_SECRET,
    ZENDESK_SECRET,
    ...(!options.withoutSlack && slackVariables(slack, mode)),
    ...options.env,
  };
  let running: Product | undefined;
  const product = (): Product => {
    if (!running) throw new Error('The product of this story was not started');
    return running;
  };
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<Product> => {
    running = await startProduct({ env: { ...usual, ...env }, folder: database.folder, nodeFlags });
    if (mode === 'http') slack.setApp({ urls: [slackDoor(running)] });
    return running;
  };
  const startTwo: Story['startTwo'] = async (env = {}) => {
    const one = () => startProduct({ env: { ...usual, ...env }, folder: database.folder });
    const two = await Promise.all([one(), one()] as const);
    if (mode === 'http') slack.setApp({ urls: two.map(slackDoor) });
    [running] = two;
    return two;
  };
  return {
    slack,
    database,
    product,
    start,
    startTwo,
    async restart(env) {
      await product().stop();
      await start(env);
    },
    hear: (voice, id) => sendVoice(product().address, voice, id),
    async connected() {
      if (mode === 'socket') await slack.waitForSockets({ count: 2, timeoutMs: 20_000 });
      await until('Slack is connected', async () => {
        const { platforms } = await product().readyz();
        return platforms.find(({ name }) => name === 'slack')?.state === 'ok' ? true : undefined;
      });
    },
  };
}

function slackVariables({ apiUrl }: SlackCounterpart, mode: Mode): Readonly<Record<string, string>> {
  return {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN }),
  };
}

function slackDoor({ address }: Product): string {
  return `${address}/slack/events`;
}

/** A story in which the product runs and is connected. */
export async function beginStory(options?: StoryOptions): Promise<Story> {
  const story = await prepareStory(options);
  await story.start();
  await story.connected();
  return story;
}

export const CHANNELS = [
  { id: SUPPORT, name: 'support' },
  { id: MONEY, name: 'money' },
  { id: LOBBY, name: 'lobby' },
] as const;
