/** The minute tick of themes: names are read anew, and what was heard under an old one, here or by another process, is brought to the new. */
import { calledNow, matterTheme } from '../../domain/themes/theme-book.js';
import type { Clock, Transaction } from '../transaction.js';
import type { ThemeKeeper } from './theme-keeper.js';
import type { ThemeStore } from './theme-store.js';

export interface FollowThemeNamesDeps {
  readonly transaction: Transaction<Pick<ThemeStore, 'moveAlerts' | 'movePostMortems'>>;
  readonly clock: Clock;
  readonly keeper: ThemeKeeper;
  readonly changed: () => void;
}

const SLICE = 500;

export async function followThemeNames({
  transaction,
  clock,
  keeper,
  changed,
}: FollowThemeNamesDeps): Promise<void> {
  await keeper.reload();
  const book = keeper.book();
  let moved = 0;
  for (const [from, to] of book.called) {
    const move = {
      from,
      to,
      // It was called so by a process that did not know better.
      fromMatter: matterTheme(from, { ...book, called: new Map() }, keeper.configured),
      toMatter: matterTheme(calledNow(from, book), book, keeper.configured),
    };
    moved += await transaction((store) => {
      const at = clock();
      store.movePostMortems(move, at);
      return store.moveAlerts(move, SLICE, at);
    });
  }
  if (moved > 0) changed();
}
