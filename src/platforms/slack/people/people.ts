/** Who is who on Slack: all of the workspace at the start, changes as they happen, and whoever is still unknown when they act. */
import type { PlatformUser, Staff, Standing } from '../../../domain/staff.js';
import { findUser, type KnowStaffDeps, rememberUsers } from '../../../use-cases/know-staff.js';
import type { Log } from '../../../use-cases/log.js';
import { type JsonRecord, recordAt, recordsAt } from '../../wire/record.js';
import { pages } from '../call/pages.js';
import { answerInWords, type SlackCall } from '../call/slack-call.js';
import { RATES } from '../limits.js';
import { readUser } from './slack-user.js';

export type Person =
  | { readonly kind: 'member'; readonly staff: Staff }
  | { readonly kind: 'barred'; readonly standing: Exclude<Standing, 'member'> | 'unknown' };

export interface People {
  /** Remembers everybody. False where Slack did not show us all. */
  readonly load: () => Promise<boolean>;
  /** Remembers one whom an event describes. */
  readonly remember: (user: JsonRecord) => Promise<void>;
  /** Who it is; `lookingUp` is called before Slack has to be asked. Throws DatabaseAway. */
  readonly who: (userId: string, lookingUp?: () => void) => Promise<Person>;
  /** What somebody is called, where they are known; Slack is not asked. Throws DatabaseAway. */
  readonly nameOf: (userId: string) => Promise<string | undefined>;
  /** The Slack id of a member of staff. Throws DatabaseAway. */
  readonly userIdOf: (staffId: string) => Promise<string | undefined>;
}

interface PeopleDeps {
  readonly staff: KnowStaffDeps;
  readonly call: SlackCall;
  /** Our workspace, once Slack has told. */
  readonly teamId: () => string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** Slack recommends no more: https://docs.slack.dev/reference/methods/users.list */
const PAGE = 200;
const LOOK_UP_TIMEOUT_MS = 5_000;
const MOST_KNOWN_IDS = 20_000;

export function createPeople({ staff, call, teamId, sleep, log }: PeopleDeps): People {
  /** A member of staff keeps their Slack id: only found ones are kept. */
  const userIds = new Map<string, string>();
  /** What was remembered last: most changes that Slack tells of are of statuses and pictures. */
  const latest = new Map<string, string>();
  const keep = (user: PlatformUser): void => {
    if (latest.size < MOST_KNOWN_IDS || latest.has(user.userId))
      latest.set(user.userId, JSON.stringify(user));
  };

  const known = async (userId: string): Promise<Person | undefined> => {
    const found = await findUser(staff, 'slack', userId);
    if (!found) return undefined;
    if (found.standing === 'member') return { kind: 'member', staff: found.staff };
    return { kind: 'barred', standing: found.standing };
  };

  const read = (user: JsonRecord): PlatformUser | undefined => {
    const team = teamId();
    return team === undefined ? undefined : readUser(user, team);
  };
  const write = async (user: PlatformUser | undefined): Promise<void> => {
    if (!user) return;
    await rememberUsers(staff, [user]);
    keep(user);
  };

  return {
    remember: async (described) => {
      const user = read(described);
      if (user && latest.get(user.userId) !== JSON.stringify(user)) await write(user);
    },
    load: async () => {
      const team = teamId();
      if (team === undefined) return false;
      let count = 0;
      const listed = pages({
        call,
        method: 'users.list',
        args: { limit: PAGE },
        pauseMs: RATES.tier2PageMs,
        sleep,
      });
      for await (const page of listed) {
        if (page.kind !== 'ok') {
          log.warn({ platform: 'slack', why: answerInWords(page) }, 'Slack did not list its people');
          return false;
        }
        const users = recordsAt(page.body, 'members').flatMap((user) => readUser(user, team) ?? []);
        await rememberUsers(staff, users);
        users.forEach(keep);
        count += users.length;
      }
      log.info({ platform: 'slack', users: count }, 'Slack has listed its people');
      return true;
    },
    who: async (userId, lookingUp) => {
      const person = await known(userId);
      if (person) return person;
      lookingUp?.();
      const answer = await call('users.info', { user: userId }, LOOK_UP_TIMEOUT_MS);
      if (answer.kind === 'ok') {
        await write(read(recordAt(answer.body, 'user')));
        return (await known(userId)) ?? { kind: 'barred', standing: 'unknown' };
      }
      log.warn({ platform: 'slack', why: answerInWords(answer) }, 'Slack did not say who acted');
      return { kind: 'barred', standing: 'unknown' };
    },
    nameOf: async (userId) => (await findUser(staff, 'slack', userId))?.staff.name,
    userIdOf: async (staffId) => {
      const cached = userIds.get(staffId);
      if (cached !== undefined) return cached;
      const found = await staff.transaction((store) => store.userIdOf(staffId, 'slack'));
      if (found !== undefined && userIds.size < MOST_KNOWN_IDS) userIds.set(staffId, found);
      return found;
    },
  };
}
