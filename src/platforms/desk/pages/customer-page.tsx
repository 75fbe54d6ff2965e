import { accountWords } from '../../../cards/account-words.js';
import { alertItem } from '../../../cards/alerts-note.js';
import { customerFacts } from '../../../cards/customer-lines.js';
import { customerName } from '../../../cards/customer-name.js';
import type { CustomerProfile, TimelineEntry } from '../../../domain/customer.js';
import { writeAddress } from '../address.js';
import { Empty } from '../render/empty.js';
import { FactList } from '../render/fact-list.js';
import { NoteView } from '../render/render-note.js';
import { TimelineTable } from '../render/timeline-table.js';
import type { Screen } from '../screen.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

const ENTRIES_A_PAGE = 50;
const MOST_OPEN = 20;

/** Who a customer is, what of theirs is open, and all that was said and done, page by page. */
export async function customerPage(visit: Visit, id: string) {
  const { before } = visit.address;
  const page = { limit: ENTRIES_A_PAGE + 1, ...(before !== undefined && { before }) };
  const { screen, content } = await readPage(visit, async (store) => ({
    profile: await store.customerProfile(id, MOST_OPEN),
    entries: await store.customerTimeline(id, page),
  }));
  const { profile, entries } = content;
  if (!profile) return <NobodyHere screen={screen} />;
  return (
    <PlainPage
      screen={screen}
      title={customerName(profile.customer)}
      about={accountWords(profile.account) || 'All that was said and done, the newest first.'}
    >
      {before === undefined && <Standing profile={profile} screen={screen} />}
      {before === undefined && <OpenAlerts profile={profile} screen={screen} />}
      <Timeline entries={entries} screen={screen} />
    </PlainPage>
  );
}

function Standing({ profile, screen }: { profile: CustomerProfile; screen: Screen }) {
  return (
    <div class="profile" id="profile" data-keep="block">
      <FactList facts={customerFacts(profile)} moment={screen.moment} />
    </div>
  );
}

function OpenAlerts({ profile, screen }: { profile: CustomerProfile; screen: Screen }) {
  const { views, total } = profile.open;
  if (total === 0)
    return (
      <section id="open-alerts" data-keep="block">
        <h2>Not closed</h2>
        <p class="quiet-line">Nothing: no alert about them waits for anybody.</p>
      </section>
    );
  const items = views.map((view) => alertItem(view, screen.frame.reader));
  return (
    <section id="open-alerts" data-keep="block">
      <h2>{total > views.length ? `Not closed: the ${views.length} gravest of ${total}` : 'Not closed'}</h2>
      <NoteView note={{ lines: [], items }} place="command" screen={screen} />
    </section>
  );
}

function Timeline({ entries, screen }: { entries: readonly TimelineEntry[]; screen: Screen }) {
  const { path, before } = screen.address;
  const shown = entries.slice(0, ENTRIES_A_PAGE);
  const last = entries.length > ENTRIES_A_PAGE ? shown.at(-1) : undefined;
  return (
    <section id="timeline" data-keep="list">
      <h2 id="timeline-title">{before === undefined ? 'Timeline' : 'Timeline, older'}</h2>
      {shown.length === 0 ? (
        <p class="quiet-line" id="timeline-empty" data-keep="block">
          Nothing was heard from them{before === undefined ? ' yet.' : ' before that.'}
        </p>
      ) : (
        <TimelineTable entries={shown} moment={screen.moment} />
      )}
      <div class="page-end" id="timeline-end" data-keep="block">
        {before !== undefined && (
          <a class="button plain" href={writeAddress({ path })}>
            Back to the newest
          </a>
        )}
        {last && (
          <a class="button plain" href={writeAddress({ path, before: last.position })}>
            Older
          </a>
        )}
      </div>
    </section>
  );
}

function NobodyHere({ screen }: { screen: Screen }) {
  return (
    <PlainPage screen={screen} title="Customer" about="Nobody is known by this address.">
      <div id="nobody" data-keep="block">
        <Empty title="Nothing was heard from this customer">
          <p>
            Whoever speaks has a page from then on. Look for somebody under <a href="/customers">Customers</a>
            .
          </p>
        </Empty>
      </div>
    </PlainPage>
  );
}
