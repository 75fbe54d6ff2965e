/** Every voice of the two months that says something in words. */
import type { Tale } from './tale.js';
import { ACCOUNTS } from './tales/accounts.js';
import { BEFORE_EARLY } from './tales/before-early.js';
import { BEFORE_LATER } from './tales/before-later.js';
import { BILLING } from './tales/billing.js';
import { DELIVERY } from './tales/delivery.js';
import { LOGIN } from './tales/login.js';
import { PEOPLE } from './tales/people.js';
import { REFUNDS } from './tales/refunds.js';
import { THANKS } from './tales/thanks.js';
import { TODAY } from './tales/today.js';

export const TALES: readonly Tale[] = [
  ...REFUNDS,
  ...LOGIN,
  ...DELIVERY,
  ...BILLING,
  ...ACCOUNTS,
  ...PEOPLE,
  ...BEFORE_EARLY,
  ...BEFORE_LATER,
  ...THANKS,
  ...TODAY,
];
