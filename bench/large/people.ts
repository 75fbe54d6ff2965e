/** Staff, accounts and customers of the large benchmark. */
import { moment, SIGNALS_PER_ACCOUNT, SIGNALS_PER_CUSTOMER, SOURCES, STAFF } from './town.js';

const STAFF_MEMBERS = `
  insert into staff (id, name, email, time_zone, seen_at)
  select bench.staff(n), 'Colleague ' || n, 'colleague-' || n || '@example.org', 'Europe/Berlin', ${moment()}
  from generate_series(1, ${STAFF}) n`;

const STAFF_IDENTITIES = `
  insert into staff_identities (platform, user_id, staff_id, standing, seen_at)
  select platform, upper(left(platform, 1)) || n, bench.staff(n), 'member', ${moment()}
  from generate_series(1, ${STAFF}) n cross join unnest(array['desk', 'slack']) platform`;

export function peopleOf(signals: number): readonly string[] {
  const customers = Math.ceil(signals / SIGNALS_PER_CUSTOMER);
  const accounts = Math.ceil(signals / SIGNALS_PER_ACCOUNT);
  return [
    STAFF_MEMBERS,
    STAFF_IDENTITIES,
    `insert into accounts (id, key, name, tier, annual_value, currency, seen_at)
     select bench.account(n), 'id:account-' || n, 'Account ' || n,
       case when t < 0.05 then 'enterprise' when t < 0.15 then 'gold' when t < 0.4 then 'silver' end, floor(500 * exp(7 * bench.draw(n, 11))), 'EUR',
       ${moment()} - interval '90 days'
     from generate_series(1, ${accounts}) n cross join lateral (select bench.draw(n, 10) as t) d`,
    `insert into customers (id, account_id, name, email, phone, stage, time_zone, first_seen_at, seen_at)
     select bench.customer(n), case when n % 3 = 0 then bench.account(1 + n % ${accounts}) end, 'Customer ' || n, 'customer-' || n || '@example.org',
       case when n % 4 = 0 then '+49 30 ' || n end, case when n % 9 = 0 then 'onboarding' end, 'Europe/Berlin',
       ${moment()} - interval '90 days', ${moment()} - interval '1 day'
     from generate_series(1, ${customers}) n`,
    `insert into customer_identities (key, customer_id)
     select 'id:' || source || ':customer-' || n, bench.customer(n)
     from generate_series(1, ${customers}) n
     cross join lateral (select bench.pick(array[${SOURCES.map((each) => `'${each}'`).join(', ')}], bench.draw(n, 12)) as source) s
     union all select 'email:customer-' || n || '@example.org', bench.customer(n) from generate_series(1, ${customers}) n`,
  ];
}
