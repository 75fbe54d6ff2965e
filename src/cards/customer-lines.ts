/** What is known of a customer in a few lines; what is not known has none. */
import type { CustomerProfile, Standing } from '../domain/customer.js';
import { METRIC_NAMES, scoreInWords } from '../domain/score.js';
import { accountWords } from './account-words.js';
import { ago } from './ago.js';
import { contactsWords } from './contacts-words.js';
import { customerName } from './customer-name.js';
import { preferredContact, timeZoneWords } from './customer-wishes.js';
import type { Fact } from './card.js';
import { known } from './known.js';
import { clock, type Inline, type Line, line, strong } from './text.js';

/** The first line says who it is. */
export function customerLines(profile: CustomerProfile): readonly Line[] {
  const account = accountWords(profile.account);
  return [
    line(strong(customerName(profile.customer)), account && ` · ${account}`),
    line(about(profile)),
    ...figureFacts(profile).map(({ label, value }) => line(strong(label), ' ', ...value)),
  ].filter((each) => each.length > 0);
}

/** How they want to be reached and who looks after them first, then how often they were heard, their scores, what was promised. */
export function customerFacts(profile: CustomerProfile): readonly Fact[] {
  const known = fact('About', about(profile));
  return [...(known ? [known] : []), ...figureFacts(profile)];
}

function figureFacts(profile: CustomerProfile): readonly Fact[] {
  return [
    fact('Heard', ...heard(profile)),
    fact('Scores', profile.standings.map(standing).join(' · ')),
    fact('Promised', ...promised(profile)),
  ].filter((each) => each !== undefined);
}

function fact(label: string, ...value: readonly (string | Inline | undefined)[]): Fact | undefined {
  const words = line(...value);
  return words.length === 0 ? undefined : { label, value: words };
}

/** "active · prefers a phone call · Madrid time · maria@acme.example · account of Kim Berg". */
function about({ customer, account }: CustomerProfile): string {
  const contact = preferredContact(customer);
  const owner = known(account?.owner, 60);
  const parts = [
    known(customer.stage, 30),
    contact && `prefers ${contact}`,
    timeZoneWords(customer),
    customer.name === undefined ? undefined : known(customer.email, 80),
    known(customer.phone, 40),
    owner && `account of ${owner}`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** "12 times since 3 March, the newest 2 h ago · 3rd contact in 9 days". */
function heard({ heard: voices, contacts }: CustomerProfile): readonly (string | Inline)[] {
  if (!voices) return [];
  const { count, first, newest } = voices;
  const often = contactsWords(contacts);
  if (count === 1) return ['once, ', ago(newest)];
  return [
    `${timesWords(count)} since `,
    { kind: 'time', at: first, as: 'day' },
    ', the newest ',
    ago(newest),
    ...(often.length > 0 ? [' · ', ...often] : []),
  ];
}

const MOST_COUNTED = 1_000;

function timesWords(count: number): string {
  return count >= MOST_COUNTED ? `${MOST_COUNTED.toLocaleString('en-GB')} times or more` : `${count} times`;
}

/** "CSAT 3.4 of 5 on average of 5; newest 2 of 5, was 5 of 5". */
function standing({ metric, mean, answers, newest, previous }: Standing): string {
  const name = METRIC_NAMES[metric];
  if (!previous) return `${name} ${scoreInWords(newest)}, once`;
  const [now, before] = [scoreInWords(newest), scoreInWords(previous)];
  const course = now === before ? `newest ${now}, as before` : `newest ${now}, was ${before}`;
  if (metric === 'thumbs') return `${name} ${course}, of ${answers}`;
  return `${name} ${scoreInWords(mean)} on average of ${answers}; ${course}`;
}

/** "3 call-backs: 2 kept, 1 late; the next at 16:00 (in 2 h)". */
function promised({ promises, open }: CustomerProfile): readonly (string | Inline)[] {
  const { made, kept, late, broken } = promises;
  if (made === 0) return [];
  const settled = [
    kept > 0 && `${kept} kept`,
    late > 0 && `${late} late`,
    broken > 0 && `${broken} broken`,
  ].filter((part) => part !== false);
  const [next] = open.views
    .flatMap(({ alert }) => alert.promisedAt ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime());
  return [
    `${made} ${made === 1 ? 'call-back' : 'call-backs'}${settled.length > 0 ? `: ${settled.join(', ')}` : ''}`,
    ...(next ? ['; the next at ', clock(next), ' (', ago(next), ')'] : []),
  ];
}
