/** What themes are called, and those that were found in what customers say: kept in memory beside the policy, and read anew now and then. */
import { NO_THEME } from '../triage.js';

/** A theme that nobody configured. */
export interface FoundTheme {
  /** Several of one name were merged. */
  readonly name: string;
  /** The first tells by itself, of the others two. */
  readonly words: readonly string[];
}

export interface ThemeBook {
  readonly found: readonly FoundTheme[];
  /** By theme what it is called instead; never a chain. */
  readonly called: ReadonlyMap<string, string>;
  /** Another one whenever something is called something else. */
  readonly stamp: string;
}

export const EMPTY_BOOK: ThemeBook = { found: [], called: new Map(), stamp: '' };

export function calledNow(theme: string, { called }: ThemeBook): string {
  return called.get(theme) ?? theme;
}

/**
 * What tells matters of one customer apart. Found themes do not: they are parts of what has no theme, and finding one must neither split nor
 * double an alert. `configured` are the themes of rules and taxonomy, as they are written there.
 */
export function matterTheme(name: string, book: ThemeBook, configured: readonly string[]): string {
  if (configured.some((theme) => calledNow(theme, book) === name)) return name;
  return book.found.some((theme) => theme.name === name) ? NO_THEME : name;
}

/** The theme that rules and routes know by another name: what was merged with it goes the same way. */
export function asConfigured(name: string, book: ThemeBook, configured: readonly string[]): string {
  return configured.find((theme) => calledNow(theme, book) === name) ?? name;
}

/** The book after `from` is called `to`: what was called `from` before is called `to` as well. */
export function renamedBook({ found, called, stamp }: ThemeBook, from: string, to: string): ThemeBook {
  const names = new Map([...called].map(([theme, name]) => [theme, name === from ? to : name] as const));
  names.set(from, to);
  names.delete(to);
  const renamed = found.map((each) => (each.name === from ? { ...each, name: to } : each));
  return { found: renamed, called: names, stamp };
}
