import { postMortemSubject } from '../../../cards/post-mortem/post-mortem-title.js';
import { POST_MORTEM_STATE_NAMES } from '../../../cards/post-mortem/section-names.js';
import { daysLate } from '../../../cards/post-mortem/post-mortem-note.js';
import { postMortemName } from '../../../domain/post-mortem/post-mortem.js';
import type { ActionItemView, PostMortemView } from '../../../domain/post-mortem/post-mortem-view.js';
import { type Day, dayAt } from '../../../domain/zoned-time.js';
import { Empty } from '../render/empty.js';
import { When } from '../render/when.js';
import type { Moment } from '../screen.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

const LISTED_MAX = 50;
const OVERDUE_MAX = 20;

/** Every post-mortem, the newest first, and the actions that are overdue. */
export async function postMortemsPage(visit: Visit) {
  const before = Number(visit.address.before ?? Number.NaN);
  const today = dayAt(visit.deps.clock(), visit.deps.timeZone);
  const { screen, content } = await readPage(visit, async (store) => ({
    views: await store.listPostMortems({
      limit: LISTED_MAX,
      ...(Number.isSafeInteger(before) && { before }),
    }),
    overdue: await store.overdueItems(today, OVERDUE_MAX),
  }));
  const { views, overdue } = content;
  const last = views.length === LISTED_MAX ? views.at(-1)?.postMortem.number : undefined;
  return (
    <PlainPage
      screen={screen}
      title="Post-mortems"
      about="What caused it, what will be changed, and what was learnt."
    >
      <section id="post-mortems" data-keep="block">
        {views.length === 0 ? (
          <Empty title="No post-mortem yet">
            <p>
              Press Post-mortem on a resolved alert, or type <code>/cx-postmortem CX-123</code>: it opens with
              the timeline and the customer’s words in it.
            </p>
          </Empty>
        ) : (
          <List views={views} moment={screen.moment} />
        )}
        {last !== undefined && (
          <p class="page-end">
            <a class="button plain" href={`/post-mortems?before=${last}`}>
              Older
            </a>
          </p>
        )}
      </section>
      <section id="overdue-actions" data-keep="block">
        {overdue.length > 0 && <Overdue items={overdue} today={today} />}
      </section>
    </PlainPage>
  );
}

function List({ views, moment }: { views: readonly PostMortemView[]; moment: Moment }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Post-mortem</th>
          <th scope="col">State</th>
          <th scope="col" class="figure">
            Actions done
          </th>
          <th scope="col" class="figure">
            Opened
          </th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => (
          <tr>
            <td dir="auto">
              <a href={`/post-mortems/${view.postMortem.number}`}>
                {`${postMortemName(view.postMortem.number)} · ${postMortemSubject(view)}`}
              </a>
            </td>
            <td>{POST_MORTEM_STATE_NAMES[view.postMortem.state]}</td>
            <td class="figure">
              {view.items.length === 0
                ? '–'
                : `${view.items.filter(({ item }) => item.doneAt).length} of ${view.items.length}`}
            </td>
            <td class="figure">
              <When at={view.postMortem.openedAt} as="relative" moment={moment} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Overdue({ items, today }: { items: readonly ActionItemView[]; today: Day }) {
  return (
    <>
      <h2>Overdue actions</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Owner</th>
            <th scope="col" class="figure">
              Overdue
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, owner }) => (
            <tr>
              <td dir="auto">
                <a href={`/post-mortems/${item.postMortem}`}>{item.text}</a>
              </td>
              <td>{owner.name}</td>
              <td class="figure">{daysLate(item.dueOn, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
