import type { Reading } from '../domain/reading.js';
import { asConfigured, type ThemeBook } from '../domain/themes/theme-book.js';
import type { ReadText } from '../use-cases/triage-signals.js';
import { createSaysTheme } from './says-theme.js';

/**
 * Reads with the themes that were found as well, where the taxonomy has none. Nothing is asked of the database: `book` answers what is
 * known at the moment, and is looked through once for each that it answers.
 */
export function withFoundThemes(
  read: ReadText,
  book: () => ThemeBook,
  configured: readonly string[],
): ReadText {
  let known: ThemeBook | undefined;
  let says = createSaysTheme([]);
  return (text, language): Reading => {
    const now = book();
    if (now !== known) {
      known = now;
      says = createSaysTheme(now.found);
    }
    if (now.found.length === 0) return read(text, language);
    const reading = read(text, language);
    const saysTheme = says;
    return {
      reader: reading.reader,
      get negative() {
        return reading.negative;
      },
      get language() {
        return reading.language;
      },
      get doubt() {
        return reading.doubt;
      },
      get flags() {
        return reading.flags;
      },
      get themes() {
        const { themes } = reading;
        const found = themes.length > 0 ? undefined : saysTheme(text);
        return found ? [asConfigured(found.name, now, configured)] : themes;
      },
    };
  };
}
