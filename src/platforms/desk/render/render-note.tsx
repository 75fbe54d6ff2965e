import { alertName } from '../../../domain/alert.js';
import type { Note } from '../../../cards/note.js';
import type { Line } from '../../../cards/text.js';
import type { Place } from '../answers.js';
import type { Moment, Screen } from '../screen.js';
import { ActionButton, ShareButton } from './buttons.js';
import { ChartView } from './render-chart.js';
import { LineView } from './render-line.js';

/** A private answer: its sentences, with a picture of its figures under the first, the alerts it lists with their buttons, what can be done about it. */
export function NoteView({ note, place, screen }: { note: Note; place: Place; screen: Screen }) {
  const { moment, pictures } = screen;
  return (
    <>
      <Lines lines={note.lines.slice(0, 1)} moment={moment} />
      {note.chart && <ChartView chart={note.chart} pictures={pictures} />}
      <Lines lines={note.lines.slice(1)} moment={moment} />
      {note.items && note.items.length > 0 && (
        <ul class="note-items">
          {note.items.map((item) => (
            <li>
              <p>
                <LineView line={item.line} moment={moment} />
              </p>
              <p class="note-actions">
                {item.buttons.map((action) => (
                  <ActionButton action={action} alert={item.alert} place={place} look="plain" />
                ))}
                <a
                  class="button quiet"
                  href={`/alerts/${item.alert}`}
                  aria-label={`Open ${alertName(item.alert)}`}
                >
                  Open
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Lines lines={note.after ?? []} moment={moment} />
      {note.share !== undefined && (
        <p class="note-actions">
          <ShareButton report={note.share} place={place} />
        </p>
      )}
      {note.postMortem !== undefined && (
        <p class="note-actions">
          <a class="button plain" href={`/post-mortems/${note.postMortem}`}>
            Open the document
          </a>
        </p>
      )}
      {note.buttons && note.buttons.length > 0 && (
        <p class="note-actions">
          {note.buttons.map(({ action, alert }) => (
            <ActionButton action={action} alert={alert} place={place} look="plain" />
          ))}
        </p>
      )}
    </>
  );
}

function Lines({ lines, moment }: { lines: readonly Line[]; moment: Moment }) {
  return (
    <>
      {lines.map((line) => (
        <p class="note-line">
          <LineView line={line} moment={moment} />
        </p>
      ))}
    </>
  );
}
