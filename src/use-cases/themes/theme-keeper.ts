/** Themes as they are called now, in memory, so that no voice asks the database for them. */
import { calledNow, EMPTY_BOOK, matterTheme, type ThemeBook } from '../../domain/themes/theme-book.js';
import type { Transaction } from '../transaction.js';
import type { ThemeStore } from './theme-store.js';

export interface ThemeKeeper {
  /** As it was read last. */
  readonly book: () => ThemeBook;
  /** Reads it anew: at the start, every minute, and after a change of this process. Throws DatabaseAway. */
  readonly reload: () => Promise<void>;
  /** What a theme is called, and what tells matters of it apart. */
  readonly name: (theme: string) => { readonly name: string; readonly matter: string };
  /** Themes of rules and taxonomy, as they are written there. */
  readonly configured: readonly string[];
}

export function createThemeKeeper({
  transaction,
  configured,
}: {
  readonly transaction: Transaction<Pick<ThemeStore, 'readThemes'>>;
  readonly configured: readonly string[];
}): ThemeKeeper {
  let book: ThemeBook = EMPTY_BOOK;
  return {
    configured,
    book: () => book,
    async reload() {
      book = await transaction((store) => store.readThemes());
    },
    name(theme) {
      const name = calledNow(theme, book);
      return { name, matter: matterTheme(name, book, configured) };
    },
  };
}
