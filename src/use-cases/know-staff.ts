/** Who is who: platform users become staff, one person across platforms. */
import type { PlatformName } from '../domain/policy.js';
import type { PlatformUser, Staff, Standing } from '../domain/staff.js';
import type { Clock, NewId, Transaction } from './transaction.js';

export interface KnowStaffStore {
  /**
   * Keeps what the platform says of its users. A user with the verified e-mail address of somebody known is that person;
   * otherwise a new member of staff.
   */
  rememberUsers(users: readonly PlatformUser[], at: Date, newId: NewId): Promise<void>;
  findUser(platform: PlatformName, userId: string): Promise<KnownUser | undefined>;
  findStaff(staffId: string): Promise<Staff | undefined>;
  /** Everybody who may act, by name. */
  listStaff(): Promise<readonly Staff[]>;
  /** The name of everybody who is known, whether they may act, may not, or left. */
  staffNames(): Promise<readonly string[]>;
  /** The platform's id of a member of staff. */
  userIdOf(staffId: string, platform: PlatformName): Promise<string | undefined>;
}

export interface KnownUser {
  readonly staff: Staff;
  readonly standing: Standing;
}

export interface KnowStaffDeps {
  readonly transaction: Transaction<KnowStaffStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** The one address of somebody who has several, by each of the others, in lower case. */
  readonly oneAddress?: ReadonlyMap<string, string>;
}

/** Keeps many users in slices, so that no statement grows long. */
export async function rememberUsers(deps: KnowStaffDeps, users: readonly PlatformUser[]): Promise<void> {
  const SLICE = 500;
  for (let from = 0; from < users.length; from += SLICE) {
    await deps.transaction((store) =>
      store.rememberUsers(
        users.slice(from, from + SLICE).map((user) => knownBy(user, deps.oneAddress)),
        deps.clock(),
        deps.newId,
      ),
    );
  }
}

function knownBy(user: PlatformUser, oneAddress: KnowStaffDeps['oneAddress']): PlatformUser {
  const email = user.email === undefined ? undefined : oneAddress?.get(user.email.trim().toLowerCase());
  return email === undefined ? user : { ...user, email };
}

export async function findUser(
  deps: KnowStaffDeps,
  platform: PlatformName,
  userId: string,
): Promise<KnownUser | undefined> {
  return deps.transaction((store) => store.findUser(platform, userId));
}
