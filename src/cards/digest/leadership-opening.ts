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
    digest.story ? storySentence(digest.story) : noStory(digest),
    restSentence(digest),
    decision(digest),
  ];
}

/** Of one a cause is an opinion. */
const LEAST_CAUSES = 2;

/** "Refunds: 14 customers in 7 days, €310k a year between them, against 4 the week before." */
function storySentence({ theme, customers, customersBefore, values, cause }: Story): string {
  const name = themeInWords(known(theme, 60)) ?? 'one matter';
  const worth = listWords(values.flatMap(({ amount, currency }) => moneyWords(amount, currency) ?? []));
  const between = customers === 1 ? 'a year' : 'a year between them';
  const before = customersBefore === 0 ? 'none' : String(customersBefore);
  const words = cause && cause.n >= LEAST_CAUSES ? known(cause.words, 80) : undefined;
  const why =
    words === undefined || !cause
      ? ''
      : `; where it was resolved, the cause given most often is “${words}” (${cause.n} of ${cause.of})`;
  return `The story is ${name}: ${countWords(customers, 'customer')} in 7 days${worth && `, ${worth} ${between}`}, against ${before} in the 7 days before${why}.`;
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
  const parts = [
    answeredInTime && `${counts.answeredInTime.n} of ${counts.answeredInTime.of} alerts had an owner in time`,
    recovered && `${recoveredWords(counts)} customers followed up are made whole`,
  ].filter((part) => part !== undefined);
  const all = story ? 'The rest' : 'The work on them';
  if (parts.length === 0) {
    const waiting = standing.counts.unclaimed + standing.counts.breached;
    return waiting === 0
      ? `${story ? 'Everything else' : 'Everything'} is calm; too few alerts fell due for a figure.`
      : `${all} is too little for a figure, and ${countWords(waiting, 'alert is', 'alerts are')} past their time.`;
  }
  const worse =
    fell(answeredInTime, previous.answeredInTime) || fell(recovered, previous.recovered)
      ? `${all} has slipped against the week before`
      : undefined;
  return `${worse ?? tone(all, answeredInTime, standing)}: ${listWords(parts)}.`;
}

function recoveredWords(counts: Digest['now']['counts']): string {
  const { n, of } = recoveredOf(counts);
  return `${n} of ${of}`;
}

function tone(all: string, answered: Share | undefined, { counts }: Digest['standing']): string {
  if (counts.unclaimed + counts.breached === 0) return 'Everything else is calm';
  return answered && answered.value < IN_HAND ? `${all} is behind` : `${all} is mostly in hand`;
}

function fell(now: Share | undefined, before: Share | undefined): boolean {
  return now !== undefined && before !== undefined && now.value < before.value && differs(now, before);
}

function decision({ standing, question }: Digest): string {
  const { stuck, counts } = standing;
  const [first] = stuck;
  if (!first || first.need === 'silent') return 'Nothing is waiting for a decision.';
  const more = counts.unclaimed + counts.breached - 1;
  const others = more === 0 ? '' : `; ${more} more ${more === 1 ? 'is' : 'are'} past their time`;
  const late = lateWords(first, question);
  const owner = withWhom(first.view);
  return owner === undefined
    ? `Waiting for a decision: who takes ${matterWords(first.view)}? Nobody has it, and ${late}${others}.`
    : `Waiting for a decision: ${matterWords(first.view)} is ${owner}, and ${late}${others}.`;
}
