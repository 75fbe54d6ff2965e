import { oneLine } from '../plain-text.js';
import type { SectionName } from './post-mortem.js';

/** What a new post-mortem says before anybody writes: what is known of the alert. Timeline, voices and likenesses are read, not copied. */
export function draftSections({
  rootCause,
  closingNote,
}: {
  readonly rootCause?: string | undefined;
  readonly closingNote?: string | undefined;
}): Readonly<Partial<Record<SectionName, string>>> {
  const cause = rootCause === undefined ? '' : oneLine(rootCause);
  const worked = closingNote === undefined ? '' : oneLine(closingNote);
  return { ...(cause !== '' && { root_cause: cause }), ...(worked !== '' && { worked }) };
}
