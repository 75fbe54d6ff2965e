import { USUAL_HOURS } from '../../domain/working-hours.js';
import { DEFAULT_TEAM } from '../default-policy.js';
import type { Misfit } from '../shape/misfit.js';
import { type Draft, mapOf, membersOf, textOf, textsAt } from './draft.js';
import { unknownName } from './unknown-name.js';
import { minutesOf } from './working-hours-yaml.js';

/** Whether everything that names a team names one that there is, and whether the teams can be reached. */
export function checkTeams(yaml: Draft, slackConfigured: boolean): readonly Misfit[] {
  return [
    ...teamReferences(yaml),
    ...leads(yaml),
    ...workingHours(yaml),
    ...slackChannels(yaml, slackConfigured),
  ];
}

function teamReferences(yaml: Draft): readonly Misfit[] {
  const written = teamsOf(yaml).flatMap((team) => textOf(team['name']) ?? []);
  const known = written.length > 0 ? written : [DEFAULT_TEAM.name];
  const references = [
    ...membersOf(yaml['routes']).flatMap((route, index) =>
      textsAt(mapOf(route)['team'], ['routes', index, 'team']),
    ),
    ...textsAt(yaml['default_team'], ['default_team']),
    ...textsAt(yaml['fallback_team'], ['fallback_team']),
  ];
  return references
    .filter(({ text }) => !known.includes(text))
    .map(({ path, text }) => unknownName(path, text, known, 'team'));
}

function leads(yaml: Draft): readonly Misfit[] {
  return teamsOf(yaml).flatMap((team, index) => {
    const lead = textOf(team['lead']);
    const members = textsAt(team['members'], []).map(({ text }) => text.toLowerCase());
    if (lead === undefined || members.length === 0 || members.includes(lead.toLowerCase())) return [];
    const path = ['teams', index, 'lead'];
    return [
      {
        ...unknownName(path, lead.toLowerCase(), members, 'member'),
        message: 'is not among the members of the team',
      },
    ];
  });
}

/** Work that ends before it begins is not what anybody meant. */
function workingHours(yaml: Draft): readonly Misfit[] {
  return teamsOf(yaml).flatMap((team, index): Misfit[] => {
    const hours = mapOf(team['working_hours']);
    const from = hours['from'] === undefined ? USUAL_HOURS.from : minutesOf(textOf(hours['from']));
    const to = hours['to'] === undefined ? USUAL_HOURS.to : minutesOf(textOf(hours['to']));
    if (from === undefined || to === undefined || from < to) return [];
    const path = ['teams', index, 'working_hours', hours['to'] === undefined ? 'from' : 'to'];
    const message = 'leaves no time between beginning and end';
    return [{ path, message, mend: "write from: '09:00' and to: '17:00', both of the same day" }];
  });
}

function slackChannels(yaml: Draft, slackConfigured: boolean): readonly Misfit[] {
  const named = teamsOf(yaml).flatMap((team, index) =>
    mapOf(team['channels'])['slack'] === undefined ? [] : [index],
  );
  if (!slackConfigured) {
    return named.map((index) => ({
      path: ['teams', index, 'channels', 'slack'],
      message: 'names a Slack channel, and Slack is not configured',
      mend: 'set SLACK_BOT_TOKEN, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN; or name a channel of the desk instead',
    }));
  }
  if (named.length > 0) return [];
  return [
    {
      path: ['teams'],
      message: 'has no Slack channel, and Slack is configured',
      mend: 'write teams: [{ name: support, channels: { slack: "#support" } }], with a channel that the bot is in',
    },
  ];
}

function teamsOf(yaml: Draft): readonly Draft[] {
  return membersOf(yaml['teams']).map(mapOf);
}
