/**
 * A new customer's or account's id is drawn from its first key, so that two processes that meet the same stranger at the same
 * moment write the same row and need not ask each other.
 */
import { createHash } from 'node:crypto';
import { accountKey } from '../domain/identity.js';
import type { Signal } from '../domain/signal.js';
import { idFromDigest } from '../domain/uuid.js';

export function customerIdOf(firstKey: string): string {
  return derivedId('customer', firstKey);
}

/** Undefined where the signal names no account. */
export function accountIdOf(signal: Pick<Signal, 'account'>): string | undefined {
  const key = accountKey(signal);
  return key === undefined ? undefined : derivedId('account', key);
}

function derivedId(kind: string, key: string): string {
  return idFromDigest(createHash('sha256').update(`${kind}\0${key}`).digest('hex'));
}
