/** A story in which the product is on Microsoft Teams and nowhere else but the desk. */
import { SUPPORT_TEAM } from '../counterparts/teams/tenant.js';
import { beginTeamsStory, LOBBY_ON_TEAMS, type TeamsStory, type TeamsStoryOptions } from './teams-story.js';

/** The channel of the team support: the General channel of the Microsoft team. */
export const SUPPORT_ON_TEAMS = SUPPORT_TEAM;

/** As on Slack: refunds go to money, everything else to support; what has lost its channel goes to the lobby. Teams are connected by a word. */
const YAML = `
sources:
  - { name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }
teams:
  - { name: support, channels: { desk: support } }
  - { name: money }
  - { name: lobby }
routes:
  - { when: { theme: refunds }, team: money }
default_team: support
fallback_team: lobby
`;

export async function beginOnTeams(options: TeamsStoryOptions = {}): Promise<TeamsStory> {
  const story = await beginTeamsStory({ withoutSlack: true, yaml: YAML, ...options });
  await story.connect({ support: SUPPORT_ON_TEAMS, lobby: LOBBY_ON_TEAMS });
  return story;
}
