/** What came of renaming a theme. */
export type RenamedTheme =
  | { readonly outcome: 'renamed' | 'merged'; readonly from: string; readonly to: string }
  | { readonly outcome: 'unchanged'; readonly to: string }
  /** `now`: what it is called since. */
  | { readonly outcome: 'no_such_theme'; readonly from: string; readonly now?: string }
  | { readonly outcome: 'empty' | 'too_long' | 'signs' };
