/** A story in which the product is on Microsoft Teams as well, or, without Slack, only there. */
import { KIM, SAM, TENANT_ID, USUAL_PEOPLE } from '../counterparts/teams/people.js';
import {
  startTeamsCounterpart,
  type TeamsCounterpart,
  type TeamsCounterpartOptions,
} from '../counterparts/teams/teams-counterpart.js';
import { APP_ID, APP_PASSWORD, SUPPORT_TEAM, type TenantSpec } from '../counterparts/teams/tenant.js';
import { leaveOpen } from '../left-open.js';
import type { Product } from './product.js';
import { prepareStory, type Story, type StoryOptions } from './story.js';
import { until } from './until.js';

/** The channel of the team money on Teams, where refunds are heard of. */
export const MONEY_ON_TEAMS = '19:money@thread.tacv2';
export const LOBBY_ON_TEAMS = '19:lobby@thread.tacv2';

/** Both channels and the usual people, and whoever is named besides. */
export function tenantWith(people: TenantSpec['people'] = []): TenantSpec {
  return {
    people: [...USUAL_PEOPLE, ...people],
    teams: [
      { id: SUPPORT_TEAM, name: 'Customer support', members: [KIM, SAM, ...people.map(({ id }) => id)] },
    ],
    conversations: [
      { id: MONEY_ON_TEAMS, name: 'money', teamId: SUPPORT_TEAM },
      { id: LOBBY_ON_TEAMS, name: 'lobby', teamId: SUPPORT_TEAM },
    ],
  };
}

export interface TeamsStoryOptions extends StoryOptions {
  readonly teams?: Omit<TeamsCounterpartOptions, 'bot'>;
}

/** Without Slack, so that whatever goes out goes to Teams. */
export const ONLY_ON_TEAMS: Pick<TeamsStoryOptions, 'withoutSlack' | 'yaml'> = {
  withoutSlack: true,
  yaml: `
sources:
  - { name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }
teams:
  - { name: support, channels: { desk: support } }
  - { name: money }
routes:
  - { when: { theme: refunds }, team: money }
default_team: support
`,
};

export interface TeamsStory extends Story {
  readonly teams: TeamsCounterpart;
  /** Puts the app into the Microsoft team, and has Kim connect each channel to the team of ours that is named with it. */
  readonly connect: (channels: Readonly<Record<string, string>>) => Promise<void>;
}

type Env = Readonly<Record<string, string>>;

/** Everything but the product, which `start` starts. What a test marks in EARSHOT_TEST is kept. */
export async function prepareTeamsStory(options: TeamsStoryOptions = {}): Promise<TeamsStory> {
  const teams = await startTeamsCounterpart({ tenant: tenantWith(), ...options.teams });
  leaveOpen(() => teams.close());
  const { openIdUrl, tokenUrl, serviceUrl } = teams;
  const marked = ({ EARSHOT_TEST: marks = '{}' }: Env = {}): Env => ({
    EARSHOT_TEST: JSON.stringify({
      ...(JSON.parse(marks) as object),
      teams: { openIdUrl, tokenUrl, serviceUrl },
    }),
  });
  const story = await prepareStory({
    ...options,
    env: {
      ...options.env,
      TEAMS_APP_ID: APP_ID,
      TEAMS_APP_PASSWORD: APP_PASSWORD,
      TEAMS_TENANT_ID: TENANT_ID,
      ...marked(options.env),
    },
  });
  const reach = (products: readonly Product[]): void =>
    teams.setBotAddress({ urls: products.map(({ address }) => `${address}/api/messages`) });
  const start: Story['start'] = async (env) => {
    const product = await story.start(env?.['EARSHOT_TEST'] === undefined ? env : { ...env, ...marked(env) });
    reach([product]);
    return product;
  };
  return {
    ...story,
    teams,
    start,
    async startTwo(env) {
      const both = await story.startTwo(
        env?.['EARSHOT_TEST'] === undefined ? env : { ...env, ...marked(env) },
      );
      reach(both);
      return both;
    },
    async restart(env) {
      await story.product().stop();
      await start(env);
    },
    async connected() {
      if (!options.withoutSlack) await story.connected();
      await until('Teams is connected', async () => {
        const { platforms } = await story.product().readyz();
        return platforms.find(({ name }) => name === 'teams')?.state === 'ok' ? true : undefined;
      });
    },
    async connect(channels) {
      await teams.install();
      for (const [team, conversation] of Object.entries(channels)) {
        const text = `connect ${team}`;
        const { status, thread = '' } = await teams.typeToBot({ person: KIM, conversation, text });
        if (status !== 200) throw new Error(`"${text}" was answered ${status}`);
        await until(`"${text}" is answered`, () =>
          teams
            .thread({ root: thread })
            .some(({ activity }) => JSON.stringify(activity).includes('Connected'))
            ? true
            : undefined,
        );
      }
      teams.clearRecords();
    },
  };
}

/** A story in which the product runs, is connected, and its team money works in a channel of Teams. */
export async function beginTeamsStory(options?: TeamsStoryOptions): Promise<TeamsStory> {
  const story = await prepareTeamsStory(options);
  await story.start();
  await story.connected();
  await story.connect({ money: MONEY_ON_TEAMS });
  return story;
}
