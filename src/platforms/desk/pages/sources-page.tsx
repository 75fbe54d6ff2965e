import { Empty, HowToSend } from '../render/empty.js';
import { When } from '../render/when.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

/** Who sends, how much, and when last: a source that fell silent shows here. */
export async function sourcesPage(visit: Visit) {
  const { screen, content: sources } = await readPage(visit, (store) => store.sourceActivity());
  return (
    <PlainPage screen={screen} title="Sources" about="Who sends voices here, and when each was heard last.">
      {sources.length === 0 ? (
        <div id="sources-empty" data-keep="block">
          <Empty title="No source has sent anything yet">
            <p>Each configured source appears here with its first voice.</p>
          </Empty>
        </div>
      ) : (
        <table id="sources" data-keep="block">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col" class="figure">
                Voices in 24 hours
              </th>
              <th scope="col" class="figure">
                Last heard
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ source, signals, lastAt }) => (
              <tr>
                <td>{source}</td>
                <td class="figure">{signals.toLocaleString('en-GB')}</td>
                <td class="figure">
                  <When at={lastAt} as="relative" moment={screen.moment} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(screen.canSendSample || screen.howToSend !== undefined) && (
        <section class="how" id="sources-how" data-keep="block">
          <h2>Try it</h2>
          <HowToSend screen={screen} />
        </section>
      )}
    </PlainPage>
  );
}
