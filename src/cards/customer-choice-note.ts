/** What `/cx-customer` answers where it is not clear who is meant. */
import { alertName } from '../domain/alert.js';
import type { FoundCustomer } from '../domain/customer.js';
import { accountWords } from './account-words.js';
import { ago } from './ago.js';
import { customerName } from './customer-name.js';
import { customerReference } from './customer-reference.js';
import { known } from './known.js';
import type { Note } from './note.js';
import { command, type Inline, type Line, line, strong } from './text.js';

const TYPED_LIMIT = 80;

/** Several: the line to type for each. */
export function whichCustomerNote(found: {
  readonly typed: string;
  readonly customers: readonly FoundCustomer[];
  readonly more: boolean;
}): Note {
  const { typed, customers, more } = found;
  const count = more ? `More than ${customers.length}` : String(customers.length);
  return {
    lines: [
      line(`${count} customers fit “${known(typed, TYPED_LIMIT) ?? ''}”. Which one?`),
      ...customers.map(choice),
      ...(more ? [line('Type more of the name, or an e-mail address, to see fewer.')] : []),
    ],
  };
}

/** "Maria Lopez · Acme · gold · heard 2 h ago: /cx-customer maria@acme.example". */
function choice({ customer, account, seenAt, alert }: FoundCustomer): Line {
  const behind = accountWords(account);
  return line(
    strong(customerName(customer)),
    behind && ` · ${behind}`,
    ' · heard ',
    ago(seenAt),
    ': ',
    command(`/cx-customer ${customerReference(customer, alert)}`),
  );
}

export function nobodyNote(typed: string): Note {
  return { lines: [line(`I know no customer by “${known(typed, TYPED_LIMIT) ?? 'that'}”. `, ...howToAsk())] };
}

/** Who wrote in public without a name, or through a source that names nobody. */
export function nobodyBehindNote(alert: number): Note {
  return {
    lines: [
      line(`Whoever is behind `, strong(alertName(alert)), ' gave no name, address or id to know them by.'),
    ],
  };
}

/** `/cx-customer` of nobody. */
export function whomNote(): Note {
  return { lines: [line('Which customer? ', ...howToAsk())] };
}

function howToAsk(): readonly (string | Inline)[] {
  return [
    'A name or its beginning will do, an e-mail address, a source’s id or an alert: for example ',
    command('/cx-customer Maria Lopez'),
    ' or ',
    command('/cx-customer CX-123'),
    '.',
  ];
}
