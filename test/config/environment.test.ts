import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/config/default-policy.js';
import { DEFAULT_DIGESTS } from '../../src/config/yaml/digest-yaml.js';
import { PLAIN } from './plain-source.js';
import { faultsOf, OWN, read, settingsOf, SLACK } from './settings-fixture.js';

const SLACK_TEAM = 'teams: [{ name: support, channels: { slack: "#support" } }]';

describe('without any configuration', () => {
  it('everything has its default, and there is one source with a secret of our own', () => {
    expect(settingsOf({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      deskPort: 3001,
      dataDirectory: './data',
      logLevel: 'info',
      sources: [
        {
          name: 'voice',
          type: 'standard',
          secrets: [OWN.secret],
          settings: {},
          limits: { perSecond: 500, burst: 10_000 },
          keepBodiesDays: 30,
        },
      ],
      people: [],
      policy: DEFAULT_POLICY,
      digests: DEFAULT_DIGESTS,
      rollUpOver: 30,
      operator: { name: 'Desk operator' },
      usesDefaults: true,
      ownSecret: { file: OWN.file, isNew: true },
    });
  });

  it('an empty variable is an absent one', () => {
    expect(settingsOf({ env: { PORT: '', SLACK_BOT_TOKEN: '  ', EARSHOT_CONFIG: '' } })).toEqual(
      settingsOf({}),
    );
  });
});

describe('the environment', () => {
  it('gives addresses, database, data and log level', () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '8080',
      DESK_PORT: '0',
      DATABASE_URL: 'postgresql://earshot:pass@db/earshot',
      EARSHOT_DATA: '/var/lib/earshot',
      LOG_LEVEL: 'DEBUG',
    };
    expect(settingsOf({ env })).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      deskPort: 0,
      databaseUrl: env.DATABASE_URL,
      dataDirectory: '/var/lib/earshot',
      logLevel: 'debug',
    });
  });

  it('lets both listeners take any free port, and no one port together', () => {
    expect(settingsOf({ env: { PORT: '0', DESK_PORT: '0' } })).toMatchObject({ port: 0, deskPort: 0 });
    expect(faultsOf({ env: { PORT: '3001' } })).toEqual([
      { path: 'DESK_PORT', message: 'is the same as PORT', mend: 'give each listener a port of its own' },
    ]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['DESK_PORT', 'desk'],
    ['HOST', 'http://localhost'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://db/earshot'],
    ['DATABASE_URL', 'db.example:5432'],
    ['SLACK_API_URL', 'http://slack.example/api/'],
    ['SLACK_API_URL', 'slack.com'],
    ['SLACK_API_URL', 'https://user:pass@slack.com/api/'],
    ['EARSHOT_CONFIG', '/nowhere.yaml'],
    ['DATABASE_URL_FILE', '/nowhere'],
  ])('names a wrong %s (%s)', (name, value) => {
    expect(faultsOf({ env: { [name]: value } }).map(({ path }) => path)).toEqual([name]);
  });

  it('reports all its faults together with those of earshot.yaml', () => {
    const env = { PORT: 'x', LOG_LEVEL: 'y', SLACK_APP_TOKEN: 'xapp-1' };
    const paths = faultsOf({ env, yaml: `${SLACK_TEAM}\ndefault_team: sales` }).map(({ path }) => path);
    expect(paths).toEqual(['PORT', 'SLACK_BOT_TOKEN', 'LOG_LEVEL', 'earshot.yaml: default_team (line 2)']);
  });

  it('sees what was surely meant for it', () => {
    expect(faultsOf({ env: { EARSHOT_CONFG: '/etc/earshot.yaml', SLACK_SIGNING_SECERT: 'x' } })).toEqual([
      {
        path: 'EARSHOT_CONFG',
        message: 'is not a variable of Earshot',
        mend: 'did you mean EARSHOT_CONFIG? Take EARSHOT_CONFG away where you did not',
      },
      {
        path: 'SLACK_SIGNING_SECERT',
        message: 'is not a variable of Earshot',
        mend: 'did you mean SLACK_SIGNING_SECRET? Take SLACK_SIGNING_SECERT away where you did not',
      },
    ]);
    expect(
      read({ env: { EARSHOT_VERSION: '3', SLACK_TEAM: 'x', EARSHOT_PORT_3000_TCP: 'tcp://10.0.0.1' } }),
    ).not.toHaveProperty('faults');
  });
});

describe('secrets from files', () => {
  const DATABASE = 'postgres://db/earshot';

  it('lose the line end at their end', () => {
    const settings = settingsOf({
      env: { DATABASE_URL_FILE: '/run/db' },
      files: { '/run/db': `${DATABASE}\r\n` },
    });
    expect(settings.databaseUrl).toBe(DATABASE);
  });

  it('are refused beside the variable itself, and empty', () => {
    const files = { '/run/db': DATABASE, '/run/empty': '\n' };
    expect(faultsOf({ env: { DATABASE_URL: DATABASE, DATABASE_URL_FILE: '/run/db' }, files })).toMatchObject([
      { path: 'DATABASE_URL', message: 'is set, and so is DATABASE_URL_FILE' },
    ]);
    expect(faultsOf({ env: { DATABASE_URL_FILE: '/run/empty' }, files })).toMatchObject([
      { path: 'DATABASE_URL_FILE', message: 'names an empty file' },
    ]);
  });
});

describe('Slack', () => {
  const APP = { SLACK_BOT_TOKEN: 'xoxb-1-bot', SLACK_APP_TOKEN: 'xapp-1-app' };

  it('is configured by HTTP with a signing secret, by Socket Mode without', () => {
    expect(settingsOf({ env: SLACK, yaml: SLACK_TEAM }).slack).toEqual({
      botToken: 'xoxb-1-bot',
      signingSecret: '0123456789abcdef',
      apiUrl: 'https://slack.com/api/',
    });
    expect(
      settingsOf({ env: { ...APP, SLACK_API_URL: 'http://127.0.0.1:9999/api' }, yaml: SLACK_TEAM }).slack,
    ).toEqual({
      botToken: 'xoxb-1-bot',
      appToken: 'xapp-1-app',
      apiUrl: 'http://127.0.0.1:9999/api/',
    });
  });

  it('half configured says which half is missing', () => {
    const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET } = SLACK;
    expect(faultsOf({ env: { SLACK_BOT_TOKEN }, yaml: SLACK_TEAM })).toMatchObject([
      { path: 'SLACK_SIGNING_SECRET', message: 'is missing, though SLACK_BOT_TOKEN is set' },
    ]);
    expect(faultsOf({ env: { SLACK_SIGNING_SECRET }, yaml: SLACK_TEAM })).toMatchObject([
      { path: 'SLACK_BOT_TOKEN', message: 'is missing, though SLACK_SIGNING_SECRET is set' },
    ]);
  });

  it('tells tokens that changed places', () => {
    const env = { SLACK_BOT_TOKEN: APP.SLACK_APP_TOKEN, SLACK_APP_TOKEN: APP.SLACK_BOT_TOKEN };
    expect(faultsOf({ env, yaml: SLACK_TEAM })).toMatchObject([
      { path: 'SLACK_BOT_TOKEN', message: 'holds the app-level token' },
      { path: 'SLACK_APP_TOKEN', message: 'holds the bot token' },
    ]);
    expect(faultsOf({ env: { ...SLACK, SLACK_BOT_TOKEN: 'xoxp-user' }, yaml: SLACK_TEAM })).toMatchObject([
      { path: 'SLACK_BOT_TOKEN', message: 'does not begin with xoxb-' },
    ]);
  });

  it('without a Slack channel says what to write, and a Slack channel without Slack what to set', () => {
    for (const yaml of [undefined, 'teams: [{ name: support, channels: { desk: support } }]']) {
      expect(faultsOf({ env: SLACK, ...(yaml !== undefined && { yaml }) })).toMatchObject([
        { message: 'has no Slack channel, and Slack is configured' },
      ]);
    }
    expect(faultsOf({ yaml: SLACK_TEAM })).toMatchObject([
      {
        path: 'earshot.yaml: teams[0].channels.slack (line 1)',
        message: 'names a Slack channel, and Slack is not configured',
      },
    ]);
  });
});

describe('no fault shows a secret', () => {
  it('whatever is wrong with it', () => {
    const secret = 'top-secret-value';
    const env = {
      SLACK_BOT_TOKEN: secret,
      SLACK_SIGNING_SECRET: `${secret} with spaces`,
      SLACK_APP_TOKEN: secret,
      DATABASE_URL: `mysql://${secret}@db`,
      EARSHOT_TEST: `{"${secret}`,
      SHORT: secret,
    };
    const yaml = `
sources:
  - name: a
    type: ${secret}
    secrets: [${secret}]
  - name: b
    type: picky
    secrets: ['env:SHORT', 'file:${secret}']
    limits: ${secret}
    base_address: ${secret}
teams: ${secret}
deadlines: { high: { respond: ${secret} } }
`;
    const picky = { ...PLAIN, checkSecret: () => 'is shorter than 24 bytes' };
    const faults = faultsOf({ env, yaml, types: [picky] });
    expect(faults.length).toBeGreaterThan(10);
    expect(JSON.stringify(faults.map(({ message, mend }) => [message, mend]))).not.toContain(secret);
    const broken = faultsOf({ yaml: `sources: "${secret}\nx: [` });
    expect(JSON.stringify(broken)).not.toContain(secret);
  });
});
