import type { PlatformUser, Standing } from '../../../domain/staff.js';
import { type JsonRecord, recordAt, textAt } from '../../wire/record.js';
import { isSlackId } from '../shapes.js';

/** Slackbot is no bot by its own account. */
const SLACKBOT = 'USLACKBOT';

/**
 * A user as Slack describes them: https://docs.slack.dev/reference/objects/user-object. `teamId` is our workspace.
 * The address of somebody from elsewhere is left out: it must not make them one of ours.
 */
export function readUser(user: JsonRecord, teamId: string): PlatformUser | undefined {
  const { id, tz } = user;
  if (!isSlackId(id)) return undefined;
  const profile = recordAt(user, 'profile');
  const name = [
    textAt(profile, 'display_name'),
    textAt(profile, 'real_name'),
    textAt(user, 'real_name'),
    textAt(user, 'name'),
  ].find((each) => each.trim() !== '');
  const standing = standingOf(user, id, teamId);
  const email = textAt(profile, 'email');
  const isOurs = standing === 'member' || standing === 'guest' || standing === 'gone';
  return {
    platform: 'slack',
    userId: id,
    name: name ?? id,
    standing,
    ...(isOurs && email !== '' && user['is_email_confirmed'] !== false && { email }),
    ...(typeof tz === 'string' && tz !== '' && { timeZone: tz }),
  };
}

function standingOf(user: JsonRecord, id: string, teamId: string): Standing {
  if (user['is_bot'] === true || id === SLACKBOT || user['is_workflow_bot'] === true) return 'bot';
  if (user['is_stranger'] === true || !belongsTo(user, teamId)) return 'stranger';
  if (user['deleted'] === true) return 'gone';
  if (user['is_restricted'] === true || user['is_ultra_restricted'] === true) return 'guest';
  return 'member';
}

/** In an Enterprise organisation people have a home workspace and belong to others besides. */
function belongsTo(user: JsonRecord, teamId: string): boolean {
  if (textAt(user, 'team_id') === teamId) return true;
  const { teams } = recordAt(user, 'enterprise_user');
  return Array.isArray(teams) && teams.includes(teamId);
}
