/** Who speaks in a batch of signals, and what is known of them: from earlier signals, and from what these say. */
import { accountKey, identityKeys } from '../domain/identity.js';
import type { Speaker, WaitingSignal } from '../use-cases/triage-store.js';
import { accountIdOf, customerIdOf } from './speaker-ids.js';
import { type Sql, statement } from './sql.js';

const KNOWN_CUSTOMERS = statement(
  'known_customers',
  `select i.key, i.customer_id, c.stage, c.account_id, a.tier, a.annual_value, a.business_unit
   from customer_identities i join customers c on c.id = i.customer_id left join accounts a on a.id = c.account_id
   where i.key = any($1::text[])`,
);

const KNOWN_ACCOUNTS = statement(
  'known_accounts',
  'select id as account_id, tier, annual_value, business_unit from accounts where key = any($1::text[])',
);

type Account = Pick<Speaker, 'tier' | 'annualValue' | 'businessUnit'>;
type Customer = Pick<Speaker, 'accountId' | 'stage'>;

interface Known {
  /** By id. */
  readonly accounts: Map<string, Account>;
  readonly customers: Map<string, Customer>;
  /** Customer ids by identity key. */
  readonly identities: Map<string, string>;
}

/** By signal id. What a signal says fills or replaces what was known; what it does not say stays. */
export async function findSpeakers(
  sql: Sql,
  signals: readonly WaitingSignal[],
): Promise<ReadonlyMap<string, Speaker>> {
  const { accounts, customers, identities } = await findKnown(sql, signals);
  const customerOf = new Map(
    signals.map((each) => [each.id, recognise(identities, identityKeys(each.source, each.signal))]),
  );
  for (const { id, signal } of signals) {
    const accountId = accountIdOf(signal);
    if (accountId !== undefined) {
      const { tier, annualValue, businessUnit } = signal.account ?? {};
      add(accounts, accountId, { tier, annualValue, businessUnit });
    }
    const customerId = customerOf.get(id);
    if (customerId !== undefined) add(customers, customerId, { accountId, stage: signal.customer?.stage });
  }
  return new Map(
    signals.map(({ id, signal }) => {
      const customerId = customerOf.get(id);
      const customer = customerId === undefined ? {} : customers.get(customerId);
      const accountId = accountIdOf(signal) ?? customer?.accountId;
      const account = accountId === undefined ? {} : accounts.get(accountId);
      return [id, { ...account, ...customer, ...said({ customerId, accountId }) }];
    }),
  );
}

/** The first of the keys that is known says who it is; the others are theirs from now on. */
function recognise(identities: Map<string, string>, keys: readonly string[]): string | undefined {
  const [first] = keys;
  if (first === undefined) return undefined;
  const customerId =
    keys.map((key) => identities.get(key)).find((id) => id !== undefined) ?? customerIdOf(first);
  for (const key of keys) if (!identities.has(key)) identities.set(key, customerId);
  return customerId;
}

interface AccountRow {
  readonly account_id: string | null;
  readonly tier: string | null;
  readonly annual_value: number | null;
  readonly business_unit: string | null;
}

interface CustomerRow extends AccountRow {
  readonly key: string;
  readonly customer_id: string;
  readonly stage: string | null;
}

async function findKnown(sql: Sql, signals: readonly WaitingSignal[]): Promise<Known> {
  const keys = [...new Set(signals.flatMap(({ source, signal }) => identityKeys(source, signal)))];
  const accountKeys = [...new Set(signals.flatMap(({ signal }) => accountKey(signal) ?? []))];
  const [customerRows, accountRows] = await Promise.all([
    keys.length > 0 ? sql<CustomerRow>(KNOWN_CUSTOMERS, [keys]) : [],
    accountKeys.length > 0 ? sql<AccountRow>(KNOWN_ACCOUNTS, [accountKeys]) : [],
  ]);
  const known: Known = { accounts: new Map(), customers: new Map(), identities: new Map() };
  for (const { key, customer_id: id, stage, account_id: accountId } of customerRows) {
    known.identities.set(key, id);
    add(known.customers, id, { accountId: accountId ?? undefined, stage: stage ?? undefined });
  }
  for (const { account_id: id, ...row } of [...customerRows, ...accountRows]) {
    if (id === null) continue;
    add(known.accounts, id, {
      tier: row.tier ?? undefined,
      annualValue: row.annual_value ?? undefined,
      businessUnit: row.business_unit ?? undefined,
    });
  }
  return known;
}

type Unsaid<Facts> = { readonly [Name in keyof Facts]: Facts[Name] | undefined };

function add<Facts extends object>(
  known: Map<string, Facts>,
  id: string,
  facts: Unsaid<Required<Facts>>,
): void {
  known.set(id, { ...known.get(id), ...said(facts) } as Facts);
}

/** Without what is not said, so that it replaces nothing. */
function said<Facts extends object>(
  facts: Facts,
): { [Name in keyof Facts]?: Exclude<Facts[Name], undefined> } {
  const pairs = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(pairs) as { [Name in keyof Facts]?: Exclude<Facts[Name], undefined> };
}
