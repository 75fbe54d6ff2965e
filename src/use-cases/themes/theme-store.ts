/** What naming, finding and listing themes asks of the database. */
import type { Periods } from '../../domain/figures/period.js';
import type { FoundTheme, ThemeBook } from '../../domain/themes/theme-book.js';

export interface ThemeStore {
  readThemes(): Promise<ThemeBook>;
  /** Whoever names themes does so one after the other. */
  lockThemes(): void;
  hasAlertsOf(theme: string): Promise<boolean>;
  /** What was called `from` is called `to`, found themes and earlier names too. `by`: absent where a model named it. */
  keepThemeName(name: {
    readonly from: string;
    readonly to: string;
    readonly at: Date;
    readonly by?: string;
  }): void;
  /** At most `limit` alerts, the newest first, with what tells their matters apart. Answers how many; the cards of unclosed ones follow, and those of post-mortems on them. */
  moveAlerts(move: ThemeMove, limit: number, at: Date): Promise<number>;
  /** Post-mortems with their cards, their lessons and what was offered. */
  movePostMortems(move: Pick<ThemeMove, 'from' | 'to'>, at: Date): void;
  /** Themes with alerts in the periods, the most first, each with what was said last. */
  listThemes(periods: Periods, limit: number): Promise<readonly ListedTheme[]>;
  /** Themes that were found and have the names that their words make, oldest first. */
  foundUnnamed(limit: number): Promise<readonly FoundTheme[]>;
}

export interface ThemeMove {
  readonly from: string;
  readonly to: string;
  /** What told matters of the theme apart, and what does now. */
  readonly fromMatter: string;
  readonly toMatter: string;
}

export interface ListedTheme {
  readonly theme: string;
  readonly alerts: number;
  readonly before: number;
  readonly latest?: { readonly alert: number; readonly text: string };
}

export interface FindThemesStore extends Pick<ThemeStore, 'readThemes' | 'lockThemes'> {
  /** Moves the next search on; false where none is due, or another process is at it. */
  takeThemeSearch(now: Date, next: Date): Promise<boolean>;
  /** The newest alerts since in their customers' words. */
  topicTexts(since: Date, limit: number): Promise<readonly TopicAlert[]>;
  keepFoundThemes(themes: readonly (FoundTheme & { readonly id: string })[], at: Date): void;
  /** Alerts that have no theme get theirs; what tells their matters apart stays. Their cards say so with their next change. */
  giveThemes(given: readonly { readonly alert: number; readonly theme: string }[]): void;
  /** Found themes that nobody named and of which nothing was heard since are forgotten. */
  forgetThemes(before: Date): void;
}

export interface TopicAlert {
  readonly alert: number;
  readonly theme: string;
  readonly text: string;
  readonly who: string;
  /** Of the people and companies in it. */
  readonly names: readonly string[];
}
