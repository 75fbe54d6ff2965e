import type { ReadCustomersStore } from '../use-cases/read-customers.js';
import { readProfile } from './customer-profiles.js';
import { readTimeline } from './customer-timelines.js';
import { createFindCustomers } from './find-customers.js';
import type { Sql } from './sql.js';

export function createCustomerStore(sql: Sql): ReadCustomersStore {
  return {
    ...createFindCustomers(sql),
    customerProfile: (id, open) => readProfile(sql, id, open),
    customerTimeline: (id, page) => readTimeline(sql, id, page),
  };
}
