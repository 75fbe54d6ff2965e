import type { Child } from 'hono/jsx';
import { alertCard } from '../../../cards/alert-card.js';
import { type PageAddress, writeAddress } from '../address.js';
import type { Answer, Place } from '../answers.js';
import { Composer } from '../render/composer.js';
import { FrameView } from '../render/frame-view.js';
import { AnswerSlot } from '../render/render-answer.js';
import { CardView } from '../render/render-card.js';
import { ReportView } from '../render/render-report.js';
import { type OpenThread, ThreadPane } from '../render/render-thread.js';
import type { Screen } from '../screen.js';
import type { ReportEntry, StreamEntry } from './stream-entry.js';

export interface Stream {
  readonly title: string;
  /** One line under the title: how it stands. */
  readonly standing: string;
  readonly entries: readonly (StreamEntry | ReportEntry)[];
  readonly thread: OpenThread | undefined;
  /** The position of the next older page. */
  readonly older?: string | undefined;
  readonly channel?: string;
  /** What stands above the cards. */
  readonly above?: Child;
}

/** A stream of cards, the thread beside it, the command line at its foot: channels, all alerts, one's own. */
export function StreamPage({ screen, stream, empty }: { screen: Screen; stream: Stream; empty: Child }) {
  const { title, standing, entries, thread, older, channel } = stream;
  const { address, answer, moment } = screen;
  const shown = new Set(entries.flatMap((entry) => ('report' in entry ? [] : entry.view.alert.number)));
  const place = placeOf(answer, shown, thread);
  const answerAt = (where: Place) => (place === where ? answer : undefined);
  return (
    <FrameView
      screen={screen}
      title={title}
      shape="stream"
      aside={
        <ThreadPane
          thread={thread}
          answer={answerAt('thread')}
          screen={screen}
          alone={address.open !== undefined && !shown.has(address.open)}
        />
      }
    >
      <div class="stream">
        <header class="stream-top" id="stream-top" data-keep="block">
          <h1>{title}</h1>
          <p>{standing}</p>
          {address.before !== undefined && (
            <a href={writeAddress({ path: address.path })}>Back to the newest</a>
          )}
        </header>
        <div id="stream-above" data-keep="block">
          {stream.above}
        </div>
        <div id="stream-empty" data-keep="block">
          {entries.length === 0 && empty}
        </div>
        <ol class="cards" id="cards" data-keep="list">
          {entries.map((entry) => {
            if ('report' in entry) return <ReportView entry={entry} screen={screen} />;
            const card = alertCard(entry.view);
            const number = card.alert;
            return (
              <li
                id={`cx-${number}`}
                data-alert={String(number)}
                data-said={card.fallback}
                tabindex={-1}
                data-keep="list"
                aria-current={address.open === number ? 'true' : undefined}
              >
                <CardView
                  card={card}
                  entry={entry}
                  moment={moment}
                  threadAddress={threadAddress(address, number)}
                />
                <AnswerSlot
                  id={`answer-${number}`}
                  answer={answer?.alert === number ? answerAt('stream') : undefined}
                  place="stream"
                  screen={screen}
                />
              </li>
            );
          })}
        </ol>
        <div class="stream-end" id="stream-end" data-keep="block">
          {older !== undefined && (
            <a class="button plain" href={writeAddress({ path: address.path, before: older })}>
              Older
            </a>
          )}
        </div>
      </div>
      <Composer screen={screen} answer={answerAt('command')} {...(channel !== undefined && { channel })} />
    </FrameView>
  );
}

/** The same whatever else is open, so that a card changes only with its alert. */
function threadAddress({ path, before }: PageAddress, alert: number): string {
  const kept = path.startsWith('/channels/') ? undefined : alert;
  return writeAddress({ path, before, open: alert, kept }, 'thread');
}

/** Where the answer can be shown: under its card or in its thread, or above the command line where that is not on the page. */
function placeOf(
  answer: Answer | undefined,
  shown: ReadonlySet<number>,
  thread: OpenThread | undefined,
): Place | undefined {
  if (!answer) return undefined;
  if (answer.place === 'thread' && answer.alert !== undefined && answer.alert === thread?.view.alert.number)
    return 'thread';
  if (answer.place === 'stream' && answer.alert !== undefined && shown.has(answer.alert)) return 'stream';
  return 'command';
}
