import { nobodyBehindNote, nobodyNote, whichCustomerNote, whomNote } from '../cards/customer-choice-note.js';
import {
  customerNote,
  ENTRIES_A_PAGE,
  MOST_OPEN_LISTED,
  MOST_PAGES,
  olderNote,
} from '../cards/customer-note.js';
import type { Note } from '../cards/note.js';
import { notFoundNote } from '../cards/refusal-note.js';
import type { FoundCustomer } from '../domain/customer.js';
import { soughtCustomer } from '../domain/sought-customer.js';
import type { Staff } from '../domain/staff.js';
import { findCustomers, type FoundCustomers, type ReadCustomersStore } from '../use-cases/read-customers.js';
import type { ConversationDeps } from './conversation-deps.js';

const MOST_TO_CHOOSE_FROM = 8;
/** "more", "more 2" behind whom it is of. */
const MORE = /^(?<whom>.+?)\s+more(?:\s+(?<page>\d{1,2}))?$/iu;

/** Whoever was typed: one customer told of, several to choose from, or how to ask. */
export async function tellCustomer(deps: ConversationDeps, actor: Staff, text: string): Promise<Note> {
  if (text === '') return whomNote();
  return deps.transaction(async (store) => {
    const { found, page, typed } = await find(store, text, deps.sources);
    switch (found.outcome) {
      case 'nobody':
        return nobodyNote(typed);
      case 'no_alert':
        return notFoundNote(found.alert);
      case 'nobody_behind':
        return nobodyBehindNote(found.alert);
      case 'found': {
        const [only, second] = found.customers;
        if (!only || second) return whichCustomerNote({ ...found, typed });
        return (await tell(store, only, { actor, page })) ?? nobodyNote(typed);
      }
    }
  });
}

interface Asked {
  readonly found: FoundCustomers;
  readonly page: number;
  readonly typed: string;
}

/** A customer may be called More: what was typed is looked for whole before its last word is taken for a wish. */
async function find(store: ReadCustomersStore, text: string, sources: readonly string[]): Promise<Asked> {
  const sought = soughtCustomer(text, sources);
  const found = await findCustomers(store, sought, MOST_TO_CHOOSE_FROM);
  const { whom, page } = MORE.exec(text)?.groups ?? {};
  if (found.outcome !== 'nobody' || whom === undefined) return { found, page: 0, typed: sought.typed };
  const meant = soughtCustomer(whom, sources);
  return {
    found: await findCustomers(store, meant, MOST_TO_CHOOSE_FROM),
    page: Math.min(Math.max(Number(page ?? 1), 1), MOST_PAGES - 1),
    typed: meant.typed,
  };
}

async function tell(
  store: ReadCustomersStore,
  { customer: { id }, alert }: FoundCustomer,
  { actor, page }: { readonly actor: Staff; readonly page: number },
): Promise<Note | undefined> {
  const [profile, entries] = await Promise.all([
    store.customerProfile(id, MOST_OPEN_LISTED),
    store.customerTimeline(id, { limit: (page + 1) * ENTRIES_A_PAGE }),
  ]);
  if (!profile) return undefined;
  const told = { profile, entries: entries.slice(page * ENTRIES_A_PAGE), alert };
  return page === 0 ? customerNote(told, actor) : olderNote(told, page);
}
