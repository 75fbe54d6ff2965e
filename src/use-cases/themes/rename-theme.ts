/** Calls a theme something else, or what another is called already: then they are one from then on, in the past as well. */
import { calledNow, matterTheme, renamedBook, type ThemeBook } from '../../domain/themes/theme-book.js';
import type { RenamedTheme } from '../../domain/themes/renamed-theme.js';
import { readThemeName } from '../../domain/themes/theme-name.js';
import { NO_THEME } from '../../domain/triage.js';
import type { Clock, Transaction } from '../transaction.js';
import type { ThemeKeeper } from './theme-keeper.js';
import type { ThemeStore } from './theme-store.js';

export interface RenameThemeDeps {
  readonly transaction: Transaction<ThemeStore>;
  readonly clock: Clock;
  readonly keeper: Pick<ThemeKeeper, 'reload' | 'configured'>;
  /** Called after the commit: there are cards to bring up to date. */
  readonly changed: () => void;
}

/** Alerts that are moved while the person waits, and in one go; the others follow by the minute. */
const SLICE = 500;
const SLICES = 10;

/** `to` as typed; NO_THEME: it is no theme. Throws DatabaseAway. */
export async function renameTheme(
  deps: RenameThemeDeps,
  {
    from,
    to: typed,
    actorId,
    mayMerge = true,
  }: {
    readonly from: string;
    readonly to: string;
    readonly actorId?: string;
    /** False: a name that another theme has changes nothing. */
    readonly mayMerge?: boolean;
  },
): Promise<RenamedTheme> {
  const read = readThemeName(typed);
  if ('fault' in read) return { outcome: read.fault };
  const { configured } = deps.keeper;
  const renamed = await deps.transaction(async (store): Promise<RenamedTheme> => {
    store.lockThemes();
    const book = await store.readThemes();
    const names = namesIn(book, configured);
    if (from === NO_THEME || !(names.includes(from) || (await store.hasAlertsOf(from)))) {
      const now = calledNow(from, book);
      return { outcome: 'no_such_theme', from, ...(now !== from && { now }) };
    }
    const known = [...names, NO_THEME].find((each) => each.toLowerCase() === read.name.toLowerCase());
    const to = known !== undefined && known !== from ? known : read.name;
    if (to === from) return { outcome: 'unchanged', to };
    const merged = known === to || (await store.hasAlertsOf(to));
    if (merged && !mayMerge) return { outcome: 'unchanged', to: from };
    const at = deps.clock();
    store.keepThemeName({ from, to, at, ...(actorId !== undefined && { by: actorId }) });
    const move = {
      from,
      to,
      fromMatter: matterTheme(from, book, configured),
      toMatter: matterTheme(to, renamedBook(book, from, to), configured),
    };
    store.movePostMortems(move, at);
    for (let slice = 0; slice < SLICES; slice += 1) {
      if ((await store.moveAlerts(move, SLICE, at)) < SLICE) break;
    }
    return { outcome: merged ? 'merged' : 'renamed', from, to };
  });
  if (renamed.outcome === 'renamed' || renamed.outcome === 'merged') {
    await deps.keeper.reload();
    deps.changed();
  }
  return renamed;
}

/** Every name that a theme has now, those that nothing was heard of yet as well. */
export function namesIn(book: ThemeBook, configured: readonly string[]): readonly string[] {
  const names = [...configured.map((theme) => calledNow(theme, book)), ...book.found.map(({ name }) => name)];
  return [...new Set(names)].filter((name) => name !== NO_THEME);
}
