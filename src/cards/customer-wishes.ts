/** How and when the customer wants to be reached, in words. */
import type { CustomerView } from '../domain/alert-view.js';
import { isTimeZone } from '../domain/zoned-time.js';
import { known } from './known.js';
import { zoneWords } from './zone-words.js';

const CONTACTS: ReadonlyMap<string, string> = new Map([
  ['phone', 'a phone call'],
  ['call', 'a phone call'],
  ['email', 'e-mail'],
  ['e-mail', 'e-mail'],
  ['sms', 'a text message'],
]);

/** "a phone call", or as the sender wrote it. */
export function preferredContact(customer: CustomerView | undefined): string | undefined {
  const given = known(customer?.preferredContact, 60);
  return given && (CONTACTS.get(given.toLowerCase()) ?? given);
}

/** "Berlin time" for Europe/Berlin; undefined where it is no time zone. */
export function timeZoneWords(customer: CustomerView | undefined): string | undefined {
  const zone = customer?.timeZone;
  if (zone === undefined || !isTimeZone(zone)) return undefined;
  return zoneWords(zone);
}
