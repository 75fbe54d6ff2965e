/** What is said to whoever renamed a theme, or could not. */
import { THEME_NAME_LIMIT } from '../domain/themes/theme-name.js';
import { NO_THEME } from '../domain/triage.js';
import type { RenamedTheme } from '../domain/themes/renamed-theme.js';
import { known } from './known.js';
import type { Note } from './note.js';
import { type Inline, line, strong } from './text.js';

export function themeNote(renamed: RenamedTheme): Note {
  switch (renamed.outcome) {
    case 'renamed':
      return said(
        strong(called(renamed.from)),
        ' is called ',
        strong(called(renamed.to)),
        ' from now on, in what was heard before as well.',
      );
    case 'merged':
      return renamed.to === NO_THEME
        ? said(strong(called(renamed.from)), ' is no theme any more. What says so is heard as before.')
        : said(
            strong(called(renamed.from)),
            ' is part of ',
            strong(called(renamed.to)),
            ' from now on, in what was heard before as well.',
          );
    case 'unchanged':
      return said('Nothing changed: it is called ', strong(called(renamed.to)), ' already.');
    case 'no_such_theme':
      return renamed.now === undefined
        ? said('Nothing changed: there is no theme called ', strong(called(renamed.from)), '.')
        : said(
            'Nothing changed: ',
            strong(called(renamed.from)),
            ' is called ',
            strong(called(renamed.now)),
            ' since somebody renamed it.',
          );
    case 'empty':
      return said('Nothing changed: a theme needs a name, for example “late deliveries”.');
    case 'too_long':
      return said(
        `Nothing changed: a name has at most ${THEME_NAME_LIMIT} characters, for example “late deliveries”.`,
      );
    case 'signs':
      return said(
        'Nothing changed: a name is of letters, numbers, spaces and hyphens, for example “late deliveries”.',
      );
  }
}

function said(...parts: readonly (string | Inline)[]): Note {
  return { lines: [line(...parts)] };
}

function called(theme: string): string {
  return theme === NO_THEME ? 'no theme' : (known(theme, 60) ?? 'that');
}
