/** What the page of themes shows: those that are heard of, found and configured, and what else there is. */
import { type Periods, periodsOf } from '../../domain/figures/period.js';
import type { ThemeBook } from '../../domain/themes/theme-book.js';
import { dayAt, daysAfter } from '../../domain/zoned-time.js';
import { namesIn } from './rename-theme.js';
import type { ListedTheme, ThemeStore } from './theme-store.js';

export interface ThemesView {
  /** Heard of in the last thirty days or the thirty before, the most first. */
  readonly heard: readonly ShownTheme[];
  /** Of which nothing was heard. */
  readonly quiet: readonly ShownTheme[];
}

export interface ShownTheme extends ListedTheme {
  /** The words of a theme that was found; undefined: it is configured. */
  readonly words?: readonly string[];
}

export const THEME_DAYS = 30;
const MOST_LISTED = 100;

export async function readThemes(
  store: Pick<ThemeStore, 'readThemes' | 'listThemes'>,
  {
    configured,
    now,
    timeZone,
  }: { readonly configured: readonly string[]; readonly now: Date; readonly timeZone: string },
): Promise<ThemesView> {
  const book = await store.readThemes();
  const listed = await store.listThemes(lastDays(now, timeZone), MOST_LISTED);
  const shown = (theme: ListedTheme): ShownTheme => {
    const words = wordsOf(theme.theme, book);
    return words.length > 0 ? { ...theme, words } : theme;
  };
  const known = new Set(listed.map(({ theme }) => theme));
  const quiet = namesIn(book, configured).filter((theme) => !known.has(theme));
  return {
    heard: listed.map(shown),
    quiet: quiet
      .toSorted((a, b) => a.localeCompare(b, 'en'))
      .map((theme) => shown({ theme, alerts: 0, before: 0 })),
  };
}

function wordsOf(name: string, { found }: ThemeBook): readonly string[] {
  return [...new Set(found.filter((theme) => theme.name === name).flatMap(({ words }) => words))];
}

function lastDays(now: Date, timeZone: string): Periods {
  const last = dayAt(now, timeZone);
  return periodsOf({ kind: 'between', first: daysAfter(last, 1 - THEME_DAYS), last }, now, timeZone);
}
