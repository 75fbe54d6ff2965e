/** What managers must know in three sentences: deadlines, promises, who is stuck. */
import type { Digest } from '../../domain/digest/digest.js';
import type { PromiseCount } from '../../domain/figures/promises.js';
import type { Share } from '../../domain/figures/share.js';
import { countWords } from '../count-words.js';
import { known } from '../known.js';
import { listWords } from '../list-words.js';
import { percent } from '../percent.js';

export function managementOpening(digest: Digest): readonly string[] {
  return [deadlines(digest), promises(digest), whoIsStuck(digest)];
}

function deadlines({ now, previous }: Digest): string {
  const { counts, answeredInTime, resolvedInTime } = now;
  const parts = [
    answeredInTime &&
      `${counts.answeredInTime.n} of ${counts.answeredInTime.of} alerts had an owner in time${was(previous.answeredInTime)}`,
    resolvedInTime &&
      `${counts.resolvedInTime.n} of ${counts.resolvedInTime.of} were resolved in time${was(previous.resolvedInTime)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0
    ? 'Deadlines: too few fell in 7 days for a figure.'
    : `Deadlines: in 7 days ${listWords(parts)}.`;
}

function was(share: Share | undefined): string {
  return share ? ` (${percent(share.value)} the week before)` : '';
}

function promises({ promises: settled, promisesBefore, standing }: Digest): string {
  const { kept, late, broken } = settled;
  const all = allOf(settled);
  const { promisesDue: calls } = standing;
  const ahead = calls === 0 ? '' : `; ${countWords(calls, 'more falls', 'more fall')} due within a day`;
  if (all === 0) {
    return `Promises: no call-back fell due in 7 days${calls === 0 ? '' : `, and ${countWords(calls, 'does', 'do')} within a day`}.`;
  }
  const rest = [
    late > 0 && `${late} came late`,
    broken > 0 && `${broken} ${broken === 1 ? 'was' : 'were'} broken`,
  ];
  const named = listWords(rest.filter((part) => part !== false));
  const before = allOf(promisesBefore);
  const against = before === 0 ? '' : ` (${promisesBefore.kept} of ${before} the week before)`;
  return `Promises: ${keptWords(kept, all)}${against}${named && `, ${named}`}${ahead}.`;
}

function keptWords(kept: number, all: number): string {
  if (kept < all)
    return `${kept} of ${countWords(all, 'promised call-back was', 'promised call-backs were')} kept`;
  return all === 1 ? 'the one promised call-back was kept' : `all ${all} promised call-backs were kept`;
}

function allOf({ kept, late, broken }: PromiseCount): number {
  return kept + late + broken;
}

function whoIsStuck({ standing: { counts, owners } }: Digest): string {
  const late = owners.filter((each) => each.late > 0);
  const all = counts.unclaimed + counts.breached + counts.silent;
  if (all === 0)
    return 'Stuck: nobody; every open alert has time left, and none has been silent for too long.';
  if (counts.unclaimed === all)
    return `Stuck: ${countWords(all, 'alert is past its time', 'alerts are past their time')}, and nobody has ${all === 1 ? 'it' : 'them'}.`;
  const others = late.reduce((left, { late: n }) => left - n, counts.breached + counts.silent);
  const whose = [
    ...(counts.unclaimed > 0 ? [`${counts.unclaimed} that nobody has`] : []),
    ...late.map(({ owner, late: n }) => `${n} with ${known(owner.name, 60) ?? 'a colleague'}`),
    ...(others > 0 ? [`${others} with others`] : []),
  ];
  return `Stuck: ${countWords(all, 'alert is past its time', 'alerts are past their time')} or silent, ${listWords(whose)}.`;
}
