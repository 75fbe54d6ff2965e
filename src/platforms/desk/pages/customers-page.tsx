import { soughtCustomer } from '../../../domain/sought-customer.js';
import { findCustomers, type FoundCustomers } from '../../../use-cases/read-customers.js';
import { CustomerList } from '../render/customer-list.js';
import { CustomerSearch } from '../render/customer-search.js';
import { Empty, HowToSend } from '../render/empty.js';
import type { Screen } from '../screen.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

const MOST_LISTED = 50;

/** Everybody whom the search finds; before anything is searched for, who was heard last. */
export async function customersPage(visit: Visit) {
  const typed = visit.address.query;
  const sought = typed === undefined ? undefined : soughtCustomer(typed, visit.deps.sources);
  const { screen, content } = await readPage(visit, async (store): Promise<FoundCustomers> => {
    if (sought) return findCustomers(store, sought, MOST_LISTED);
    const customers = await store.recentCustomers(MOST_LISTED);
    return customers.length === 0 ? { outcome: 'nobody' } : { outcome: 'found', customers, more: false };
  });
  return (
    <PlainPage
      screen={screen}
      title="Customers"
      about="Who spoke, whichever way they did: all of it on one page each."
    >
      <CustomerSearch typed={typed} />
      <section id="customers-found" data-keep="block">
        <Found found={content} typed={sought?.typed} screen={screen} />
      </section>
    </PlainPage>
  );
}

function Found({
  found,
  typed,
  screen,
}: {
  found: FoundCustomers;
  typed: string | undefined;
  screen: Screen;
}) {
  if (found.outcome === 'found')
    return (
      <>
        <h2>{typed === undefined ? 'Heard last' : counted(found.customers.length, found.more)}</h2>
        <CustomerList customers={found.customers} moment={screen.moment} />
        {found.more && <p class="quiet-line">There are more: type more of the name to see fewer.</p>}
      </>
    );
  if (typed === undefined) return <NobodyYet screen={screen} />;
  return (
    <Empty title={`Nobody is found by “${typed}”`}>
      <p>{found.outcome === 'nobody' ? HOW : WHY[found.outcome]}</p>
    </Empty>
  );
}

const HOW =
  'A name or its beginning will do, an e-mail address, the id that a source gave, or an alert such as CX-123.';

const WHY = {
  no_alert: 'There is no such alert.',
  nobody_behind: 'Whoever is behind that alert gave no name, address or id to know them by.',
} as const;

function counted(count: number, more: boolean): string {
  if (more) return `More than ${count} customers`;
  return count === 1 ? '1 customer' : `${count} customers`;
}

function NobodyYet({ screen }: { screen: Screen }) {
  return (
    <Empty title="Nobody was heard yet">
      <p>
        Everybody who is named by a source appears here with their first voice: who they are, and all that was
        said and done since.
      </p>
      <HowToSend screen={screen} />
    </Empty>
  );
}
