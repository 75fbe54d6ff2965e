/** Long because every key of the file has its faults here. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, DEFAULT_THRESHOLDS } from '../../src/config/default-policy.js';
import { faultsInWords } from '../../src/config/faults-in-words.js';
import type { Policy } from '../../src/domain/policy.js';
import { triage } from '../../src/domain/triage.js';
import { PLAIN } from './plain-source.js';
import { faultsOf, type Given, settingsOf, SLACK } from './settings-fixture.js';

function policyOf(yaml: string, more: Given = {}): Policy {
  return settingsOf({ ...more, yaml }).policy;
}

function fault(yaml: string, more: Given = {}) {
  const faults = faultsOf({ ...more, yaml });
  expect(faults).toHaveLength(1);
  return faults[0];
}

describe('what earshot.yaml leaves out keeps its default', () => {
  it('an empty one, and one of comments only', () => {
    for (const yaml of ['', '# nothing yet\n', '{}']) {
      expect(settingsOf({ yaml })).toEqual({ ...settingsOf({}), usesDefaults: false });
    }
  });

  it('thresholds and deadlines one by one', () => {
    const policy = policyOf('thresholds: { csat: 3, nps: off }\ndeadlines: { normal: { respond: 2h } }');
    expect(policy.thresholds).toEqual({ ...DEFAULT_THRESHOLDS, csat: 3, nps: -1 });
    expect(policy.deadlines).toEqual({
      ...DEFAULT_POLICY.deadlines,
      normal: { respondMinutes: 120, resolveMinutes: 3 * 24 * 60 },
    });
  });
});

describe('teams', () => {
  it('have the channels they name, or one of their own name on the desk', () => {
    const yaml = `
teams:
  - { name: EMEA support, members: [Kim@Acme.example], lead: kim@acme.example }
  - { name: money, channels: { slack: C0123456789 } }
  - { name: both, channels: { slack: "#both", desk: both-here }, lead: ana@acme.example }
`;
    expect(policyOf(yaml, { env: SLACK })).toMatchObject({
      teams: [
        {
          name: 'EMEA support',
          channels: { desk: 'emea-support' },
          members: ['kim@acme.example'],
          lead: 'kim@acme.example',
        },
        { name: 'money', channels: { slack: 'C0123456789' }, members: [] },
        { name: 'both', channels: { slack: '#both', desk: 'both-here' }, members: ['ana@acme.example'] },
      ],
      defaultTeam: 'EMEA support',
      fallbackTeam: 'EMEA support',
    });
  });

  it('take turns as the routes say, in their order', () => {
    const policy = policyOf(`
teams: [{ name: support }, { name: legal }, { name: money }]
default_team: support
fallback_team: legal
routes:
  - { when: { theme: legal }, team: legal }
  - { when: { theme: [refunds, billing], severity: normal, tier: gold }, team: money }
`);
    expect(policy).toMatchObject({
      defaultTeam: 'support',
      fallbackTeam: 'legal',
      routes: [
        { when: { theme: ['legal'] }, team: 'legal' },
        { when: { theme: ['refunds', 'billing'], severity: ['normal'], tier: ['gold'] }, team: 'money' },
      ],
    });
  });
});

describe('rules', () => {
  const WORDS = `
rules:
  - name: crates
    when: { says: [crate*], says_except: [crate and barrel], kind: mention, even_when_happy: true }
    severity: low
    theme: crates
    reason: says {said}.
`;

  it('come before the built-in ones', () => {
    const { rules } = policyOf(WORDS);
    expect(rules.slice(1)).toEqual(DEFAULT_POLICY.rules);
    expect(rules[0]).toEqual({
      name: 'crates',
      when: { says: ['crate*'], saysExcept: ['crate and barrel'], kind: ['mention'], evenWhenHappy: true },
      severity: 'low',
      theme: 'crates',
      reason: 'says {said}.',
    });
    const signal = {
      kind: 'mention',
      occurredAt: new Date(0),
      tags: [],
      text: 'Crates of Crate and Barrel',
    } as const;
    expect(triage('voice', signal, { ...DEFAULT_POLICY, rules })).toMatchObject({
      reason: 'Says “Crates”.',
      theme: 'crates',
    });
  });

  it('of the name of a built-in one take its place', () => {
    const { rules } = policyOf('rules: [{ name: refund, when: { says: refund }, severity: high }]');
    expect(rules).toHaveLength(DEFAULT_POLICY.rules.length);
    expect(rules.filter(({ name }) => name === 'refund')).toEqual([
      { name: 'refund', when: { says: ['refund'] }, severity: 'high', reason: 'the rule “refund” holds' },
    ]);
  });

  it('stand alone without the built-in ones, all or some', () => {
    expect(policyOf(`${WORDS}built_in_rules: false`).rules).toHaveLength(1);
    const some = policyOf('built_in_rules: { except: [refund, asked again] }').rules.map(({ name }) => name);
    expect(some).toHaveLength(DEFAULT_POLICY.rules.length - 2);
    expect(some).not.toContain('refund');
  });

  it('of valued accounts follow the thresholds', () => {
    const csat = (yaml: string) =>
      policyOf(yaml).rules.find(({ name }) => name === 'valued account: low CSAT');
    expect(csat('thresholds: { csat: 3 }')).toMatchObject({
      when: { scoreAtMost: 3 },
      reason: 'CSAT of 3 or less for a {tier} account',
    });
    expect(csat('thresholds: { csat: off }')).toBeUndefined();
  });
});

describe('deadlines', () => {
  const gold = (yaml: string) => policyOf(yaml).tierDeadlines['gold'];

  it('of a tier keep their usual times, and never get longer than those of everybody', () => {
    expect(gold('')).toEqual(DEFAULT_POLICY.tierDeadlines['gold']);
    expect(gold('deadlines: { critical: { respond: 5m, resolve: 1h } }')).toMatchObject({
      critical: { respondMinutes: 5, resolveMinutes: 60 },
      high: { respondMinutes: 30, resolveMinutes: 720 },
    });
  });

  it('are given by tier, in any spelling, over those of the severity', () => {
    const yaml =
      'deadlines: { high: { respond: 2h, tiers: { Gold: { respond: 20m }, silver: { resolve: 12h } } } }';
    const { deadlines, tierDeadlines } = policyOf(yaml);
    expect(deadlines.high).toEqual({ respondMinutes: 120, resolveMinutes: 1440 });
    expect(tierDeadlines['gold']?.high).toEqual({ respondMinutes: 20, resolveMinutes: 720 });
    expect(tierDeadlines['silver']).toEqual({ high: { respondMinutes: 120, resolveMinutes: 720 } });
  });

  it('given by one end move the other where they would cross', () => {
    expect(policyOf('deadlines: { high: { respond: 2d } }').deadlines.high).toEqual({
      respondMinutes: 2880,
      resolveMinutes: 2880,
    });
    expect(policyOf('deadlines: { high: { resolve: 30m } }').deadlines.high).toEqual({
      respondMinutes: 30,
      resolveMinutes: 30,
    });
  });

  it('say how long an owner may be silent, each severity for itself, or that nobody asks', () => {
    const { silentAfterMinutes } = policyOf('deadlines: { critical: { silent: 30m }, low: { silent: off } }');
    expect(silentAfterMinutes).toEqual({ critical: 30, high: 480, normal: 1440 });
  });
});

describe('sources', () => {
  const env = { NEW: 'the new one', OLD: 'the old one' };
  const types = [PLAIN];

  it('have secrets by reference, limits, retention and what their type asks for', () => {
    const yaml = `
sources:
  - { name: a, type: picky, secrets: ['env:NEW', 'env:OLD'], base_address: 'https://a.example', limits: { per_second: 5 }, keep_bodies_days: 0 }
  - { name: b-2, type: picky, secrets: ['file:/run/b'], limits: off }
`;
    const settings = settingsOf({ yaml, env, types, files: { '/run/b': 'from a file\n' } });
    expect(settings.sources).toEqual([
      {
        name: 'a',
        type: 'picky',
        secrets: ['the new one', 'the old one'],
        settings: { base_address: 'https://a.example' },
        limits: { perSecond: 5, burst: 50 },
        keepBodiesDays: 0,
      },
      {
        name: 'b-2',
        type: 'picky',
        secrets: ['from a file'],
        settings: {},
        limits: 'off',
        keepBodiesDays: 30,
      },
    ]);
    expect(settings).not.toHaveProperty('ownSecret');
  });

  const SOURCE = (more: string) => `sources:\n  - { name: a, type: picky, ${more} }`;

  it.each([
    [
      'an unset variable',
      SOURCE("secrets: ['env:NOWHERE']"),
      'sources[0].secrets[0]',
      'names NOWHERE, which is not set',
    ],
    [
      'a missing file',
      SOURCE("secrets: ['file:/run/x']"),
      'sources[0].secrets[0]',
      'names a file that cannot be read (ENOENT)',
    ],
    [
      'a secret in place of a reference',
      SOURCE('secrets: [whsec_abc]'),
      'sources[0].secrets[0]',
      'is not in the form that fits here',
    ],
    ['no secret', SOURCE('secrets: []'), 'sources[0].secrets', 'is too small'],
    [
      'three secrets',
      SOURCE("secrets: ['env:NEW', 'env:OLD', 'env:NEW']"),
      'sources[0].secrets',
      'is too large',
    ],
    [
      'a setting out of form',
      SOURCE("secrets: ['env:NEW'], base_address: acme"),
      'sources[0].base_address',
      'is not in the form that fits here',
    ],
    [
      'a name for no address',
      SOURCE("secrets: ['env:NEW']").replace('name: a', 'name: A b'),
      'sources[0].name',
      'is not in the form that fits here',
    ],
  ])('are refused with %s', (_, yaml, path, message) => {
    expect(fault(yaml, { env, types })).toMatchObject({ path: `earshot.yaml: ${path} (line 2)`, message });
  });

  it('are refused with a secret that their type cannot use, without showing it', () => {
    const picky = {
      ...PLAIN,
      checkSecret: (secret: string) => (secret.length < 24 ? 'is shorter than 24 bytes' : undefined),
    };
    const found = fault(SOURCE("secrets: ['env:NEW']"), { env, types: [picky] });
    expect(found).toMatchObject({ message: 'leads to a secret that is shorter than 24 bytes' });
  });

  it('of an unknown type get the list of types, and a key too many what it may have been', () => {
    expect(fault(SOURCE("secrets: ['env:NEW']").replace('picky', 'zendsk'), { env })).toMatchObject({
      path: 'earshot.yaml: sources[0].type (line 2)',
      mend: 'did you mean zendesk? One of standard, zendesk, chatwoot, meta, cloudevents',
    });
    expect(fault(SOURCE("secrets: ['env:NEW'], base_adress: x"), { env, types })).toEqual({
      path: 'earshot.yaml: sources[0].base_adress (line 2)',
      message: 'is not known',
      mend: 'did you mean base_address? Known here: name, type, secrets, limits, keep_bodies_days, base_address',
    });
  });
});

describe('a value of another kind', () => {
  const ALL = "sources: [{ name: chat, type: chatwoot, secrets: ['env:LONG'], ";

  it('is one fault: a text in place of a list is not too large besides', () => {
    const yaml = 'sources: [{ name: a, type: standard, secrets: whsec }]\n';
    expect(faultsOf({ yaml })).toEqual([
      {
        path: 'earshot.yaml: sources[0].secrets (line 1)',
        message: 'is a text',
        mend: 'a list of one or two references to secrets',
      },
    ]);
  });

  it.each([
    ['read_messages: yes', 'is a text', 'give true or false'],
    ['escalation_labels: escalated', 'is a text', 'give a list, such as [one, two]'],
  ])('of a source (%s) hears in plain words what would be right', (setting, message, mend) => {
    const yaml = `${ALL}${setting} }]\n`;
    expect(fault(yaml, { env: { LONG: 'a-secret-of-chatwoot' } })).toMatchObject({ message, mend });
  });

  it('that would fit, were it another word, is called so, and the words are named', () => {
    const yaml = 'routes: [{ when: { severity: urgent }, team: support }]\n';
    expect(faultsOf({ yaml })).toEqual([
      {
        path: 'earshot.yaml: routes[0].when.severity (line 1)',
        message: 'is not a value that fits here',
        mend: 'one or a list of critical, high, normal, low',
      },
    ]);
  });
});

it('every team that names a Slack channel is named, where Slack is not configured', () => {
  const yaml = `teams:
  - { name: a, channels: { slack: '#a' } }
  - { name: b }
  - { name: c, channels: { slack: '#c' } }
`;
  expect(faultsOf({ yaml }).map(({ path }) => path)).toEqual([
    'earshot.yaml: teams[0].channels.slack (line 2)',
    'earshot.yaml: teams[2].channels.slack (line 4)',
  ]);
});

describe('a fault names its line, what is wrong and what would be right', () => {
  const TEAMS = 'teams: [{ name: support, members: [kim@acme.example] }]\n';

  it.each([
    ['treshholds: { csat: 2 }', 'treshholds', 'did you mean thresholds?'],
    ['thresholds: { csat: 6 }', 'thresholds.csat', 'a number from 1 to 5, or off'],
    ['thresholds: { csta: 2 }', 'thresholds.csta', 'did you mean csat?'],
    ['deadlines: { high: { respond: 15 } }', 'deadlines.high.respond', 'a duration such as 15m, 4h or 2d'],
    [
      'deadlines: { high: { silent: never } }',
      'deadlines.high.silent',
      'a duration such as 15m, 4h or 2d, or off',
    ],
    ['deadlines: { high: { respond: 15min } }', 'deadlines.high.respond', 'a duration such as'],
    [
      'deadlines: { high: { respond: 5h, resolve: 4h } }',
      'deadlines.high.resolve',
      'at least as long to resolve',
    ],
    ['deadlines: { hihg: { respond: 5h } }', 'deadlines.hihg', 'did you mean high?'],
    ['rules: [{ name: a, when: {}, severity: low }]', 'rules[0].when', 'at least one condition'],
    ['rules: [{ name: a, when: { tier: gold } }]', 'rules[0]', 'severity, theme, or both'],
    ['rules: [{ name: a, when: { tier: gold }, severity: hihg }]', 'rules[0].severity', 'did you mean high?'],
    [
      'rules: [{ name: a, when: { says: "*cancel" }, severity: low }]',
      'rules[0].when.says',
      'at its end only',
    ],
    [
      'rules: [{ name: a, when: { says_except: cancel }, severity: low }]',
      'rules[0].when.says_except',
      'write says beside it',
    ],
    [
      'rules: [{ name: a, when: { score_at_most: 2 }, severity: low }]',
      'rules[0].when.score_at_most',
      'write metric beside it',
    ],
    [
      'rules: [{ name: a, when: { metric: csat, score_at_most: 0 }, severity: low }]',
      'rules[0].when.score_at_most',
      'from 1 to 5',
    ],
    [
      'rules: [{ name: a, when: { source: vioce }, severity: low }]',
      'rules[0].when.source',
      'did you mean voice?',
    ],
    [
      'rules: [{ name: a, when: { kind: [survay] }, severity: low }]',
      'rules[0].when.kind[0]',
      'did you mean survey?',
    ],
    [
      'rules: [{ name: a, when: { tier: gold }, severity: low, reason: "{teir}" }]',
      'rules[0].reason',
      'did you mean {tier}?',
    ],
    [
      'rules: [{ name: a, when: { tier: gold }, severity: low, reason: "{said}" }]',
      'rules[0].reason',
      'write says under when',
    ],
    ['rules: [{ name: a, when: { tier: 1 }, severity: low }]', 'rules[0].when.tier', 'in quotes'],
    ['built_in_rules: { except: [refunds] }', 'built_in_rules.except[0]', 'did you mean refund?'],
    ['routes: [{ when: { theme: refund }, team: support }]', 'routes[0].when.theme', 'did you mean refunds?'],
    [`${TEAMS}routes: [{ when: { tier: gold }, team: suport }]`, 'routes[0].team', 'did you mean support?'],
    [`${TEAMS}default_team: sales`, 'default_team', 'known: support'],
    [`${TEAMS}fallback_team: sales`, 'fallback_team', 'known: support'],
    [
      'teams: [{ name: a, members: [kim@acme.example], lead: kin@acme.example }]',
      'teams[0].lead',
      'did you mean kim@acme.example?',
    ],
    ['teams: [{ name: a, members: [kim] }]', 'teams[0].members[0]', 'an e-mail address'],
    ['teams: [{ name: a }, { name: A }]', 'teams[1].name', 'a name of its own'],
    ['teams: [{ name: a, channels: { desk: "#a" } }]', 'teams[0].channels.desk', 'without #'],
    ['teams: support', 'teams', 'a list of teams'],
    ['desk: { operator: { nmae: Kim } }', 'desk.operator.name', '{ name'],
  ])('%s', (yaml, path, mend) => {
    const faults = faultsOf({ yaml });
    const found = faults.find((each) => each.path.startsWith(`earshot.yaml: ${path} (line `));
    expect(found?.mend ?? JSON.stringify(faults)).toContain(mend.replace('{ name', 'name'));
    expect(found?.path).toMatch(new RegExp(`\\(line ${yaml.split('\n').length}\\)$`, 'u'));
  });

  it('also where a bare # made a comment of a channel', () => {
    const yaml = 'teams:\n  - name: support\n    channels:\n      slack: #support\n';
    expect(fault(yaml, { env: SLACK })).toEqual({
      path: 'earshot.yaml: teams[0].channels.slack (line 4)',
      message: 'is empty',
      mend: 'the id of a channel (C0123456789) or its name in quotes ("#support": without quotes a # begins a comment)',
    });
  });

  it('also where that comment swallowed a brace', () => {
    const yaml = 'teams:\n  - name: support\n    channels: { slack: #support }\ndefault_team: support\n';
    expect(faultsOf({ yaml, env: SLACK })[0]?.mend).toContain('in quotes, "#support"');
  });

  it('all of them, in the order of their lines, whatever kind they are', () => {
    const yaml = `
deadlines: { high: { respond: soon } }
sources: [{ name: a, type: nobody, secrets: ['env:NOT_SET'] }]
teams: [{ nme: support }]
default_team: nobody
`;
    expect(faultsOf({ yaml }).map(({ path }) => path)).toEqual([
      'earshot.yaml: deadlines.high.respond (line 2)',
      'earshot.yaml: sources[0].type (line 3)',
      'earshot.yaml: sources[0].secrets[0] (line 3)',
      'earshot.yaml: teams[0].name (line 4)',
      'earshot.yaml: teams[0].nme (line 4)',
      'earshot.yaml: default_team (line 5)',
    ]);
  });

  it('in words for a terminal', () => {
    expect(faultsInWords(faultsOf({ yaml: 'treshholds: {}', env: { PORT: 'x' } })))
      .toBe(`Earshot did not start: 2 things have to be put right first.

  PORT is no port.
      A whole number from 0 to 65535, such as 3000; 0 takes any free port.
  earshot.yaml: treshholds (line 1) is not known.
      Did you mean thresholds? Known here: sources, teams, people, routes, default_team, fallback_team, rules, built_in_rules, reading, model, post_mortems, thresholds, deadlines, backlog, digests, desk.`);
  });
});

describe('anchors', () => {
  it('stand for what they name, and a fault behind one has a line', () => {
    const routes = ['gold', 'silver', 'bronze', 'tin', 'lead'].map(
      (tier) => `  - { when: { tier: ${tier}, tags: *vip }, team: support }`,
    );
    const yaml = (tags: string) =>
      `rules:\n  - { name: a, when: { tags: &vip ${tags} }, severity: low }\nroutes:\n${routes.join('\n')}\n`;
    expect(policyOf(yaml('[vip, key]')).routes.map(({ when }) => when.tags)).toEqual(
      Array(5).fill(['vip', 'key']),
    );
    expect(faultsOf({ yaml: yaml('[vip, 1]') }).map(({ path }) => path)).toContain(
      'earshot.yaml: routes[1].when.tags[1] (line 2)',
    );
  });
});

describe('a text that is no YAML', () => {
  it.each([
    ['teams:\n  - name: "support\n', 2],
    ['teams:\n\t- name: support\n', 2],
    ['teams: []\nteams: []\n', 2],
    ['teams: []\n---\nteams: []\n', 2],
    ['teams: [\n', 1],
    ['teams: !magic []\n', 1],
  ])('is refused with a line: %j', (yaml, line) => {
    const [first] = faultsOf({ yaml });
    expect(first?.path).toMatch(/^earshot\.yaml \(line \d\)$/u);
    expect(Number(/\d/u.exec(first?.path ?? '')?.[0])).toBeGreaterThanOrEqual(line);
    expect(first?.message).toMatch(/^is not YAML: \w/u);
  });

  it.each([
    ['aliases upon aliases', bomb()],
    ['levels without end', '['.repeat(50_000)],
    ['a text of many megabytes', `# ${'x'.repeat(2_000_000)}`],
  ])('is refused quickly: %s', (_, yaml) => {
    const before = process.cpuUsage();
    expect(faultsOf({ yaml }).length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(5_000);
  });

  it('cannot reach into objects', () => {
    expect(fault('__proto__: { polluted: true }')?.path).toBe('earshot.yaml: __proto__ (line 1)');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(['- a', 'just words', '42'])('that is no map is refused: %s', (yaml) => {
    expect(fault(yaml)).toMatchObject({
      path: 'earshot.yaml',
      mend: 'a map of sources, teams, people, routes, rules, reading, model, post_mortems, thresholds, deadlines, backlog, digests and desk',
    });
  });
});

function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`,
  );
  return ['l0: &l0 [lol, lol]', ...levels].join('\n');
}
