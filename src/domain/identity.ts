import type { Signal } from './signal.js';

/**
 * The keys by which a person is known, strongest first: the source's own id, then the e-mail address, then the public handle.
 * One customer may have many; one key belongs to one customer. Empty where the sender named nobody.
 */
export function identityKeys(source: string, signal: Pick<Signal, 'customer' | 'author'>): readonly string[] {
  const { customer, author } = signal;
  const keys: string[] = [];
  if (customer?.id) keys.push(`id:${source}:${customer.id}`);
  if (customer?.email) keys.push(`email:${customer.email.trim().toLowerCase()}`);
  if (author?.handle) keys.push(`handle:${source}:${author.handle.toLowerCase()}`);
  return keys;
}

/** The key of the account behind the customer; nothing where the sender named none. */
export function accountKey(signal: Pick<Signal, 'account'>): string | undefined {
  const account = signal.account;
  if (account?.id) return `id:${account.id}`;
  return account?.name ? `name:${account.name.trim().toLowerCase()}` : undefined;
}
