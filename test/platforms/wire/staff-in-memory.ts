import type { PlatformUser, Staff } from '../../../src/domain/staff.js';
import type { KnowStaffDeps, KnowStaffStore } from '../../../src/use-cases/know-staff.js';

export function staffId(userId: string): string {
  return `staff-${userId}`;
}

export function staffIn(people: Map<string, PlatformUser>): KnowStaffDeps {
  const staffOf = (user: PlatformUser): Staff => ({ id: staffId(user.userId), name: user.name });
  const store: KnowStaffStore = {
    rememberUsers: (users) => {
      for (const user of users) people.set(user.userId, user);
      return Promise.resolve();
    },
    findUser: (_, userId) => {
      const user = people.get(userId);
      return Promise.resolve(user && { staff: staffOf(user), standing: user.standing });
    },
    findStaff: () => Promise.resolve(undefined),
    listStaff: () => Promise.resolve([...people.values()].map(staffOf)),
    staffNames: () => Promise.resolve([...people.values()].map(({ name }) => name)),
    userIdOf: (id) => Promise.resolve([...people.keys()].find((userId) => staffId(userId) === id)),
  };
  return { transaction: async (work) => work(store), clock: () => new Date(), newId: () => 'id' };
}
