/** A summary in lines: what both the private answer and the shared report say. */
import { daysOf, type Span } from '../domain/figures/period.js';
import { type Need, NEEDS, type Question, type Summary } from '../domain/figures/summary.js';
import { dayAt, daysBetween } from '../domain/zoned-time.js';
import { daysWords } from './day-words.js';
import { figureLines } from './figure-lines.js';
import { known } from './known.js';
import { actionLines } from './post-mortem/action-lines.js';
import { capital } from './sentence.js';
import { type Line, line, strong } from './text.js';

/** "Support · last 7 days": whose, from where, when. */
export function summaryTitle(question: Question): string {
  const { team, source, span } = question;
  const whose = team === undefined ? 'All teams' : (known(team, 80) ?? 'A team');
  const from = source === undefined ? '' : `, from ${known(source, 80) ?? 'a source'}`;
  return `${capital(whose)}${from} · ${spanWords(span)}`;
}

/** "against the 7 before". */
export function againstWords({ span, askedAt, timeZone }: Question): string {
  const today = dayAt(askedAt, timeZone);
  const { first, last } = daysOf(span, today);
  const days = daysBetween(first, last) + 1;
  const cut = last >= today ? ' up to the same hour' : '';
  if (days === 1) return `against the day before${cut}`;
  return `against the ${days} days before${cut}`;
}

function spanWords(span: Span): string {
  switch (span.kind) {
    case 'today':
      return 'today';
    case 'days':
      return span.days === 1 ? 'today' : `last ${span.days} days`;
    case 'between':
      return daysWords(span.first, span.last);
  }
}

/** "2 unclaimed past their time, 1 silent for too long"; undefined where nothing needs anybody. */
export function needsWords({ needs: { counts } }: Summary): string | undefined {
  const parts = NEEDS.filter((need) => counts[need] > 0).map((need) => needWords(need, counts[need]));
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function needWords(need: Need, count: number): string {
  switch (need) {
    case 'unclaimed':
      return `${count} unclaimed past ${count === 1 ? 'its' : 'their'} time`;
    case 'breached':
      return `${count} not resolved in time`;
    case 'silent':
      return `${count} claimed and silent for too long`;
  }
}

/** Figures, themes and accounts; one sentence where nothing was heard at all. */
export function summaryLines(summary: Summary): readonly Line[] {
  const { now, previous } = summary;
  if (now.counts.heard === 0 && previous.counts.heard === 0 && now.counts.alerts === 0)
    return [line('Nothing was heard in this time, nor in the time before.'), ...actionLines(summary)];
  return [...figureLines(summary), ...themeLines(summary), ...accountLines(summary), ...actionLines(summary)];
}

export function themeLines({ themes: counted }: Pick<Summary, 'themes'>): readonly Line[] {
  if (counted.length === 0) return [];
  const words = counted.map(
    ({ theme, alerts, before }) => `${known(theme, 40) ?? 'another'} ${alerts} (was ${before})`,
  );
  return [line(strong('Themes'), ` ${words.join(' · ')}`)];
}

export function accountLines({ accounts: counted }: Pick<Summary, 'accounts'>): readonly Line[] {
  if (counted.length === 0) return [];
  const words = counted.map(({ name, alerts }) => `${known(name, 40) ?? 'An account'} ×${alerts}`);
  return [line(strong('Accounts'), ` ${words.join(' · ')}`)];
}
