import { type Contacts, MOST_CONTACTS } from '../domain/contacts.js';
import { ordinal } from './ordinal.js';
import { type Line, line } from './text.js';

const DAY_MS = 86_400_000;

/** "3rd contact in 9 days", "2nd contact today"; nothing of the first, which tells nothing. */
export function contactsWords(contacts: Contacts | undefined): Line {
  if (contacts === undefined || contacts.count < 2) return [];
  const { count, since, newest } = contacts;
  const which = count > MOST_CONTACTS ? `more than ${MOST_CONTACTS} contacts` : `${ordinal(count)} contact`;
  const spanMs = newest.getTime() - since.getTime();
  // A card stands for days: what was today is yesterday to who reads it tomorrow.
  if (spanMs < DAY_MS) return line(`${which} `, { kind: 'time', at: newest, as: 'near_day' });
  const days = Math.round(spanMs / DAY_MS);
  return line(`${which} in ${days === 1 ? 'a day' : `${days} days`}`);
}
