import { z } from 'zod';
import { type Audience, AUDIENCE_KINDS, WEEKDAYS } from '../../domain/digest/audience.js';
import { isTimeZone } from '../../domain/zoned-time.js';
import { keyed } from '../shape/keyed.js';
import { emailAddress, listOf, oneOrMore, shortText, teamName } from './forms.js';
import { deskChannel, slackChannel } from './team-yaml.js';

const KIND = `one of ${AUDIENCE_KINDS.join(', ')}`;
const TIME = "a local time in quotes, such as '08:00'";
const ZONE = 'the IANA name of a time zone, such as Europe/Madrid';
const DAYS = `days such as [mon, tue]; known: ${WEEKDAYS.join(', ')}`;
const TEAMS_CHANNEL = 'the id of a channel of Microsoft Teams, such as 19:…@thread.tacv2';

const weekday = z.enum(WEEKDAYS, { error: DAYS });
const teamNames = z.array(teamName, { error: 'a list of teams' }).min(1, { error: 'a list of teams' });

export const digestYaml = keyed(
  {
    audience: shortText('the name of the audience', 60).describe('What people call those who read it.'),
    kind: z
      .enum(AUDIENCE_KINDS, { error: KIND })
      .describe('team: alerts and owners. managers: deadlines and promises. leadership: what it must know.'),
    time: z
      .string({ error: TIME })
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: TIME })
      .optional()
      .describe(
        "When it is sent, by the clocks there. Usually '08:00'. From noon on it tells of its own day too.",
      ),
    time_zone: z
      .string({ error: ZONE })
      .refine(isTimeZone, { error: ZONE })
      .optional()
      .describe('Whose clocks. Usually those of the machine.'),
    weekdays: oneOrMore(weekday, DAYS).optional().describe('Usually Monday to Friday.'),
    teams: teamNames
      .optional()
      .describe('Whose voices and alerts it tells of. Usually all; of kind team, name them.'),
    to: keyed(
      {
        channels_of: teamNames
          .optional()
          .describe('Teams in whose channels it is posted, on every platform.'),
        slack: slackChannel.optional().describe('A Slack channel: "#leadership" in quotes, or its id.'),
        desk: deskChannel.optional().describe('A channel of the desk.'),
        teams: z
          .string({ error: TEAMS_CHANNEL })
          .regex(/^19:\S{1,200}$/u, { error: TEAMS_CHANNEL })
          .optional()
          .describe('A channel of Microsoft Teams, by its id.'),
        people: z
          .array(emailAddress, { error: 'a list of e-mail addresses' })
          .min(1, { error: 'a list of e-mail addresses' })
          .optional()
          .describe('Who gets it alone, by e-mail address: where they were last seen.'),
      },
      '{ channels_of: [support] }, { slack: "#leadership" } or { people: [dana@acme.example] }',
    )
      .optional()
      .describe('Usually the channels of its teams; where it tells of all, those of the fallback team.'),
    quiet_day: z
      .enum(['line', 'nothing'], { error: 'line or nothing' })
      .optional()
      .describe(
        'What is sent when there is nothing to say. Usually one line, so that silence means trouble.',
      ),
  },
  "a digest: { audience: leadership, kind: leadership, time: '08:00', time_zone: Europe/Madrid }",
);

type DigestYaml = z.infer<typeof digestYaml>;

const WORKING_DAYS = [0, 1, 2, 3, 4];

/** What there is where nothing is configured. */
export const DEFAULT_DIGESTS: readonly Audience[] = [
  {
    name: 'leadership',
    kind: 'leadership',
    minutes: 8 * 60,
    weekdays: WORKING_DAYS,
    teams: [],
    to: { channelsOf: [], channels: {}, people: [] },
    quiet: 'line',
  },
];

/** `oneAddress`: the address that somebody is known by, by each of their others. */
export function readDigest(yaml: DigestYaml, oneAddress: ReadonlyMap<string, string>): Audience {
  const {
    audience: name,
    kind,
    time = '08:00',
    time_zone: timeZone,
    weekdays,
    teams = [],
    to,
    quiet_day: quiet = 'line',
  } = yaml;
  const [hours = 8, minutes = 0] = time.split(':').map(Number);
  const { channels_of: channelsOf, people = [], slack, desk, teams: channel } = to ?? {};
  const addresses = people.map((each) => each.toLowerCase()).map((each) => oneAddress.get(each) ?? each);
  const days = listOf(weekdays)?.map((each) => WEEKDAYS.indexOf(each));
  return {
    name,
    kind,
    minutes: hours * 60 + minutes,
    ...(timeZone !== undefined && { timeZone }),
    weekdays: days ? [...new Set(days)].sort() : WORKING_DAYS,
    teams,
    to: {
      channelsOf: channelsOf ?? (to === undefined ? teams : []),
      channels: {
        ...(slack !== undefined && { slack }),
        ...(desk !== undefined && { desk }),
        ...(channel !== undefined && { teams: channel }),
      },
      people: [...new Set(addresses)],
    },
    quiet,
  };
}
