import { z } from 'zod';
import type { Team } from '../../domain/policy.js';
import { keyed } from '../shape/keyed.js';
import { emailAddress, teamName } from './forms.js';
import { readWorkingHours, workingHoursYaml } from './working-hours-yaml.js';

const SLACK_CHANNEL =
  'the id of a channel (C0123456789) or its name in quotes ("#support": without quotes a # begins a comment)';
const DESK_CHANNEL = 'a name of lower-case letters, digits, - and _, at most 80, without #';

/** Slack's ids of channels; names: https://slack.com/help/articles/201402297-Create-a-channel */
export const slackChannel = z
  .string({ error: SLACK_CHANNEL })
  .regex(/^(?:[CG][A-Z0-9]{7,20}|#[^\sA-Z.,:;#@<>&"']{1,80})$/u, { error: SLACK_CHANNEL });

const DESK_NAME = /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{M}\p{N}_-]{0,79}$/u;
export const deskChannel = z
  .string({ error: DESK_CHANNEL })
  .refine((name) => DESK_NAME.test(name), { error: DESK_CHANNEL });

export const teamYaml = keyed(
  {
    name: teamName.describe('What people call the team.'),
    channels: keyed(
      {
        slack: slackChannel.optional().describe('A Slack channel: "#support" in quotes, or its id.'),
        desk: deskChannel.optional().describe('A channel of the desk.'),
      },
      '{ slack: "#support" } or { desk: support }',
    )
      .optional()
      .describe(
        'Where its cards are posted. Without any, the team has a channel of its own name on the desk.',
      ),
    members: z
      .array(emailAddress, { error: 'a list of e-mail addresses' })
      .optional()
      .describe('E-mail addresses, by which people are known on every platform.'),
    lead: emailAddress
      .optional()
      .describe('Who hands out what nobody claims: the e-mail address of a member.'),
    working_hours: workingHoursYaml
      .optional()
      .describe('When it works: until then an alert can be put off. Usually Monday to Friday, nine to five.'),
  },
  'a team: a name, and channels',
);

type TeamYaml = z.infer<typeof teamYaml>;

export function readTeam({ name, channels = {}, members = [], lead, working_hours: hours }: TeamYaml): Team {
  const { slack, desk } = channels;
  return {
    name,
    channels: {
      ...(slack !== undefined && { slack }),
      ...(desk !== undefined && { desk }),
      ...(slack === undefined && desk === undefined && { desk: deskChannelOf(name) }),
    },
    members: [
      ...new Set([...members, ...(lead === undefined ? [] : [lead])].map((each) => each.toLowerCase())),
    ],
    ...(lead !== undefined && { lead: lead.toLowerCase() }),
    ...(hours && { workingHours: readWorkingHours(hours) }),
  };
}

/** "EMEA support" → `emea-support`. */
function deskChannelOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return slug === '' ? 'team' : slug.slice(0, 80);
}
