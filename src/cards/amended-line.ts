/** The thread's line when a customer says an answer or post of the alert again: what came, not the whole once more. */
import type { AlertEvent } from '../domain/alert-event.js';
import type { AlertView, SignalView } from '../domain/alert-view.js';
import { scoreInWords } from '../domain/score.js';
import { quotedInThread } from './heard-line.js';
import { speaker } from './headline.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { type Line, line } from './text.js';

type Amended = AlertEvent & { kind: 'amended' };

/** `Maria added to the rating: “Still nothing.”`, `Maria rated anew: 4 of 5 (was 2).` */
export function amendedLine(event: Amended, signal: SignalView | undefined, view: AlertView): Line {
  const who = (signal && speaker(view, signal)) ?? 'The customer';
  return line(
    `${who} ${signal ? came(event, signal) : 'said the same anew.'}`,
    event.severity && ` This is now ${SEVERITY_NAMES[event.severity].toLowerCase()}.`,
    event.settled && ' That alone would need nobody: this stays open until one of you closes it.',
  );
}

function came({ rated, words }: Amended, signal: SignalView): string {
  const text = words && quotedInThread(signal);
  const score =
    rated && signal.score && `${rated.was ? 'rated anew' : 'rated it'}: ${given(signal.score, rated.was)}`;
  if (text === undefined) return `${score ?? 'sent the same anew'}.`;
  if (score !== undefined) return `${score}, and ${words === 'added' ? 'added' : 'now says'}: ${text}`;
  return words === 'added' ? `added to the rating: ${text}` : `changed the words: ${text}`;
}

/** "4 of 5 (was 2)"; on another scale "40 of 100 (was 2 of 5)". */
function given(now: NonNullable<SignalView['score']>, was: SignalView['score']): string {
  const words = scoreInWords(now);
  if (!was) return words;
  const before = scoreInWords(was);
  return `${words} (was ${was.scale.max === now.scale.max ? before.replace(/ of .*$/u, '') : before})`;
}
