import { reminderNote } from '../../../cards/reminder-note.js';
import { Empty } from '../render/empty.js';
import { NoteView } from '../render/render-note.js';
import { ReportView } from '../render/render-report.js';
import { readList, readReportsTo } from './read-stream.js';
import { StreamPage } from './stream-page.js';
import { readPage, type Visit } from './visit.js';

/** What was done about holds no more; what is older than this stands among the cards anyway. */
const REMINDED_MS = 86_400_000;
/** Over a weekend too. */
const SENT_MS = 3 * REMINDED_MS;

/** What the reader owns and has not closed, what is due first at the top; above it what they were reminded of, and digests. */
export async function minePage(visit: Visit) {
  const { screen, content } = await readPage(visit, async (store, { reader }) => ({
    ...(await readList(store, { show: 'mine', staffId: reader.id, order: 'due' }, visit.address)),
    sent: await readReportsTo(store, reader.id, {
      since: new Date(visit.deps.clock().getTime() - SENT_MS),
      reports: visit.reports,
      now: visit.deps.clock(),
    }),
    reminders: await store.remindersOf(reader.id, new Date(visit.deps.clock().getTime() - REMINDED_MS)),
  }));
  const { reader } = screen.frame;
  const standing =
    content.total === 0
      ? 'Nothing claimed'
      : `${content.total} claimed by ${reader.name}${content.total > 1 ? ', what is due first' : ''}`;
  const note = reminderNote(content.reminders, reader.id);
  return (
    <StreamPage
      screen={screen}
      stream={{
        ...content,
        title: 'Mine',
        standing,
        above: (
          <>
            {note && (
              <section class="answer answer-note" aria-label="Reminders">
                <NoteView note={note} place="command" screen={screen} />
              </section>
            )}
            {content.sent.length > 0 && (
              <ol class="cards" aria-label="What you were sent">
                {content.sent.map((entry) => (
                  <ReportView entry={entry} screen={screen} />
                ))}
              </ol>
            )}
          </>
        ),
      }}
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
