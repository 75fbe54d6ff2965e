/** Finds customers and reads what is known of them. */
import type { CustomerProfile, FoundCustomer, TimelineEntry } from '../domain/customer.js';
import type { SoughtCustomer } from '../domain/sought-customer.js';
import type { Page } from './read-desk.js';

export interface ReadCustomersStore {
  customersById(ids: readonly string[]): Promise<readonly FoundCustomer[]>;
  /** Known by one of these keys: see domain/identity.ts. Some may be there twice. */
  customersByKey(keys: readonly string[]): Promise<readonly FoundCustomer[]>;
  /** Undefined where there is no such alert; empty where nobody is known behind it. */
  customersOfAlert(alert: number): Promise<readonly FoundCustomer[] | undefined>;
  /** Whose names have words that begin so, all of them; who is called exactly so first, then who was heard last. */
  customersByName(words: readonly string[], limit: number): Promise<readonly FoundCustomer[]>;
  /** Who was heard last. */
  recentCustomers(limit: number): Promise<readonly FoundCustomer[]>;
  /** `open`: at most so many alerts. */
  customerProfile(id: string, open: number): Promise<CustomerProfile | undefined>;
  /** Newest first. */
  customerTimeline(id: string, page: Page): Promise<readonly TimelineEntry[]>;
}

export type FoundCustomers =
  | { readonly outcome: 'found'; readonly customers: readonly FoundCustomer[]; readonly more: boolean }
  | { readonly outcome: 'nobody' }
  | { readonly outcome: 'no_alert' | 'nobody_behind'; readonly alert: number };

/** By what names one customer only, and where that is nobody by name. At most `limit`. */
export async function findCustomers(
  store: ReadCustomersStore,
  sought: SoughtCustomer,
  limit: number,
): Promise<FoundCustomers> {
  const { id, alert, keys, words } = sought;
  const exact = [
    ...(id === undefined ? [] : await store.customersById([id])),
    ...(keys.length === 0 ? [] : await store.customersByKey(keys)),
  ];
  if (exact.length > 0) return found(exact, limit);
  if (alert !== undefined) {
    const behind = await store.customersOfAlert(alert);
    if (behind === undefined) return { outcome: 'no_alert', alert };
    return behind.length === 0 ? { outcome: 'nobody_behind', alert } : found(behind, limit);
  }
  const named = words.length === 0 ? [] : await store.customersByName(words, limit + 1);
  return named.length === 0 ? { outcome: 'nobody' } : found(named, limit);
}

function found(customers: readonly FoundCustomer[], limit: number): FoundCustomers {
  const each = [...new Map(customers.map((one) => [one.customer.id, one])).values()];
  return { outcome: 'found', customers: each.slice(0, limit), more: each.length > limit };
}
