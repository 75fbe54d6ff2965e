/** Why a summary could not be made of what was typed, with a line that can. */
import { MOST_DAYS } from '../domain/figures/period.js';
import { known } from './known.js';
import type { Note } from './note.js';
import { command, type Inline, line } from './text.js';

export type SummaryFault =
  /** `meant`: the word that was probably meant, with the whole line to type. */
  | { readonly fault: 'unknown_word'; readonly word: string; readonly meant?: string }
  | { readonly fault: 'no_such_day'; readonly word: string }
  | { readonly fault: 'backwards' | 'too_long' | 'to_come' | 'two_spans' | 'two_teams' | 'two_sources' };

export interface Choices {
  readonly teams: readonly string[];
  readonly sources: readonly string[];
}

const WORD_LIMIT = 80;
const MOST_NAMED = 10;

export function summaryFaultNote(fault: SummaryFault, { teams, sources }: Choices): Note {
  return {
    lines: [
      line(...why(fault)),
      line(
        command('/cx-summary'),
        ' takes a time, a team and a source, each or none: today, yesterday, 7d, 30d or 2026-11-01..2026-11-15.',
      ),
      line(`Teams: ${named(teams)}. Sources: ${named(sources)}.`),
      line('For example ', command(`/cx-summary 7d${example(teams)}`)),
    ],
  };
}

function why(fault: SummaryFault): readonly (string | Inline)[] {
  switch (fault.fault) {
    case 'unknown_word': {
      const word = `I don't know “${known(fault.word, WORD_LIMIT) ?? 'that'}” in a summary.`;
      return fault.meant === undefined ? [word] : [`${word} Did you mean `, command(fault.meant), '?'];
    }
    case 'no_such_day':
      return [
        `“${known(fault.word, WORD_LIMIT) ?? 'That'}” is no day of the calendar. Days are written 2026-11-20.`,
      ];
    case 'backwards':
      return ['That time ends before it begins: the earlier day comes first.'];
    case 'too_long':
      return [`That is longer than a summary can be: ${MOST_DAYS} days at the most.`];
    case 'to_come':
      return ['That day is still to come: a summary tells of what was.'];
    case 'two_spans':
      return ['That names two times: which one?'];
    case 'two_teams':
      return ['That names two teams: a summary is of one, or of all.'];
    case 'two_sources':
      return ['That names two sources: a summary is of one, or of all.'];
  }
}

function named(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, MOST_NAMED).map((name) => known(name, WORD_LIMIT) ?? name);
  return names.length > MOST_NAMED
    ? `${shown.join(', ')} and ${names.length - MOST_NAMED} more`
    : shown.join(', ');
}

function example([first]: readonly string[]): string {
  return first === undefined ? '' : ` ${known(first, WORD_LIMIT) ?? ''}`.trimEnd();
}
