import type { PlatformUser, Standing } from '../../../domain/staff.js';
import { type JsonRecord, textAt } from '../../wire/record.js';
import { isTeamsId } from '../shapes.js';

/** A guest's sign-in name: https://learn.microsoft.com/entra/external-id/user-properties */
const EXTERNAL = '#ext#';
const ADDRESS = /^[^\s@]+@[^\s@]+$/u;

/**
 * A member of a conversation as Teams describes them: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context.
 * `tenantId` is our organisation; undefined in the local trial, where everybody belongs to it.
 * The address of somebody from elsewhere is left out: it must not make them one of ours.
 */
export function readMember(member: JsonRecord, tenantId: string | undefined): PlatformUser | undefined {
  const { id } = member;
  if (!isTeamsId(id)) return undefined;
  const standing = standingOf(member, id, tenantId);
  const whole = `${textAt(member, 'givenName')} ${textAt(member, 'surname')}`.trim();
  const signIn = textAt(member, 'userPrincipalName');
  const name = [textAt(member, 'name'), whole, signIn].find((each) => each.trim() !== '');
  const email = [textAt(member, 'email'), signIn].find((each) => ADDRESS.test(each.trim()));
  return {
    platform: 'teams',
    userId: id,
    name: name?.trim() ?? id,
    standing,
    ...(standing === 'member' && email !== undefined && { email: email.trim() }),
  };
}

function standingOf(member: JsonRecord, id: string, tenantId: string | undefined): Standing {
  if (id.startsWith('28:')) return 'bot';
  const role = textAt(member, 'userRole').toLowerCase();
  if (role === 'anonymous') return 'stranger';
  if (tenantId !== undefined && textAt(member, 'tenantId').toLowerCase() !== tenantId) return 'stranger';
  const isGuest = role === 'guest' || textAt(member, 'userPrincipalName').toLowerCase().includes(EXTERNAL);
  return isGuest ? 'guest' : 'member';
}
