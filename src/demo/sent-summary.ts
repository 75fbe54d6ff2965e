import { SENT_OUTCOMES, type Sent, type SentOutcome } from './send-voice.js';

const NAMES: Readonly<Record<SentOutcome, readonly [one: string, many: string]>> = {
  accepted: ['accepted', 'accepted'],
  duplicate: ['duplicate', 'duplicates'],
  ignored: ['ignored', 'ignored'],
  refused: ['refused', 'refused'],
  failed: ['not taken in', 'not taken in'],
};

/** What became of all that was sent, in one line: "52 voices sent: 49 accepted, 2 duplicates, 1 refused." */
export function sentSummary(sent: readonly Sent[]): string {
  const outcomes = sent.flatMap((each) => each.outcomes);
  const counts = SENT_OUTCOMES.map((outcome) => {
    const count = outcomes.filter((each) => each === outcome).length;
    return count === 0 ? undefined : `${count} ${NAMES[outcome][count === 1 ? 0 : 1]}`;
  }).filter((words) => words !== undefined);
  const said = `${outcomes.length} ${outcomes.length === 1 ? 'voice' : 'voices'} sent`;
  return counts.length === 0 ? `${said}.` : `${said}: ${counts.join(', ')}.`;
}
