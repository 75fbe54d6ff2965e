import type { Digest } from '../../domain/digest/digest.js';
import { countWords } from '../count-words.js';
import { sinceWords } from './since-words.js';

/** All that a day with nothing to say is told of. */
export function quietSentence({ question, standing: { open, claimed }, actions }: Digest): string {
  const inHand = open + claimed;
  const waiting =
    inHand === 0
      ? 'nothing is waiting'
      : `${countWords(inHand, 'alert is', 'alerts are')} in hand, none of which falls due today`;
  const overdue = actions?.overdue ?? 0;
  const late = overdue === 0 ? '' : `; ${countWords(overdue, 'action is', 'actions are')} overdue`;
  return `A quiet day: nothing was heard ${sinceWords(question)}, and ${waiting}${late}.`;
}
