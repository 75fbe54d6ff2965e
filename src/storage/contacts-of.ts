import { CONTACT_DAYS, MOST_CONTACTS } from '../domain/contacts.js';

/**
 * The contacts of `customer` (an expression) in the days before `at`, as a subselect of count, since and newest. No more rows are
 * read than would be told apart, newest first along the index.
 */
export function contactsOf(customer: string, at: string): string {
  return `
    select count(*) filter (where n.spoke)::int as contacts, min(n.occurred_at) filter (where n.spoke) as since,
      max(n.occurred_at) filter (where n.spoke) as newest
    from (
      select s.occurred_at, s.text is not null or s.score is not null as spoke from signals s
      where s.customer_id = ${customer} and s.occurred_at > ${at} - interval '${CONTACT_DAYS} days' and s.occurred_at <= ${at}
      order by s.occurred_at desc limit ${MOST_CONTACTS}) n`;
}
