import { alertName } from '../../../domain/alert.js';
import type { DeadMessage, Notice } from '../../../use-cases/read-desk.js';
import type { DeskDeps, PlatformState } from '../desk-deps.js';
import { PRESS_FORM } from '../render/buttons.js';
import { PlatformStateView } from '../render/platform-state.js';
import { When } from '../render/when.js';
import type { Moment } from '../screen.js';
import { PlainPage } from './plain-page.js';
import { readPage, type Visit } from './visit.js';

const DEAD_MAX = 100;
/** It is always there: what it shows is the database. */
const THE_DESK: PlatformState = { name: 'desk', state: 'ok' };

/** Whether what was to be posted was posted: platforms, what waits, what was given up and can be tried again. */
export async function deliveryPage(visit: Visit) {
  const { screen, content } = await readPage(visit, async (store) => ({
    waiting: await store.waitingMessages(),
    dead: await store.deadMessages(DEAD_MAX),
    notices: await store.notices(),
  }));
  const { moment } = screen;
  return (
    <PlainPage
      screen={screen}
      title="Delivery"
      about="Whether everything that was to be posted was posted, and what somebody should mend."
    >
      <Notices notices={content.notices} moment={moment} />
      <Platforms platforms={[THE_DESK, ...visit.deps.platforms()]} waiting={content.waiting} />
      <Dead dead={content.dead} nameOf={visit.deps.channelName} moment={moment} />
    </PlainPage>
  );
}

function Notices({ notices, moment }: { notices: readonly Notice[]; moment: Moment }) {
  return (
    <section id="notices" data-keep="block">
      {notices.length > 0 && <h2>To mend</h2>}
      <ul class="notices">
        {notices.map(({ text, at }) => (
          <li>
            <p>{text}</p>
            <When at={at} as="relative" moment={moment} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Waiting {
  readonly platform: string;
  readonly waiting: number;
  readonly unconfirmed: number;
}

function Platforms({
  platforms,
  waiting,
}: {
  platforms: readonly PlatformState[];
  waiting: readonly Waiting[];
}) {
  return (
    <section id="platforms" data-keep="block">
      <h2>Platforms</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Platform</th>
            <th scope="col">State</th>
            <th scope="col" class="figure">
              Waiting
            </th>
            <th scope="col" class="figure">
              Unconfirmed
            </th>
          </tr>
        </thead>
        <tbody>
          {platforms.map(({ name, state, reason }) => {
            const here = waiting.find(({ platform }) => platform === name);
            return (
              <tr>
                <td class="capital">{name}</td>
                <td>
                  <PlatformStateView state={state} {...(reason !== undefined && { reason })} />
                </td>
                <td class="figure">{here?.waiting ?? 0}</td>
                <td class="figure">{here?.unconfirmed ?? 0}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Dead({
  dead,
  nameOf,
  moment,
}: {
  dead: readonly DeadMessage[];
  nameOf: DeskDeps['channelName'];
  moment: Moment;
}) {
  return (
    <section id="given-up" data-keep="block">
      <h2>Given up</h2>
      {dead.length === 0 ? (
        <p class="quiet-line">
          Nothing was given up. A message that cannot be delivered is listed here, to be tried again.
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Since</th>
              <th scope="col">Message</th>
              <th scope="col">Why</th>
              <th scope="col">
                <span class="unseen">Action</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {dead.map(({ id, platform, channel, person, alert, why, since }) => (
              <tr>
                <td>
                  <When at={since} as="relative" moment={moment} />
                </td>
                <td>
                  {alert !== undefined && <a href={`/alerts/${alert}`}>{alertName(alert)}</a>}
                  {alert !== undefined && (person === undefined ? ' in ' : ' to ')}
                  {person === undefined ? nameOf(platform, channel) : `${person} on ${platform}`}
                </td>
                <td class="reason">{why}</td>
                <td class="figure">
                  <button
                    type="submit"
                    class="button plain"
                    form={PRESS_FORM}
                    formaction={`/delivery/${encodeURIComponent(id)}/retry`}
                    id={`retry-${id}`}
                  >
                    Retry
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
