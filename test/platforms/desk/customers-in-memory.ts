import type { AlertView, CustomerView } from '../../../src/domain/alert-view.js';
import type { CustomerProfile, FoundCustomer, TimelineEntry } from '../../../src/domain/customer.js';
import { nameWords } from '../../../src/domain/name-words.js';
import type { ReadCustomersStore } from '../../../src/use-cases/read-customers.js';

/** Customers as the storage finds and tells of them. */
export function customersInMemory(world: {
  readonly profiles: () => readonly CustomerProfile[];
  /** Of whichever customer is asked for. */
  readonly timeline: () => readonly TimelineEntry[];
  readonly at: () => Date;
  readonly view: (alert: number) => AlertView | undefined;
}): ReadCustomersStore {
  const foundAmong = (wanted: (customer: CustomerView) => boolean): readonly FoundCustomer[] =>
    world
      .profiles()
      .filter(({ customer }) => wanted(customer))
      .map(({ customer, account }) => ({ customer, seenAt: world.at(), ...(account && { account }) }));
  return {
    customersById: (ids) => Promise.resolve(foundAmong(({ id }) => ids.includes(id))),
    customersByKey: (keys) =>
      Promise.resolve(foundAmong(({ email }) => email !== undefined && keys.includes(`email:${email}`))),
    customersOfAlert(alert) {
      const view = world.view(alert);
      return Promise.resolve(view && foundAmong(({ id }) => id === view.customer?.id));
    },
    customersByName: (words) =>
      Promise.resolve(
        foundAmong(({ name = '' }) => {
          const known = nameWords(name);
          return words.every((word) => known.some((each) => each.startsWith(word)));
        }),
      ),
    recentCustomers: () => Promise.resolve(foundAmong(() => true)),
    customerProfile: (id) => Promise.resolve(world.profiles().find(({ customer }) => customer.id === id)),
    customerTimeline(_, { before, limit }) {
      const timeline = world.timeline();
      const from = before === undefined ? 0 : timeline.findIndex(({ position }) => position === before) + 1;
      return Promise.resolve(timeline.slice(from, from + limit));
    },
  };
}
