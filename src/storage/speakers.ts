import { createHash } from 'node:crypto';
import { accountKey, identityKeys } from '../domain/identity.js';
import { idFromDigest } from '../domain/uuid.js';
import type { Speaker, TriageStore, WaitingSignal } from '../use-cases/triage-signals.js';
import { type Sql, statement } from './sql.js';

/** What a signal says fills or replaces what was known; what it does not say stays. Rows are written in the order of their keys. */
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
     seen_at = excluded.seen_at
   returning a.id, a.key, a.tier, a.annual_value, a.business_unit`,
);

const KNOWN_IDENTITIES = statement(
  'known_identities',
  'select key, customer_id from customer_identities where key = any($1::text[])',
);

const KEEP_CUSTOMERS = statement(
  'keep_customers',
  `insert into customers as c (id, account_id, name, email, phone, stage, preferred_contact, time_zone, first_seen_at, seen_at)
   select g.id, g.account_id, g.name, g.email, g.phone, g.stage, g.preferred_contact, g.time_zone, $2, $2
   from json_to_recordset($1::json)
     as g (id uuid, account_id uuid, name text, email text, phone text, stage text, preferred_contact text, time_zone text)
   order by g.id
   on conflict (id) do update set
     account_id = coalesce(excluded.account_id, c.account_id), name = coalesce(excluded.name, c.name),
     email = coalesce(excluded.email, c.email), phone = coalesce(excluded.phone, c.phone), stage = coalesce(excluded.stage, c.stage),
     preferred_contact = coalesce(excluded.preferred_contact, c.preferred_contact),
     time_zone = coalesce(excluded.time_zone, c.time_zone), seen_at = excluded.seen_at
   returning c.id, c.account_id, c.stage`,
);

const KEEP_IDENTITIES = statement(
  'keep_identities',
  `insert into customer_identities (key, customer_id)
   select key, customer_id from json_to_recordset($1::json) as g (key text, customer_id uuid) order by key
   on conflict (key) do nothing`,
);

const KNOWN_ACCOUNTS = statement(
  'known_accounts',
  'select id, key, tier, annual_value, business_unit from accounts where id = any($1::uuid[])',
);

interface AccountRow {
  readonly id: string;
  readonly key: string;
  readonly tier: string | null;
  readonly annual_value: number | null;
  readonly business_unit: string | null;
}

interface CustomerRow {
  readonly id: string;
  readonly account_id: string | null;
  readonly stage: string | null;
}

/**
 * A new customer's or account's id is drawn from its first key, so that two processes that meet the same stranger at the same
 * moment write the same row and need not ask each other.
 */
export function createSpeakerStore(sql: Sql): Pick<TriageStore, 'knowSpeakers'> {
  return {
    async knowSpeakers(signals, at) {
      const [accounts, customerOf] = await Promise.all([
        keepAccounts(sql, signals, at),
        findCustomers(sql, signals),
      ]);
      const customers = await keepCustomers(sql, signals, customerOf, accounts, at);
      await fillAccounts(sql, customers, accounts);
      return new Map(
        signals.map((each) => [each.id, speaker(each, customerOf.get(each.id), customers, accounts)]),
      );
    },
  };
}

type Accounts = Map<string, AccountRow>;

async function keepAccounts(sql: Sql, signals: readonly WaitingSignal[], at: Date): Promise<Accounts> {
  const given = new Map<string, Record<string, unknown>>();
  for (const { signal } of signals) {
    const key = accountKey(signal);
    const { account } = signal;
    if (key === undefined || !account) continue;
    const { name, tier, annualValue, currency, businessUnit, owner } = account;
    const facts = { name, tier, annual_value: annualValue, currency, business_unit: businessUnit, owner };
    given.set(key, { ...given.get(key), ...present(facts), id: derivedId('account', key), key });
  }
  if (given.size === 0) return new Map();
  const rows = await sql<AccountRow>(KEEP_ACCOUNTS, [JSON.stringify([...given.values()]), at]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The customer of each signal that names one: the first of its keys that is known, else a new one. */
async function findCustomers(sql: Sql, signals: readonly WaitingSignal[]): Promise<Map<string, string>> {
  const keysOf = new Map(signals.map(({ id, source, signal }) => [id, identityKeys(source, signal)]));
  const keys = [...new Set([...keysOf.values()].flat())];
  if (keys.length === 0) return new Map();
  const rows = await sql<{ key: string; customer_id: string }>(KNOWN_IDENTITIES, [keys]);
  const known = new Map(rows.map((row) => [row.key, row.customer_id]));
  const customers = new Map<string, string>();
  for (const [signalId, own] of keysOf) {
    const [first] = own;
    if (first === undefined) continue;
    const earlier = own.map((key) => known.get(key)).find((id) => id !== undefined);
    const customerId = earlier ?? derivedId('customer', first);
    for (const key of own) if (!known.has(key)) known.set(key, customerId);
    customers.set(signalId, customerId);
  }
  return customers;
}

async function keepCustomers(
  sql: Sql,
  signals: readonly WaitingSignal[],
  customerOf: ReadonlyMap<string, string>,
  accounts: Accounts,
  at: Date,
): Promise<Map<string, CustomerRow>> {
  const given = new Map<string, Record<string, unknown>>();
  const identities = new Map<string, string>();
  for (const { id, source, signal } of signals) {
    const customerId = customerOf.get(id);
    if (customerId === undefined) continue;
    const { name, email, phone, stage, preferredContact, timeZone } = signal.customer ?? {};
    const key = accountKey(signal);
    const accountId = key === undefined ? undefined : derivedId('account', key);
    const facts = {
      account_id: accountId !== undefined && accounts.has(accountId) ? accountId : undefined,
      name: name ?? signal.author?.name,
      email,
      phone,
      stage,
      preferred_contact: preferredContact,
      time_zone: timeZone,
    };
    given.set(customerId, { ...given.get(customerId), ...present(facts), id: customerId });
    for (const each of identityKeys(source, signal))
      if (!identities.has(each)) identities.set(each, customerId);
  }
  if (given.size === 0) return new Map();
  const identityRows = [...identities].map(([key, customer_id]) => ({ key, customer_id }));
  const [rows] = await Promise.all([
    sql<CustomerRow>(KEEP_CUSTOMERS, [JSON.stringify([...given.values()]), at]),
    sql(KEEP_IDENTITIES, [JSON.stringify(identityRows)]),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A customer may belong to an account that this batch does not speak of. */
async function fillAccounts(
  sql: Sql,
  customers: ReadonlyMap<string, CustomerRow>,
  accounts: Accounts,
): Promise<void> {
  const missing = new Set(
    [...customers.values()].flatMap(({ account_id: id }) => (id !== null && !accounts.has(id) ? [id] : [])),
  );
  if (missing.size === 0) return;
  for (const row of await sql<AccountRow>(KNOWN_ACCOUNTS, [[...missing]])) accounts.set(row.id, row);
}

function speaker(
  { signal }: WaitingSignal,
  customerId: string | undefined,
  customers: ReadonlyMap<string, CustomerRow>,
  accounts: Accounts,
): Speaker {
  const customer = customerId === undefined ? undefined : customers.get(customerId);
  const key = accountKey(signal);
  const accountId = key === undefined ? (customer?.account_id ?? undefined) : derivedId('account', key);
  const account = accountId === undefined ? undefined : accounts.get(accountId);
  return {
    ...(customerId !== undefined && { customerId }),
    ...(accountId !== undefined && { accountId }),
    ...(account?.tier != null && { tier: account.tier }),
    ...(account?.annual_value != null && { annualValue: account.annual_value }),
    ...(account?.business_unit != null && { businessUnit: account.business_unit }),
    ...(customer?.stage != null && { stage: customer.stage }),
  };
}

function derivedId(kind: string, key: string): string {
  return idFromDigest(createHash('sha256').update(`${kind}\0${key}`).digest('hex'));
}

function present(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
