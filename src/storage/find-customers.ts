/** Finds customers by what names them, and by the words of their names. */
import type { FoundCustomer } from '../domain/customer.js';
import type { ReadCustomersStore } from '../use-cases/read-customers.js';
import { type AccountRow, type CustomerRow, toAccount, toCustomer } from './alert-rows.js';
import { type Sql, type Statement, statement } from './sql.js';

/** Of names that are too common no more are looked at: whoever looks for one types more of it. */
const MOST_NAMED = 200;
/** Among the newest so many voices there are customers enough to show. */
const MOST_RECENT = 300;

/** `customers`: a subselect of rows of customers with a place in the order. */
function selectFound(customers: string): string {
  return `
  select to_json(c) as customer, to_json(t) as account, c.seen_at, n.number
  from (${customers}) c
  left join accounts t on t.id = c.account_id
  left join lateral (select number from alerts where customer_id = c.id order by opened_at desc limit 1) n on true
  order by c.place, c.seen_at desc, c.id`;
}

const COLUMNS = 'id, account_id, name, email, phone, stage, preferred_contact, time_zone, seen_at';

const BY_ID = statement(
  'customers_by_id',
  selectFound(`select ${COLUMNS}, 0 as place from customers where id = any($1::uuid[])`),
);

/** Who is known by several of the keys is found as often. */
const BY_KEY = statement(
  'customers_by_key',
  selectFound(
    `select c.*, 0 as place from unnest($1::text[]) as k (key)
     cross join lateral (select customer_id from customer_identities where key = k.key) i
     cross join lateral (select ${COLUMNS} from customers where id = i.customer_id offset 0) c`,
  ),
);

const OF_ALERT = statement('customer_of_alert', 'select customer_id from alerts where number = $1');

/** $1 the beginnings as a tsquery, $2 the words. */
const BY_NAME = statement(
  'customers_by_name',
  selectFound(
    `select ${COLUMNS}, case when name_words = array_to_tsvector($2::text[]) then 0 else 1 end as place
     from (select * from customers where name_words @@ $1::tsquery limit ${MOST_NAMED}) m
     order by place, seen_at desc, id limit $3`,
  ),
);

/** From the end of the signals: an index on when a customer was heard last would have to be written with every voice. */
const RECENT = statement(
  'recent_customers',
  selectFound(
    `select c.*, 0 as place
     from (select distinct customer_id from (select customer_id from signals order by id desc limit ${MOST_RECENT}) s) i
     cross join lateral (select ${COLUMNS} from customers where id = i.customer_id offset 0) c
     order by c.seen_at desc, c.id limit $1`,
  ),
);

type FindCustomers = Omit<ReadCustomersStore, 'customerProfile' | 'customerTimeline'>;

export function createFindCustomers(sql: Sql): FindCustomers {
  const find = async (query: Statement, values: readonly unknown[]): Promise<readonly FoundCustomer[]> =>
    (await sql<FoundRow>(query, values)).map(toFound);
  return {
    customersById: (ids) => find(BY_ID, [ids]),
    customersByKey: (keys) => find(BY_KEY, [keys]),
    async customersOfAlert(alert) {
      const [row] = await sql<{ customer_id: string | null }>(OF_ALERT, [alert]);
      if (!row) return undefined;
      return row.customer_id === null ? [] : find(BY_ID, [[row.customer_id]]);
    },
    // Words hold letters and digits only: nothing in them can end the quotation.
    customersByName: (words, limit) =>
      find(BY_NAME, [words.map((word) => `'${word}':*`).join(' & '), words, limit]),
    recentCustomers: (limit) => find(RECENT, [limit]),
  };
}

interface FoundRow {
  readonly customer: CustomerRow;
  readonly account: AccountRow | null;
  readonly seen_at: Date;
  readonly number: string | null;
}

function toFound(row: FoundRow): FoundCustomer {
  return {
    customer: toCustomer(row.customer),
    seenAt: row.seen_at,
    ...(row.account && { account: toAccount(row.account) }),
    ...(row.number !== null && { alert: Number(row.number) }),
  };
}
