/** Keeps what a batch of signals says of customers and accounts. Rows are written in the order of their keys. */
import { accountKey, identityKeys } from '../domain/identity.js';
import { nameWords } from '../domain/name-words.js';
import type { Speaker, WaitingSignal } from '../use-cases/triage-store.js';
import { accountIdOf } from './speaker-ids.js';
import { type Sql, statement } from './sql.js';

const KEEP_ACCOUNTS = statement(
  'keep_accounts',
  `insert into accounts as a (id, key, name, tier, annual_value, currency, business_unit, owner, seen_at)
   select g.id, g.key, g.name, g.tier, g.annual_value, g.currency, g.business_unit, g.owner, $2
   from json_to_recordset($1::json)
     as g (id uuid, key text, name text, tier text, annual_value float8, currency text, business_unit text, owner text)
   order by g.key
   on conflict (key) do update set
     name = coalesce(excluded.name, a.name), tier = coalesce(excluded.tier, a.tier),
     annual_value = coalesce(excluded.annual_value, a.annual_value), currency = coalesce(excluded.currency, a.currency),
     business_unit = coalesce(excluded.business_unit, a.business_unit), owner = coalesce(excluded.owner, a.owner),
     seen_at = excluded.seen_at`,
);

/** A row that another transaction has updated or locked has its number as xmax: https://www.postgresql.org/docs/15/ddl-system-columns.html */
const KEEP_CUSTOMERS = statement(
  'keep_customers',
  `insert into customers as c (id, account_id, name, email, phone, stage, preferred_contact, time_zone, first_seen_at, seen_at, name_words)
   select g.id, g.account_id, g.name, g.email, g.phone, g.stage, g.preferred_contact, g.time_zone, $2, $2,
     case when g.words is not null then array_to_tsvector(g.words) end
   from json_to_recordset($1::json)
     as g (id uuid, account_id uuid, name text, email text, phone text, stage text, preferred_contact text, time_zone text,
       words text[])
   order by g.id
   on conflict (id) do update set
     account_id = coalesce(excluded.account_id, c.account_id), name = coalesce(excluded.name, c.name),
     email = coalesce(excluded.email, c.email), phone = coalesce(excluded.phone, c.phone), stage = coalesce(excluded.stage, c.stage),
     preferred_contact = coalesce(excluded.preferred_contact, c.preferred_contact),
     time_zone = coalesce(excluded.time_zone, c.time_zone), seen_at = excluded.seen_at,
     name_words = coalesce(excluded.name_words, c.name_words)
   returning id, xmax = 0 as is_new`,
);

const KEEP_IDENTITIES = statement(
  'keep_identities',
  `insert into customer_identities (key, customer_id)
   select key, customer_id from json_to_recordset($1::json) as g (key text, customer_id uuid) order by key
   on conflict (key) do nothing`,
);

interface KeptRow {
  readonly id: string;
  readonly is_new: boolean;
}

type Rows = Map<string, Readonly<Record<string, unknown>>>;

/** Answers the customers that are new: also another process has written nothing of them, which would have held up their row. */
export async function keepSpeakers(
  sql: Sql,
  signals: readonly WaitingSignal[],
  speakers: ReadonlyMap<string, Speaker>,
  at: Date,
): Promise<ReadonlySet<string>> {
  const accounts: Rows = new Map();
  const customers: Rows = new Map();
  const identities = new Map<string, string>();
  for (const { id, source, signal } of signals) {
    const accountId = accountIdOf(signal);
    if (accountId !== undefined && signal.account) {
      const { name, tier, annualValue, currency, businessUnit, owner } = signal.account;
      const facts = { name, tier, annual_value: annualValue, currency, business_unit: businessUnit, owner };
      add(accounts, accountId, { ...facts, key: accountKey(signal) });
    }
    const customerId = speakers.get(id)?.customerId;
    if (customerId === undefined) continue;
    const { name, email, phone, stage, preferredContact, timeZone } = signal.customer ?? {};
    const called = name ?? signal.author?.name;
    add(customers, customerId, {
      account_id: accountId,
      name: called,
      words: called === undefined ? undefined : nameWords(called),
      email,
      phone,
      stage,
      preferred_contact: preferredContact,
      time_zone: timeZone,
    });
    for (const key of identityKeys(source, signal)) if (!identities.has(key)) identities.set(key, customerId);
  }
  if (accounts.size > 0) sql.send(KEEP_ACCOUNTS, [JSON.stringify([...accounts.values()]), at]);
  if (customers.size === 0) return new Set();
  const kept = sql<KeptRow>(KEEP_CUSTOMERS, [JSON.stringify([...customers.values()]), at]);
  const identityRows = [...identities].map(([key, customer_id]) => ({ key, customer_id }));
  sql.send(KEEP_IDENTITIES, [JSON.stringify(identityRows)]);
  return new Set((await kept).flatMap(({ id, is_new: isNew }) => (isNew ? [id] : [])));
}

/** Of two signals of one customer the later fills or replaces what the earlier said. */
function add(rows: Rows, id: string, facts: Readonly<Record<string, unknown>>): void {
  const said = Object.entries(facts).filter(([, value]) => value !== undefined);
  rows.set(id, { ...rows.get(id), ...Object.fromEntries(said), id });
}
