import type { ReportPart } from '../../../cards/report.js';
import type { ReportEntry } from '../pages/stream-entry.js';
import type { Moment, Screen } from '../screen.js';
import { ChartView } from './render-chart.js';
import { LineView } from './render-line.js';
import { When } from './when.js';

/** Figures that somebody shared, or the digest of a day, among the cards of a channel. */
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
          <span class="label">{report.kind === 'digest' ? 'Digest' : 'Summary'}</span>
          <When at={at} as="relative" moment={moment} />
        </p>
        <h2 id={`title-${id}`}>{report.title}</h2>
        {report.lines.map((line) => (
          <p class="card-note">
            <LineView line={line} moment={moment} />
          </p>
        ))}
        {report.chart && <ChartView chart={report.chart} pictures={pictures} id={`figures-${id}`} />}
        {report.parts?.map((part, index) => (
          <PartView id={`part-${id}-${index}`} part={part} moment={moment} />
        ))}
      </article>
    </li>
  );
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
