import { findPhrase, type HeardText, indexPhrases, listenFor } from '../domain/phrase.js';
import type { Wording } from '../domain/reading.js';

export interface FoundWording<W extends Wording> {
  readonly wording: W;
  /** As it was written. */
  readonly said: string;
}

/** Which of `wordings` a text says, in their order. */
export function createFindWordings<W extends Wording>(
  wordings: readonly W[],
): (text: HeardText) => readonly FoundWording<W>[] {
  const index = indexPhrases(wordings.map(({ says }) => says));
  return (text) => {
    const listened = listenFor(index, text);
    return wordings.flatMap((wording) => {
      const said = findPhrase(wording.says, listened, wording.saysExcept);
      return said === undefined ? [] : [{ wording, said }];
    });
  };
}
