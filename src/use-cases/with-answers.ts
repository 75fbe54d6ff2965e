import { type FoldedAnswers, foldAnswers } from '../domain/fold-answers.js';
import { type Answer, isAnswer } from '../domain/answer.js';
import { groupKey } from '../domain/group-key.js';
import type { Speaker, TriageStore, WaitingSignal } from './triage-store.js';

/** Which of the waiting signals say again what was heard before: from the database, where one may, and from this batch. */
export async function withAnswers(
  store: Pick<TriageStore, 'answersBefore'>,
  {
    waiting,
    speakers,
    newcomers,
  }: {
    readonly waiting: readonly WaitingSignal[];
    readonly speakers: ReadonlyMap<string, Speaker>;
    /** Customers who said nothing before this batch. */
    readonly newcomers: ReadonlySet<string>;
  },
): Promise<FoldedAnswers> {
  const voices = waiting.flatMap(({ id, source, signal }) =>
    isAnswer(signal) ? [{ id, source, signal, customerId: speakers.get(id)?.customerId }] : [],
  );
  const asked = voices.filter(({ customerId }) => customerId === undefined || !newcomers.has(customerId));
  const known =
    asked.length > 0
      ? await store.answersBefore(
          asked.map((voice) => ({ ...voice, matter: groupKey({ ...voice, theme: ANY_THEME }) })),
        )
      : new Map<string, Answer>();
  return foldAnswers(voices, known);
}

/** Only customers' matters are told apart by it, and by their matter only signals of nobody known are looked for. */
const ANY_THEME = '';
