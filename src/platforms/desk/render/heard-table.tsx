import { alertName } from '../../../domain/alert.js';
import { languageName } from '../../../cards/language-name.js';
import { saidAgain } from '../../../cards/timeline-line.js';
import type { SignalView } from '../../../domain/alert-view.js';
import { METRIC_NAMES, scoreInWords } from '../../../domain/score.js';
import type { HeardView } from '../../../use-cases/read-desk.js';
import { customerPath } from '../address.js';
import type { Moment } from '../screen.js';
import { OutLink } from './out-link.js';
import { When } from './when.js';

/** What was heard, a row each: when, who said what, and what came of it. */
export function HeardTable({ heard, moment }: { heard: readonly HeardView[]; moment: Moment }) {
  return (
    <table class="heard" id="heard" data-keep="list">
      <thead id="heard-head">
        <tr>
          <th scope="col">Heard</th>
          <th scope="col">Voice</th>
          <th scope="col">What came of it</th>
        </tr>
      </thead>
      <tbody id="heard-rows" data-keep="list">
        {heard.map((each) => (
          <tr id={`heard-${each.signal.id}`} data-keep="block">
            <td class="heard-when">
              <When at={each.signal.receivedAt} as="clock" moment={moment} />
            </td>
            <td>
              <Voice {...each} />
            </td>
            <td class="heard-came">
              <CameOf {...each} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Voice({ signal, customerId }: HeardView) {
  const speaker = signal.speaker ?? 'Somebody';
  return (
    <>
      <p class="heard-who">
        {customerId === undefined ? (
          <strong dir="auto">{speaker}</strong>
        ) : (
          <a href={customerPath(customerId)} dir="auto">
            {speaker}
          </a>
        )}
        <span class="heard-how">{how(signal)}</span>
        {signal.url !== undefined && (
          <span class="heard-link">
            <OutLink text={signal.source} url={signal.url} />
          </span>
        )}
      </p>
      {(signal.text ?? signal.happening) !== undefined && (
        <p class="heard-words" dir="auto">
          {signal.text ?? signal.happening}
        </p>
      )}
    </>
  );
}

/** survey, CSAT 2 of 5, by email, German. */
function how(signal: SignalView): string {
  const { kind, score, channel, source, url, language, looksWrittenIn } = signal;
  const parts = [
    kind,
    score && `${METRIC_NAMES[score.metric]} ${scoreInWords(score)}`,
    channel && `by ${channel}`,
    languageName(language ?? looksWrittenIn),
    saidAgain(signal),
    url === undefined && source,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

function CameOf({ alert, reason }: HeardView) {
  if (alert !== undefined)
    return (
      <>
        <a class="came-to" href={`/alerts/${alert}`}>
          {alertName(alert)}
        </a>
        {reason !== undefined && <p class="reason">{reason}</p>}
      </>
    );
  return <p class="reason">{reason ?? 'Being read now.'}</p>;
}
