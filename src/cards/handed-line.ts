import type { EventView } from '../domain/alert-view.js';
import { known } from './known.js';
import { sentence } from './sentence.js';
import { type Line, line, person } from './text.js';

const WHY_LIMIT = 1_000;

/** What is written above the card for the person who was handed it. */
export function handedLine({ actor, event }: EventView): Line {
  const why = event.kind === 'reassigned' ? known(event.why, WHY_LIMIT) : undefined;
  return line(
    actor ? person(actor) : 'Earshot',
    ' handed you this',
    why === undefined ? '.' : `: ${sentence(why)}`,
  );
}
