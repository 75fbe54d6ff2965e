import { alertName } from '../domain/alert.js';
import type { CustomerView } from '../domain/alert-view.js';

/** What stands on a line to type must be easy to type, and be one word. */
const PLAIN_ADDRESS = /^[\w.+-]{1,64}@[\w.-]{1,64}$/u;

/** What names this customer and no other after `/cx-customer`: their address, else an alert of theirs, else our own id. */
export function customerReference(customer: CustomerView, alert: number | undefined): string {
  if (customer.email !== undefined && PLAIN_ADDRESS.test(customer.email)) return customer.email;
  return alert === undefined ? customer.id : alertName(alert);
}
