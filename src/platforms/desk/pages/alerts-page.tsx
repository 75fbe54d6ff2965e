import { Empty, HowToSend } from '../render/empty.js';
import type { Screen } from '../screen.js';
import { readList } from './read-stream.js';
import { StreamPage } from './stream-page.js';
import { readPage, type Visit } from './visit.js';

/** Every alert that is not closed, the gravest and the soonest due first. */
export async function alertsPage(visit: Visit) {
  const { screen, content } = await readPage(visit, async (store) => ({
    ...(await readList(store, { show: 'all' }, visit.address)),
    heardAny: (await store.heard({ limit: 1 })).length > 0,
  }));
  const standing =
    content.total === 0 ? 'Nothing open' : `${content.total} open, the gravest and soonest due first`;
  return (
    <StreamPage
      screen={screen}
      stream={{ ...content, title: 'All alerts', standing }}
      empty={content.heardAny ? <AllCalm /> : <NothingHeard screen={screen} />}
    />
  );
}

function AllCalm() {
  return (
    <Empty title="Nobody is waiting for you">
      <p>
        Every alert is closed. The next customer who needs a person appears here by itself; everything else
        that was said is under <a href="/heard">Heard</a>.
      </p>
    </Empty>
  );
}

function NothingHeard({ screen }: { screen: Screen }) {
  return (
    <Empty title="Nothing heard yet">
      <p>
        When a customer gives a low score, escalates or complains in public, a card appears here: who, what
        they said, why it matters, and by when somebody should answer.
      </p>
      <HowToSend screen={screen} />
    </Empty>
  );
}
