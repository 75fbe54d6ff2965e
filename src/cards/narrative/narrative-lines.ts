/** What a model wrote, with what it stands on, and who says so. */
import { alertName } from '../../domain/alert.js';
import { filledIn } from '../../domain/narrative/check-narrative.js';
import type { Narrative, NarrativeSentence, ToldFigures } from '../../domain/narrative/narrative.js';
import { known } from '../known.js';
import { capital } from '../sentence.js';
import { type Line, line } from '../text.js';

/** Generated words, apart from all others; every platform shows `by` beside them. */
export interface Written {
  readonly lines: readonly Line[];
  readonly by: Line;
}

/** Undefined where none of it holds any more. */
export function written(narrative: Narrative | undefined, figures: ToldFigures): Written | undefined {
  if (!narrative) return undefined;
  const lines = narrative.sentences.flatMap((sentence) => {
    const told = sentenceLine(sentence, figures);
    return told ? [told] : [];
  });
  if (lines.length === 0) return undefined;
  const model = known(narrative.reader, 60) ?? 'a model';
  return {
    lines,
    by: line(
      `Written by ${model} from the alerts it names. Figures are counted, quotes are the customers’ own.`,
    ),
  };
}

/** "Refunds take too long: “third time I ask” (CX-12, CX-14)". */
function sentenceLine(sentence: NarrativeSentence, figures: ToldFigures): Line | undefined {
  const words = known(filledIn(sentence, figures), 500);
  if (words === undefined) return undefined;
  const quote = known(sentence.quote, 300);
  const cited = sentence.alerts.map(alertName).join(', ');
  return line(capital(words), quote !== undefined && ` “${quote}”`, ` (${cited})`);
}
