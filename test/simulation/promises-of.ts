import type { PromiseOutcome } from '../../src/domain/follow-up/promise.js';
import { MINUTE_MS } from './plan.js';
import type { Recorded } from './replay.js';

/** What became of each promise; a fault where what is on record is not what happened. */
export function promisesOf(
  recorded: readonly Recorded[],
  fault: (words: string) => void,
): readonly (PromiseOutcome | 'moved' | 'open')[] {
  const outcomes: (PromiseOutcome | 'moved' | 'open')[] = [];
  let due: number | undefined;
  const settle = (outcome: PromiseOutcome | 'moved', expected: PromiseOutcome | 'moved'): void => {
    if (outcome !== expected) fault(`a promise is on record as ${outcome}, and was ${expected}`);
    outcomes.push(outcome);
    due = undefined;
  };
  for (const { at, event } of recorded) {
    const inTime = due !== undefined && at <= due + 15 * MINUTE_MS;
    const reached = inTime ? 'kept' : 'late';
    if (event.kind === 'promised') {
      if (due !== undefined) {
        const was = event.movedFrom === undefined ? event.promise?.outcome : 'moved';
        settle(was ?? 'broken', inTime ? 'moved' : 'late');
      }
      due = Date.parse(event.due);
    }
    if (event.kind === 'contacted') {
      if (due !== undefined && event.result !== 'no_answer')
        settle(event.promise?.outcome ?? 'broken', reached);
      else if (event.promise) fault('a promise was settled that was none');
    }
    if (event.kind === 'resolved' || event.kind === 'dismissed') {
      const spoken = event.kind === 'resolved' && SPOKEN.has(event.outcome);
      if (due !== undefined) settle(event.promise?.outcome ?? 'moved', spoken ? reached : 'broken');
      else if (event.promise) fault('a promise was settled that was none');
    }
    if (event.kind === 'promise_broken') {
      if (due === undefined || at < due + 60 * MINUTE_MS) fault('a promise was broken too early');
      settle('broken', 'broken');
    }
  }
  return due === undefined ? outcomes : [...outcomes, 'open'];
}

const SPOKEN: ReadonlySet<string> = new Set(['recovered', 'partly', 'not_recoverable']);
