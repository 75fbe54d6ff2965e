import { reportFigures } from '../domain/narrative/told-figures.js';
import type { ToldReport } from '../domain/told-report.js';
import { written } from './narrative/narrative-lines.js';
import type { Report } from './report.js';
import { sentence } from './sentence.js';
import { summaryChart } from './summary-chart.js';
import { againstWords, needsWords, summaryLines, summaryTitle } from './summary-lines.js';
import { needingLine } from './summary-note.js';
import { line, person, strong } from './text.js';

/** A summary as it stands in a channel, for everybody; the cards themselves have the buttons. */
export function summaryReport({
  summary,
  by,
  narrative,
}: Omit<ToldReport & { readonly kind: 'summary' }, 'kind'>): Report {
  const words = written(narrative, reportFigures({ kind: 'summary', summary, by }));
  const { question, needs, now } = summary;
  const title = summaryTitle(question);
  const needed = needsWords(summary);
  const chart = summaryChart(summary);
  return {
    title,
    lines: [
      line('Shared by ', person(by), `, ${againstWords(question)}`),
      line(
        strong('Needs somebody now'),
        needed === undefined ? ' Nothing: no deadline is missed and nobody is left waiting.' : ` ${needed}`,
      ),
      ...needs.alerts.map((each) => needingLine(each)),
      ...summaryLines(summary),
    ],
    ...(words && { written: words }),
    ...(chart && { chart }),
    fallback: sentence(
      `${title}: ${now.counts.heard} heard, ${now.counts.alerts} ${now.counts.alerts === 1 ? 'alert' : 'alerts'}, ${needed ?? 'nothing needs anybody now'}`,
    ),
  };
}
