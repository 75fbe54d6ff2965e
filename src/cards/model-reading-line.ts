/** The small line under a card: which language model read the words, and what it made of them. Generated words, and words of the customer. */
import type { AlertView } from '../domain/alert-view.js';
import { known } from './known.js';
import { sentence } from './sentence.js';
import { SEVERITY_NAMES } from './severity-names.js';
import { type Line, line } from './text.js';

const READER_LIMIT = 60;
const REASON_LIMIT = 240;
const QUOTE_LIMIT = 240;

/** "Read by gpt-4.1-mini: negative, churn. The customer was failed three times and is leaving: “I'm cancelling on Friday”. Raised from normal." */
export function modelReadingLine({ modelReading }: AlertView): Line | undefined {
  if (!modelReading) return undefined;
  const { sentiment, flags, because, raisedFrom } = modelReading;
  const reader = known(modelReading.reader, READER_LIMIT) ?? 'a language model';
  const reason = known(because?.reason, REASON_LIMIT)?.replace(/[.:]+$/u, '');
  const quote = known(because?.quote, QUOTE_LIMIT);
  return line(
    `Read by ${reader}: ${[sentiment, ...flags].join(', ')}.`,
    reason !== undefined && ` ${quote === undefined ? sentence(reason) : `${reason}: “${quote}”.`}`,
    raisedFrom && ` Raised from ${SEVERITY_NAMES[raisedFrom].toLowerCase()}.`,
  );
}
