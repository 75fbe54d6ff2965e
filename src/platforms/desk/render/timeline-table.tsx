import { stateClause } from '../../../cards/card-label.js';
import { capital } from '../../../cards/sentence.js';
import { followedUp, heardHow, saidWords } from '../../../cards/timeline-line.js';
import { alertName } from '../../../domain/alert.js';
import type { AlertView } from '../../../domain/alert-view.js';
import type { TimelineEntry } from '../../../domain/customer.js';
import type { Moment } from '../screen.js';
import { OutLink } from './out-link.js';
import { LineView } from './render-line.js';
import { When } from './when.js';

/** A page of long texts stays a page. */
const WORDS_LIMIT = 600;

/** A row for each voice and each follow-up: when, what, and what came of it. */
export function TimelineTable({ entries, moment }: { entries: readonly TimelineEntry[]; moment: Moment }) {
  return (
    <table class="heard timeline" id="timeline-table" data-keep="list" aria-labelledby="timeline-title">
      <thead id="timeline-head">
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">What came of it</th>
        </tr>
      </thead>
      <tbody id="timeline-rows" data-keep="list">
        {entries.map((entry) => (
          <tr id={`entry-${entry.position}`} data-keep="block" class={`entry-${entry.kind}`}>
            <td class="heard-when">
              <When at={entry.at} as="clock" moment={moment} />
            </td>
            <td>
              <What entry={entry} moment={moment} />
            </td>
            <td class="heard-came">
              <CameOf entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function What({ entry, moment }: { entry: TimelineEntry; moment: Moment }) {
  if (entry.kind === 'follow_up')
    return (
      <p class="followed-up" dir="auto">
        <LineView line={followedUp(entry)} moment={moment} />
      </p>
    );
  const { signal } = entry;
  const words = saidWords(signal, WORDS_LIMIT);
  return (
    <>
      {words !== undefined && (
        <p class="entry-words" dir="auto">
          {words}
        </p>
      )}
      <p class="heard-who">
        <span class="heard-how">{capital(heardHow(signal))}</span>
        {signal.url !== undefined && (
          <span class="heard-link">
            <OutLink text="Open there" url={signal.url} />
          </span>
        )}
      </p>
    </>
  );
}

function CameOf({ entry }: { entry: TimelineEntry }) {
  if (entry.kind === 'follow_up') return <Alert view={entry.view} />;
  const { view, reason } = entry;
  return (
    <>
      {view && <Alert view={view} />}
      <p class="reason">{reason ?? 'Being read now.'}</p>
    </>
  );
}

function Alert({ view }: { view: AlertView }) {
  const { number } = view.alert;
  return (
    <p>
      <a class="came-to" href={`/alerts/${number}`}>
        {alertName(number)}
      </a>
      {`, ${stateClause(view)}`}
    </p>
  );
}
