import { Empty } from '../render/empty.js';
import { readList } from './read-stream.js';
import { StreamPage } from './stream-page.js';
import { readPage, type Visit } from './visit.js';

/** What the reader owns and has not closed. */
export async function minePage(visit: Visit) {
  const { screen, content } = await readPage(visit, (store, frame) =>
    readList(store, { show: 'mine', staffId: frame.reader.id }, visit.address),
  );
  const standing =
    content.total === 0 ? 'Nothing claimed' : `${content.total} claimed by ${screen.frame.reader.name}`;
  return (
    <StreamPage
      screen={screen}
      stream={{ ...content, title: 'Mine', standing }}
      empty={
        <Empty title="You have nothing claimed">
          <p>
            What you claim, or what somebody hands to you, stays here until it is resolved. Look through{' '}
            <a href="/alerts">all alerts</a> for one that nobody has.
          </p>
        </Empty>
      }
    />
  );
}
