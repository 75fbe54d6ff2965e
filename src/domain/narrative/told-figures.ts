/** The figures that a narrative may name, as the database counted them, each with its unit. */
import type { Digest } from '../digest/digest.js';
import { type Figures, recoveredOf } from '../figures/figures.js';
import type { Summary, ThemeCount } from '../figures/summary.js';
import type { PostMortemView } from '../post-mortem/post-mortem-view.js';
import type { ToldPeriod } from '../told-report.js';
import type { ToldFigures } from './narrative.js';

/** One for each theme whose figures are told, in their order. */
export const THEME_LETTERS = 'abcde';

export function reportFigures(told: ToldPeriod): ToldFigures {
  return told.kind === 'digest' ? digestFigures(told.digest) : summaryFigures(told.summary);
}

function digestFigures({ now, previous, themes, standing, story }: Digest): ToldFigures {
  return new Map([
    ...counted(now, previous),
    ...ofThemes(themes),
    ['open_now', count(standing.open + standing.claimed, 'alert')],
    ['past_their_time', count(standing.counts.unclaimed + standing.counts.breached, 'alert')],
    ...(story
      ? ([
          ['story_customers', count(story.customers, 'customer')],
          ['story_customers_before', count(story.customersBefore, 'customer')],
        ] as const)
      : []),
  ]);
}

function summaryFigures({ now, previous, themes, needs }: Summary): ToldFigures {
  return new Map([
    ...counted(now, previous),
    ...ofThemes(themes),
    ['past_their_time', count(needs.counts.unclaimed + needs.counts.breached, 'alert')],
  ]);
}

export function postMortemFigures({ alerts }: Pick<PostMortemView, 'alerts'>): ToldFigures {
  const customers = new Set(alerts.map(({ alert, customer }) => customer?.id ?? String(alert.number)));
  return new Map([
    ['alerts', count(alerts.length, 'alert')],
    ['customers', count(customers.size, 'customer')],
    [
      'voices',
      count(
        alerts.reduce((sum, { alert }) => sum + alert.signalCount, 0),
        'voice',
      ),
    ],
  ]);
}

function counted({ counts }: Figures, { counts: before }: Figures): readonly (readonly [string, string])[] {
  const recovered = recoveredOf(counts);
  return [
    ['heard', count(counts.heard, 'voice')],
    ['heard_before', count(before.heard, 'voice')],
    ['alerts', count(counts.alerts, 'alert')],
    ['alerts_before', count(before.alerts, 'alert')],
    ['resolved', count(counts.resolved.n, 'alert')],
    ['made_whole', count(recovered.n, 'customer')],
  ];
}

function ofThemes(themes: readonly ThemeCount[]): readonly (readonly [string, string])[] {
  return themes
    .slice(0, THEME_LETTERS.length)
    .flatMap(({ alerts, before }, index): readonly (readonly [string, string])[] => [
      [themeFigure(index), count(alerts, 'alert')],
      [`${themeFigure(index)}_before`, count(before, 'alert')],
    ]);
}

/** Of the first, second … theme of a report. */
export function themeFigure(index: number): string {
  return `theme_${THEME_LETTERS.charAt(index)}`;
}

function count(n: number, one: string): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : `${one}s`}`;
}
