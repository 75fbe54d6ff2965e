import type { Inline } from '../../../cards/text.js';
import { typedLine } from '../typed-line.js';

/** The words of a text; a command as it is typed here, in quotation marks where nothing else sets it off from the sentence. */
export function textWords({ kind, text, isCommand }: Extract<Inline, { kind: 'text' | 'strong' }>): string {
  if (!isCommand) return text;
  return kind === 'strong' ? typedLine(text) : `“${typedLine(text)}”`;
}
