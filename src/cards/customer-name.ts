import type { CustomerView } from '../domain/alert-view.js';
import { known } from './known.js';

/** What to call a customer by. */
export function customerName({ name, email, phone }: CustomerView): string {
  return known(name, 60) ?? known(email, 60) ?? known(phone, 40) ?? 'A customer without a name';
}
