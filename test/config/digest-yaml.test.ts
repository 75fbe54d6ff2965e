import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/domain/digest/audience.js';
import { faultsOf, type Given, settingsOf, SLACK } from './settings-fixture.js';

const digestsOf = (yaml: string, more: Given = {}): readonly Audience[] =>
  settingsOf({ ...more, yaml }).digests;

const TEAMS = {
  TEAMS_APP_ID: '2f9b1f6e-0c1d-4e0a-9d55-6a1f0c7be001',
  TEAMS_APP_PASSWORD: 'x',
  TEAMS_TENANT_ID: '7c1d2e3f-0c1d-4e0a-9d55-6a1f0c7be002',
};

describe('digests', () => {
  it('are one for leadership, at 08:00 on working days, where none is configured', () => {
    const [usual, ...more] = settingsOf({}).digests;
    expect(more).toEqual([]);
    expect(usual).toEqual({
      name: 'leadership',
      kind: 'leadership',
      minutes: 480,
      weekdays: [0, 1, 2, 3, 4],
      teams: [],
      to: { channelsOf: [], channels: {}, people: [] },
      quiet: 'line',
    });
  });

  it('are none where the list is empty', () => {
    expect(digestsOf('digests: []')).toEqual([]);
  });

  it('have what is written, and people by the address that they are known by', () => {
    const yaml = `
teams: [{ name: support, channels: { slack: "#support" } }, { name: money }]
people: [{ email: dana@acme.example, also: [d.reyes@acme.example] }]
digests:
  - audience: the board
    kind: managers
    time: 17:30
    time_zone: Australia/Lord_Howe
    weekdays: [fri, mon, fri]
    teams: [money]
    to: { channels_of: [support], slack: "#board", desk: board, teams: "19:abc@thread.tacv2", people: [D.Reyes@acme.example, dana@acme.example] }
    quiet_day: nothing
  - { audience: support, kind: team, teams: [support] }
`;
    expect(digestsOf(yaml, { env: { ...SLACK, ...TEAMS } })).toEqual([
      {
        name: 'the board',
        kind: 'managers',
        minutes: 17 * 60 + 30,
        timeZone: 'Australia/Lord_Howe',
        weekdays: [0, 4],
        teams: ['money'],
        to: {
          channelsOf: ['support'],
          channels: { slack: '#board', desk: 'board', teams: '19:abc@thread.tacv2' },
          people: ['dana@acme.example'],
        },
        quiet: 'nothing',
      },
      {
        name: 'support',
        kind: 'team',
        minutes: 480,
        weekdays: [0, 1, 2, 3, 4],
        teams: ['support'],
        to: { channelsOf: ['support'], channels: {}, people: [] },
        quiet: 'line',
      },
    ]);
  });

  it('have every fault named at once, with what would be right', () => {
    const yaml = `
teams: [{ name: support }]
digests:
  - { audience: board, kind: leader, time: 8 o'clock, time_zone: Madrid, weekdays: [monday], to: {} }
  - { audience: Board, kind: team, to: { channels_of: [suport], slack: "#x", teams: "19:x", people: [dana] } }
  - { kind: managers, teams: [support], quiet: nothing }
`;
    const faults = faultsOf({ yaml }).map(
      ({ path, message, mend }) => `${path.replace(/^.*?: /u, '')} ${message}: ${mend}`,
    );
    expect(faults).toMatchInlineSnapshot(`
      [
        "digests[0].kind (line 4) is not a value that fits here: did you mean leadership? One of team, managers, leadership",
        "digests[0].time (line 4) is not in the form that fits here: a local time in quotes, such as '08:00'",
        "digests[0].time_zone (line 4) does not fit here: the IANA name of a time zone, such as Europe/Madrid",
        "digests[0].weekdays[0] (line 4) is not a value that fits here: days such as [mon, tue]; known: mon, tue, wed, thu, fri, sat, sun",
        "digests[0].to (line 4) names nobody and no channel: write { channels_of: [support] } or { people: [dana@acme.example] }, or take it away",
        "digests[1].to.people[0] (line 5) is not in the form that fits here: an e-mail address",
        "digests[1].audience (line 5) is the name of digests[0] too: give each a name of its own",
        "digests[1].to.channels_of[0] (line 5) names no team that is configured: did you mean support? Known: support",
        "digests[1].teams (line 5) is missing: a digest of kind team speaks of a team: write teams: [support], with the team that it is for",
        "digests[1].to.slack (line 5) names a Slack channel, and Slack is not configured: set SLACK_BOT_TOKEN, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN; or name a channel of the desk instead",
        "digests[1].to.teams (line 5) names a channel of Microsoft Teams, and Teams is not configured: set TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID; or name a channel of the desk instead",
        "digests[2].audience (line 6) is missing: the name of the audience, a text of at most 60 characters (in quotes where it could be read as a number)",
        "digests[2].quiet (line 6) is not known: did you mean quiet_day? Known here: audience, kind, time, time_zone, weekdays, teams, to, quiet_day",
      ]
    `);
  });
});
