/** The digest of a day: what its readers must know in three sentences, a chart, and below it what they may open. */
import type { Digest } from '../../domain/digest/digest.js';
import { isQuiet } from '../../domain/digest/quiet-day.js';
import type { Narrative } from '../../domain/narrative/narrative.js';
import { reportFigures } from '../../domain/narrative/told-figures.js';
import { dayAt } from '../../domain/zoned-time.js';
import type { Chart } from '../chart.js';
import { longDay, shortDay } from '../day-words.js';
import { known } from '../known.js';
import { listWords } from '../list-words.js';
import { written } from '../narrative/narrative-lines.js';
import type { Report } from '../report.js';
import { line } from '../text.js';
import { digestParts } from './digest-parts.js';
import { leadershipOpening } from './leadership-opening.js';
import { managementOpening } from './management-opening.js';
import { quietSentence } from './quiet-sentence.js';
import { teamOpening } from './team-opening.js';

export function digestReport(digest: Digest, narrative?: Narrative): Report {
  const title = titleOf(digest);
  const quiet = isQuiet(digest);
  const sentences = quiet ? [quietSentence(digest)] : opening(digest);
  const chart = quiet ? undefined : chartOf(digest);
  const words = quiet ? undefined : written(narrative, reportFigures({ kind: 'digest', digest }));
  return {
    kind: 'digest',
    title,
    lines: sentences.map((sentence) => line(sentence)),
    ...(words && { written: words }),
    ...(chart && { chart }),
    ...(!quiet && { parts: digestParts(digest) }),
    fallback: `${title}. ${sentences[0] ?? ''}`,
  };
}

/** "Friday 20 November · Customer voice", "… · Customer voice for the board, of support and money". */
function titleOf({ question: { day, audience, kind, teams } }: Digest): string {
  const whose = teams.filter((team) => team !== audience).flatMap((team) => known(team, 60) ?? []);
  const readers = kind === 'leadership' && teams.length === 0 ? undefined : known(audience, 60);
  return [
    `${longDay(day)} · Customer voice`,
    ...(readers === undefined ? [] : [` for ${readers}`]),
    ...(whose.length === 0 ? [] : [`, of ${listWords(whose)}`]),
  ].join('');
}

/** Words of customers in it are inert: every platform takes a text for what it is. */
function opening(digest: Digest): readonly string[] {
  switch (digest.question.kind) {
    case 'team':
      return teamOpening(digest);
    case 'managers':
      return managementOpening(digest);
    case 'leadership':
      return leadershipOpening(digest);
  }
}

/** Nothing where there was no alert at all. */
function chartOf({ course, question: { timeZone } }: Digest): Chart | undefined {
  if (course.counts.every((count) => count === 0)) return undefined;
  return {
    title: 'Alerts a day, this week and the one before',
    form: 'line',
    labels: course.starts.map((start) => shortDay(dayAt(start, timeZone)).split(' ').slice(0, 2).join(' ')),
    series: [{ name: 'Alerts', values: course.counts }],
  };
}
