/** What a team must know in three sentences: what is open and with whom, what happened, what comes first. */
import type { Digest, DueAlert } from '../../domain/digest/digest.js';
import { countWords } from '../count-words.js';
import { known } from '../known.js';
import { momentWords } from '../moment-words.js';
import { capital } from '../sentence.js';
import { lateWords } from './late-words.js';
import { matterWords, withWhom } from './matter-words.js';
import { sinceWords } from './since-words.js';

export function teamOpening(digest: Digest): readonly string[] {
  return [openSentence(digest), newsSentence(digest), firstSentence(digest)];
}

function openSentence({ standing: { open, claimed, owners } }: Digest): string {
  if (open + claimed === 0) return 'No alert is open.';
  if (claimed === 0)
    return `${countWords(open, 'alert is', 'alerts are')} open, and nobody has ${open === 1 ? 'it' : 'any of them'}.`;
  const named = owners.map(({ owner, alerts }) => `${known(owner.name, 60) ?? 'a colleague'} ${alerts}`);
  const others = owners.reduce((left, { alerts }) => left - alerts, claimed);
  if (others > 0) named.push(`others ${others}`);
  const free = open === 0 ? '' : `${open} that nobody has and `;
  return `${countWords(open + claimed, 'alert is', 'alerts are')} open: ${free}${claimed} with an owner (${named.join(', ')}).`;
}

function newsSentence({ news, question }: Digest): string {
  const { heard, alerts, resolved, outcomes } = news;
  if (heard + alerts + resolved.n === 0)
    return `${capital(sinceWords(question))}: nothing new, and nothing resolved.`;
  const made = outcomes.recovered > 0 ? ` (${outcomes.recovered} made whole)` : '';
  return `${capital(sinceWords(question))}: ${heard} heard, ${countWords(alerts, 'new alert')}, ${resolved.n} resolved${made}.`;
}

function firstSentence({ standing: { stuck, due }, question }: Digest): string {
  const [first] = stuck;
  const [next] = due;
  if (first) {
    const owner = withWhom(first.view);
    const late = lateWords(first, question);
    return owner === undefined
      ? `First: who takes ${matterWords(first.view)}? ${capital(late)}.`
      : `First: ${matterWords(first.view)}, ${owner}; ${late}.`;
  }
  if (!next) return 'Nothing falls due within a day.';
  const { asOf: now, timeZone } = question;
  return `Next: ${matterWords(next.view)}, ${withWhom(next.view) ?? 'which nobody has'}; ${DUE[next.what]} ${momentWords(next.at, { now, timeZone })}.`;
}

const DUE: Readonly<Record<DueAlert['what'], string>> = {
  respond: 'an answer is due',
  resolve: 'to be resolved by',
  promise: 'a call-back is promised for',
};
