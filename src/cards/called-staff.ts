import type { Staff } from '../domain/staff.js';
import type { Card } from './card.js';
import type { Line } from './text.js';

/** The staff whom a line or a card calls, each once; only where a person was marked to be called, never by a name in a text. */
export function calledStaff(said: { readonly line?: Line; readonly card?: Card }): readonly Staff[] {
  const { line = [], card } = said;
  const lines = [line, ...(card?.facts.map(({ value }) => value) ?? []), ...(card?.notes ?? [])];
  const called = lines.flat().flatMap((part) => (part.kind === 'person' && part.mention ? [part.staff] : []));
  return [...new Map(called.map((staff) => [staff.id, staff])).values()];
}
