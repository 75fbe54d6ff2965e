/** What leadership must know in three sentences: the story, how the rest stands, what waits for a decision. */
import type { Digest, Story } from '../../domain/digest/digest.js';
import { recoveredOf } from '../../domain/figures/figures.js';
import { differs, type Share } from '../../domain/figures/share.js';
import { countWords } from '../count-words.js';
import { known } from '../known.js';
import { listWords } from '../list-words.js';
import { moneyWords } from '../money-words.js';
import { themeInWords } from '../theme-words.js';
import { lateWords } from './late-words.js';
import { matterWords, withWhom } from './matter-words.js';

export function leadershipOpening(digest: Digest): readonly string[] {
  return [
    digest.story ? storySentence(digest.story, digest) : noStory(digest),
    restSentence(digest),
    waitingSentence(digest),
  ];
}

/** Of one a cause is an opinion. */
const LEAST_CAUSES = 2;

/** "Refunds: 14 customers in 7 days, €310k a year between them, against 4 the week before." */
function storySentence(
  { theme, customers, customersBefore, values, cause }: Story,
  { previous }: Digest,
): string {
  const name = themeInWords(known(theme, 60)) ?? 'one matter';
  const worth = listWords(values.flatMap(({ amount, currency }) => moneyWords(amount, currency) ?? []));
  const between = customers === 1 ? 'a year' : 'a year between them';
  const count = customersBefore === 0 ? 'none' : String(customersBefore);
  // In the first week there is nothing to hold it against.
  const before = previous.counts.heard === 0 ? '' : `, against ${count} in the 7 days before`;
  const words = cause && cause.n >= LEAST_CAUSES ? known(cause.words, 80) : undefined;
  const why =
    words === undefined || !cause ? '' : `; ${cause.n} of ${cause.of} resolved were put down to “${words}”`;
  return `The story is ${name}: ${countWords(customers, 'customer')} in 7 days${worth && `, ${worth} ${between}`}${before}${why}.`;
}

function noStory({ now, previous, themes }: Digest): string {
  const { alerts, heard } = now.counts;
  if (heard === 0 && alerts === 0) return 'Nothing was heard in 7 days.';
  if (alerts === 0)
    return `Nobody was unhappy enough to need us: ${countWords(heard, 'voice')} in 7 days, no alert.`;
  const most = themes
    .slice(0, 2)
    .map(({ theme, alerts: n }) => `${themeInWords(known(theme, 40)) ?? 'another matter'} (${n})`);
  const about = most.length === 0 ? '' : `, most about ${listWords(most)}`;
  return `Nothing stands out: ${countWords(alerts, 'alert')} in 7 days, against ${previous.counts.alerts} in the 7 before${about}.`;
}

/** How much of it in time counts as in hand. */
const IN_HAND = 0.8;

function restSentence({ now, previous, standing, story }: Digest): string {
  const { answeredInTime, recovered, counts } = now;
  const { n, of } = recoveredOf(counts);
  const parts = [
    answeredInTime && `${counts.answeredInTime.n} of ${counts.answeredInTime.of} alerts had an owner in time`,
    recovered && `${n} of ${of} customers who were followed up have been made whole`,
  ].filter((part) => part !== undefined);
  const late = standing.counts.unclaimed + standing.counts.breached;
  const calm = story ? 'Everything else is calm' : 'All is calm';
  if (parts.length === 0) {
    return late === 0
      ? `${calm}: no deadline is missed, and too few fell due for a figure.`
      : `Too few alerts fell due for a figure; ${countWords(late, 'alert is past its time', 'alerts are past their time')}.`;
  }
  const slipped =
    fell(answeredInTime, previous.answeredInTime) || fell(recovered, previous.recovered)
      ? 'Overall we have slipped against the week before'
      : undefined;
  const behind = answeredInTime && answeredInTime.value < IN_HAND ? 'Overall we are behind' : undefined;
  return `${slipped ?? behind ?? (late === 0 ? calm : 'Overall it is mostly in hand')}: ${listWords(parts)}.`;
}

function fell(now: Share | undefined, before: Share | undefined): boolean {
  return now !== undefined && before !== undefined && now.value < before.value && differs(now, before);
}

/** The gravest that is past its time, and of those alike the one that nobody has. */
function waitingSentence({ standing: { stuck, counts }, question }: Digest): string {
  const first = stuck.find(({ need }) => need !== 'silent');
  if (!first) return 'Nothing is waiting for a decision.';
  const more = counts.unclaimed + counts.breached - 1;
  const others =
    more === 0 ? '' : `; ${countWords(more, 'more is past its time', 'more are past their time')}`;
  const late = lateWords(first, question);
  const owner = withWhom(first.view);
  return owner === undefined
    ? `One decision is waiting: who takes ${matterWords(first.view)}? Nobody has it, and ${late}${others}.`
    : `One thing is waiting: ${matterWords(first.view)}, ${owner}; ${late}${others}.`;
}
