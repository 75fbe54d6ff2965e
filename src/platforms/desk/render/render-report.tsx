import type { ReportEntry } from '../pages/stream-entry.js';
import type { Moment } from '../screen.js';
import { ActionButton } from './buttons.js';
import { LineView } from './render-line.js';
import { When } from './when.js';

/** Figures that somebody shared, or a post-mortem, among the cards of a channel. */
export function ReportView({ entry, moment }: { entry: ReportEntry; moment: Moment }) {
  const { id, at, report } = entry;
  return (
    <li id={`report-${id}`} data-said={report.fallback} tabindex={-1} data-keep="list">
      <article class="card report" id={`report-card-${id}`} data-keep="block" aria-labelledby={`title-${id}`}>
        <p class="card-top">
          <span class="label">{report.postMortem === undefined ? 'Summary' : 'Post-mortem'}</span>
          <When at={at} as="relative" moment={moment} />
        </p>
        <h2 id={`title-${id}`} dir="auto">
          {report.postMortem === undefined ? (
            report.title
          ) : (
            <a href={`/post-mortems/${report.postMortem}`}>{report.title}</a>
          )}
        </h2>
        {report.lines.map((line) => (
          <p class="card-note">
            <LineView line={line} moment={moment} />
          </p>
        ))}
        {report.buttons && (
          <div class="card-actions">
            {report.buttons.map(({ action, alert }) => (
              <ActionButton action={action} alert={alert} place="command" look="plain" of={id} />
            ))}
          </div>
        )}
      </article>
    </li>
  );
}
