/** How a headline speaks of the themes that the built-in rules name; a configured theme is taken as it is written. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['churn', 'leaving'],
  ['legal', 'a legal matter'],
  ['outage', 'an outage'],
  ['login', 'signing in'],
  ['staff', 'our staff'],
  ['reputation', 'our reputation'],
]);

/** What stands after "about". */
export function themeInWords(theme: string | undefined): string | undefined {
  return theme === undefined ? undefined : (WORDS.get(theme) ?? theme);
}
