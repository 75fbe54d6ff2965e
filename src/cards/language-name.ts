const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The English name of a BCP 47 tag's language; undefined for English, where the reader sees it, and for what is none. */
export function languageName(tag: string | undefined): string | undefined {
  const [primary = ''] = (tag ?? '').toLowerCase().split(/[-_]/u);
  if (!/^[a-z]{2,3}$/u.test(primary) || primary === 'en') return undefined;
  return NAMES.of(primary);
}
