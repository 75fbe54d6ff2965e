import { postMortemName } from '../../domain/post-mortem/post-mortem.js';
import type { PostMortemView } from '../../domain/post-mortem/post-mortem-view.js';
import { NO_THEME } from '../../domain/triage.js';
import { headline } from '../headline.js';
import { known } from '../known.js';
import { capital } from '../sentence.js';
import { themeInWords } from '../theme-words.js';

/** "Refunds: Maria Lopez at Acme gave 2 of 5 and 2 more": what it is about, in one line. */
export function postMortemSubject({ postMortem, alerts }: PostMortemView): string {
  const theme = postMortem.theme === NO_THEME ? undefined : themeInWords(known(postMortem.theme, 40));
  const [first, ...others] = alerts;
  const matter = first && headline(first);
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  if (matter === undefined) return theme === undefined ? 'A matter' : capital(theme);
  return theme === undefined ? `${matter}${more}` : `${capital(theme)}: ${matter}${more}`;
}

/** "PM-7 · Refunds: Maria Lopez at Acme gave 2 of 5". */
export function postMortemTitle(view: PostMortemView): string {
  return `${postMortemName(view.postMortem.number)} · ${postMortemSubject(view)}`;
}
