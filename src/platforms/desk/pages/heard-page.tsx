import { writeAddress } from '../address.js';
import { Empty, HowToSend } from '../render/empty.js';
import { HeardTable } from '../render/heard-table.js';
import type { HeardView } from '../../../use-cases/read-desk.js';
import type { Screen } from '../screen.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

const ROWS_MAX = 50;

/** Everything that came in, also what made no alert, with the reason. */
export async function heardPage(visit: Visit) {
  const { screen, content: heard } = await readPage(visit, (store) => store.heard(pageOf(visit)));
  return (
    <PlainPage
      screen={screen}
      title="Heard"
      about="Everything that came in, the newest first: what became an alert, and what did not and why."
    >
      <HeardList screen={screen} heard={heard}>
        <Empty title="Nothing heard yet">
          <p>Every voice that a source sends is listed here, with what was made of it.</p>
          <HowToSend screen={screen} />
        </Empty>
      </HeardList>
    </PlainPage>
  );
}

function pageOf({ address: { before } }: Visit) {
  return { limit: ROWS_MAX, ...(before !== undefined && { before }) };
}

function HeardList({
  screen,
  heard,
  children,
}: {
  screen: Screen;
  heard: readonly HeardView[];
  /** Shown where nothing was. */
  children: unknown;
}) {
  const last = heard.length === ROWS_MAX ? heard.at(-1) : undefined;
  return (
    <>
      {heard.length === 0 ? (
        <div id="heard-empty" data-keep="block">
          {children}
        </div>
      ) : (
        <HeardTable heard={heard} moment={screen.moment} />
      )}
      <div class="page-end" id="heard-end" data-keep="block">
        {last && (
          <a class="button plain" href={writeAddress({ path: screen.address.path, before: last.position })}>
            Older
          </a>
        )}
      </div>
    </>
  );
}
