import { nearWord } from '../../domain/near-word.js';
import type { Misfit } from '../shape/misfit.js';

const MOST_LISTED = 12;

/** The misfit of a name that none of `known` has. */
export function unknownName(
  path: readonly PropertyKey[],
  name: string,
  known: readonly string[],
  kind: string,
): Misfit {
  const meant = nearWord(name, known);
  const listed =
    known.length === 0 ? `no ${kind} is configured` : `known: ${known.slice(0, MOST_LISTED).join(', ')}`;
  return {
    path,
    message: `names no ${kind} that is configured`,
    mend: meant === undefined ? listed : `did you mean ${meant}? ${capital(listed)}`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
