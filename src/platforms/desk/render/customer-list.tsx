import { accountWords } from '../../../cards/account-words.js';
import { customerName } from '../../../cards/customer-name.js';
import { known } from '../../../cards/known.js';
import type { FoundCustomer } from '../../../domain/customer.js';
import { customerPath } from '../address.js';
import type { Moment } from '../screen.js';
import { When } from './when.js';

/** A line each: who, of which account, how to reach them, when they were heard last. */
export function CustomerList({ customers, moment }: { customers: readonly FoundCustomer[]; moment: Moment }) {
  return (
    <ul class="people">
      {customers.map(({ customer, account, seenAt }) => (
        <li>
          <a class="people-name" href={customerPath(customer.id)} dir="auto">
            {customerName(customer)}
          </a>
          <span class="people-account" dir="auto">
            {accountWords(account)}
          </span>
          <span class="people-address" dir="auto">
            {known(customer.email, 80) ?? known(customer.phone, 40)}
          </span>
          <When at={seenAt} as="relative" moment={moment} />
        </li>
      ))}
    </ul>
  );
}
