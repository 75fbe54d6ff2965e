import { Empty, HowToSend } from '../render/empty.js';
import { channelTitle } from '../render/rail.js';
import { readChannel } from './read-stream.js';
import { StreamPage } from './stream-page.js';
import { readPage, type Visit } from './visit.js';

/** A channel: its cards as they were posted, the newest first. */
export async function channelPage(visit: Visit, name: string) {
  const { screen, content } = await readPage(visit, (store) =>
    readChannel(store, name, { address: visit.address, reports: visit.reports, now: visit.deps.clock() }),
  );
  const channel = screen.frame.channels.find((each) => each.name === name);
  const standing =
    channel && channel.open > 0
      ? `${channel.open} open, ${channel.unclaimed === 0 ? 'all claimed' : `${channel.unclaimed} unclaimed`}`
      : 'Nothing open';
  return (
    <StreamPage
      screen={screen}
      stream={{ ...content, title: `#${channelTitle(name)}`, standing, channel: name }}
      empty={
        <Empty title={`Nothing was posted in #${channelTitle(name)} yet`}>
          <p>A card appears here when an alert is routed to the team of this channel.</p>
          <HowToSend screen={screen} />
        </Empty>
      }
    />
  );
}
