import type { Report, ReportPart } from '../../../cards/report.js';
import type { ReportEntry } from '../pages/stream-entry.js';
import type { Moment, Screen } from '../screen.js';
import { ActionButton } from './buttons.js';
import { ChartView } from './render-chart.js';
import { WrittenView } from './render-written.js';
import { LineView } from './render-line.js';
import { When } from './when.js';

/** Figures that somebody shared, the digest of a day, or a post-mortem, among the cards of a channel. */
export function ReportView({ entry, screen }: { entry: ReportEntry; screen: Screen }) {
  const { moment, pictures } = screen;
  const { id, at, report } = entry;
  return (
    <li id={`report-${id}`} data-said={report.fallback} tabindex={-1} data-keep="list">
      <article
        class={report.kind === 'digest' ? 'card report digest' : 'card report'}
        id={`report-card-${id}`}
        data-keep="block"
        aria-labelledby={`title-${id}`}
      >
        <p class="card-top">
          <span class="label">{labelOf(report)}</span>
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
        {report.written && <WrittenView written={report.written} moment={moment} />}
        {report.chart && <ChartView chart={report.chart} pictures={pictures} id={`figures-${id}`} />}
        {report.parts?.map((part, index) => (
          <PartView id={`part-${id}-${index}`} part={part} moment={moment} />
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

function labelOf({ kind, postMortem }: Report): string {
  if (postMortem !== undefined) return 'Post-mortem';
  if (kind === 'voice') return 'What you reported';
  return kind === 'digest' ? 'Digest' : 'Summary';
}

/** Opens by itself, with or without script. */
function PartView({ id, part, moment }: { id: string; part: ReportPart; moment: Moment }) {
  return (
    <details class="part" id={id}>
      <summary>{part.title}</summary>
      {part.lines.map((line) => (
        <p class="card-note">
          <LineView line={line} moment={moment} />
        </p>
      ))}
    </details>
  );
}
