import { type FoldedAnswers, foldAnswers } from '../domain/fold-answers.js';
import { isAnswer } from '../domain/answer.js';
import { groupKey } from '../domain/group-key.js';
import type { Speaker, TriageStore, WaitingSignal } from './triage-store.js';

/** Which of the waiting signals say again what was heard before: from the database, where one may, and from this batch. */
export async function withAnswers(
  store: Pick<TriageStore, 'answersBefore'>,
  waiting: readonly WaitingSignal[],
  speakers: ReadonlyMap<string, Speaker>,
): Promise<FoldedAnswers> {
  const voices = waiting.flatMap(({ id, source, signal }) =>
    isAnswer(signal) ? [{ id, source, signal, customerId: speakers.get(id)?.customerId }] : [],
  );
  if (voices.length === 0) return { said: new Map(), amended: [] };
  const known = await store.answersBefore(
    voices.map((voice) => ({ ...voice, matter: groupKey({ ...voice, theme: ANY_THEME }) })),
  );
  return foldAnswers(voices, known);
}

/** Only customers' matters are told apart by it, and by their matter only signals of nobody known are looked for. */
const ANY_THEME = '';
