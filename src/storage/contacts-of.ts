import { CONTACT_DAYS, MOST_CONTACTS } from '../domain/contacts.js';

/** What is said again of the same answer or post is no other contact: a comment that follows its rating, an edited text. */
const ENTRY = `coalesce(s.source || ' ' || s.external_id, s.id::text)`;

/** That a row of `s` is another answer or post than the one of `own`, a row of its source and external_id. */
export const otherEntryThan = (own: string): string =>
  `(s.external_id is null or ${own}.external_id is null or s.external_id <> ${own}.external_id or s.source <> ${own}.source)`;

/**
 * The contacts of `customer` (an expression) in the days before `at`, as a subselect of count, since and newest. No more rows are
 * read than would be told apart, newest first along the index; `only` is a further condition on a row of `s`.
 */
export function contactsOf(customer: string, at: string, only = 'true'): string {
  return `
    select count(distinct n.entry) filter (where n.spoke)::int as contacts, min(n.occurred_at) filter (where n.spoke) as since,
      max(n.occurred_at) filter (where n.spoke) as newest
    from (
      select s.occurred_at, ${ENTRY} as entry, s.text is not null or s.score is not null as spoke from signals s
      where s.customer_id = ${customer} and s.occurred_at > ${at} - interval '${CONTACT_DAYS} days' and s.occurred_at <= ${at}
        and ${only}
      order by s.occurred_at desc limit ${MOST_CONTACTS}) n`;
}
