/**
 * Who is who on Teams. It tells of nobody by itself: whoever acts is asked about, by the conversation they act in, and asked about
 * again after a while, because somebody may have become a guest, or left.
 */
import type { Staff, Standing } from '../../../domain/staff.js';
import { findUser, type KnowStaffDeps, rememberUsers } from '../../../use-cases/know-staff.js';
import type { Log } from '../../../use-cases/log.js';
import { answerInWords, type ConnectorAnswer } from '../call/answer.js';
import type { Connector } from '../sdk/connector.js';
import { readMember } from './teams-member.js';

export type Person =
  | { readonly kind: 'member'; readonly staff: Staff }
  | { readonly kind: 'barred'; readonly standing: Exclude<Standing, 'member'> | 'unknown' };

export interface People {
  /** Who acts there; `id` is `29:…` or an id of the directory, as a people picker gives it. Throws DatabaseAway. */
  readonly who: (asked: {
    readonly id: string;
    readonly serviceUrl: string;
    readonly conversation: string;
  }) => Promise<Person>;
  /** They left a team: they are asked about anew. */
  readonly doubt: (userIds: readonly string[]) => void;
  /** `29:…` of a member of staff. Throws DatabaseAway. */
  readonly userIdOf: (staffId: string) => Promise<string | undefined>;
}

interface PeopleDeps {
  readonly staff: KnowStaffDeps;
  readonly connector: Pick<Connector, 'member'>;
  /** Undefined in the local trial. */
  readonly tenantId: string | undefined;
  readonly clock: () => Date;
  readonly log: Log;
}

/** A person waits for this; somebody known is taken for who they were where it takes longer. */
const LOOK_UP_TIMEOUT_MS = 3_000;
const ASK_AGAIN_MS = 3_600_000;
const MOST_KNOWN = 20_000;

export function createPeople({ staff, connector, tenantId, clock, log }: PeopleDeps): People {
  /** When Teams last told of somebody, and what id they have, by the id that was asked for. */
  const asked = new Map<string, { readonly userId: string; readonly atMs: number }>();
  const userIds = new Map<string, string>();

  const known = async (userId: string): Promise<Person | undefined> => {
    const found = await findUser(staff, 'teams', userId);
    if (!found) return undefined;
    if (found.standing === 'member') return { kind: 'member', staff: found.staff };
    return { kind: 'barred', standing: found.standing };
  };

  const keep = (id: string, userId: string): void => {
    if (asked.size >= MOST_KNOWN) asked.clear();
    asked.set(id, { userId, atMs: clock().getTime() });
  };

  /** Somebody whom Teams no longer knows. */
  const gone = async (userId: string): Promise<void> => {
    const found = await findUser(staff, 'teams', userId);
    if (!found) return;
    await rememberUsers(staff, [{ platform: 'teams', userId, name: found.staff.name, standing: 'gone' }]);
    keep(userId, userId);
  };

  return {
    who: async ({ id, serviceUrl, conversation }) => {
      const before = asked.get(id);
      if (before && clock().getTime() - before.atMs < ASK_AGAIN_MS) {
        const person = await known(before.userId);
        if (person) return person;
      }
      const answer = await connector.member({ serviceUrl, conversation, userId: id }, LOOK_UP_TIMEOUT_MS);
      if (answer.kind === 'ok') {
        const user = readMember(answer.body, tenantId);
        if (!user) return { kind: 'barred', standing: 'unknown' };
        await rememberUsers(staff, [user]);
        keep(id, user.userId);
        if (id !== user.userId) keep(user.userId, user.userId);
        return (await known(user.userId)) ?? { kind: 'barred', standing: 'unknown' };
      }
      if (isNobody(answer)) await gone(id);
      else log.warn({ platform: 'teams', why: answerInWords(answer) }, 'Teams did not say who acted');
      return (await known(id)) ?? { kind: 'barred', standing: 'unknown' };
    },
    doubt: (ids) => ids.forEach((id) => asked.delete(id)),
    userIdOf: async (staffId) => {
      const cached = userIds.get(staffId);
      if (cached !== undefined) return cached;
      const found = await staff.transaction((store) => store.userIdOf(staffId, 'teams'));
      if (found !== undefined && userIds.size < MOST_KNOWN) userIds.set(staffId, found);
      return found;
    },
  };
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-agent-conversational-apis */
function isNobody(answer: ConnectorAnswer): boolean {
  return answer.kind === 'error' && answer.status === 404 && /MemberNotFound/iu.test(answer.code ?? '');
}
