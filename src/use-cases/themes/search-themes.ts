/** Every night: what customers say that no theme takes. Claimed by one process, bounded, and late once after downtime. */
import type { FoundTheme, ThemeBook } from '../../domain/themes/theme-book.js';
import { NO_THEME } from '../../domain/triage.js';
import type { Clock, NewId, Transaction } from '../transaction.js';
import { namesIn } from './rename-theme.js';
import type { ThemeKeeper } from './theme-keeper.js';
import type { FindThemesStore, TopicAlert } from './theme-store.js';

export interface SearchThemesDeps {
  readonly transaction: Transaction<FindThemesStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly keeper: ThemeKeeper;
  /** Themes in the alerts that have none; `known`: those that were found before. */
  readonly find: FindThemesIn;
  /** Which of the themes a text is about. */
  readonly saysTheme: (themes: readonly FoundTheme[]) => (text: string) => FoundTheme | undefined;
  /** Called after the commit. */
  readonly changed: () => void;
}

export type FindThemesIn = (
  alerts: readonly TopicAlert[],
  options: { readonly known: readonly FoundTheme[]; readonly limit: number },
) => readonly FoundTheme[];

const DAY_MS = 86_400_000;
const LOOKED_BACK_DAYS = 30;
/** Clustering so many takes well under a second. */
const MOST_ALERTS = 2_000;
/** More nobody looks through; those of which nothing is heard make room. */
const MOST_THEMES = 40;
const MOST_AT_ONCE = 8;
const FORGOTTEN_DAYS = 90;
/** UTC: when the fewest are heard where most who use it are. */
const AT_HOUR = 2;

/** Answers whether it was this process's turn. Throws DatabaseAway. */
export async function searchThemes(deps: SearchThemesDeps): Promise<boolean> {
  const { clock, newId, keeper } = deps;
  const now = clock();
  const took = await deps.transaction((store) => store.takeThemeSearch(now, nextSearch(now)));
  if (!took) return false;
  const daysBefore = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const { alerts, book } = await deps.transaction(async (store) => {
    store.forgetThemes(daysBefore(FORGOTTEN_DAYS));
    return {
      alerts: await store.topicTexts(daysBefore(LOOKED_BACK_DAYS), MOST_ALERTS),
      book: await store.readThemes(),
    };
  });
  const limit = Math.min(MOST_AT_ONCE, MOST_THEMES - book.found.length);
  const found =
    limit <= 0 ? [] : apart(deps.find(alerts, { known: book.found, limit }), book, keeper.configured, alerts);
  if (found.length === 0) return true;
  const says = deps.saysTheme(found);
  const given = alerts.flatMap(({ alert, theme, text }) => {
    const about = theme === NO_THEME ? says(text) : undefined;
    return about ? [{ alert, theme: about.name }] : [];
  });
  await deps.transaction(async (store) => {
    store.lockThemes();
    // Somebody may have given one of these names to another meanwhile.
    const taken = takenNames(await store.readThemes(), keeper.configured);
    const isFree = (name: string): boolean => !taken.has(name.toLowerCase());
    const free = found.filter(({ name }) => isFree(name));
    if (free.length === 0) return;
    store.keepFoundThemes(
      free.map((theme) => ({ ...theme, id: newId() })),
      now,
    );
    store.giveThemes(given.filter(({ theme }) => isFree(theme)));
  });
  await keeper.reload();
  deps.changed();
  return true;
}

function nextSearch(now: Date): Date {
  const at = new Date(now);
  at.setUTCHours(AT_HOUR, 0, 0, 0);
  return at > now ? at : new Date(at.getTime() + DAY_MS);
}

/** A found theme never takes the name of another. */
function apart(
  found: readonly FoundTheme[],
  book: ThemeBook,
  configured: readonly string[],
  alerts: readonly TopicAlert[],
): readonly FoundTheme[] {
  const taken = new Set([...takenNames(book, configured), ...alerts.map(({ theme }) => theme.toLowerCase())]);
  return found.flatMap((theme) => {
    const names = [theme.name, theme.words.slice(0, 2).join(' and '), theme.words.slice(0, 3).join(', ')];
    const name = names.find((each) => !taken.has(each.toLowerCase()));
    if (name === undefined) return [];
    taken.add(name.toLowerCase());
    return [{ ...theme, name }];
  });
}

/** In lower case. */
function takenNames(book: ThemeBook, configured: readonly string[]): ReadonlySet<string> {
  const names = [...namesIn(book, configured), ...book.called.keys(), NO_THEME];
  return new Set(names.map((name) => name.toLowerCase()));
}
