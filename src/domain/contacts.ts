/** How often a customer got in touch of late: what a card says as "3rd contact in 9 days". */
import type { Signal } from './signal.js';

/** Contacts within so many days of the newest belong together. */
export const CONTACT_DAYS = 30;
/** More are not told apart: who calls that often is known by name. */
export const MOST_CONTACTS = 50;

export interface Contacts {
  readonly count: number;
  /** When the first of them and the newest were, as the customer spoke. */
  readonly since: Date;
  readonly newest: Date;
}

/** Whether the customer said or rated something; what a source only tells of a ticket is no contact. */
export function isContact({ text, score }: Pick<Signal, 'text' | 'score'>): boolean {
  return text !== undefined || score !== undefined;
}

/** `earlier` and `moments` together, as they stood at `at`: what is later, or too long before, does not count. */
export function contactsAt(
  at: Date,
  earlier: Contacts | undefined,
  moments: readonly Date[],
): Contacts | undefined {
  const from = at.getTime() - CONTACT_DAYS * 86_400_000;
  const times = moments
    .map((moment) => moment.getTime())
    .filter((time) => time > from && time <= at.getTime());
  const ends = [...times, ...(earlier ? [earlier.since.getTime(), earlier.newest.getTime()] : [])];
  const count = times.length + (earlier?.count ?? 0);
  if (count === 0) return undefined;
  return { count, since: new Date(Math.min(...ends)), newest: new Date(Math.max(...ends)) };
}

/** The one that reaches furthest. */
export function latestContacts(all: readonly (Contacts | undefined)[]): Contacts | undefined {
  return all
    .filter((each) => each !== undefined)
    .toSorted((a, b) => b.newest.getTime() - a.newest.getTime() || b.count - a.count)[0];
}
