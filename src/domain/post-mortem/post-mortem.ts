/** The cause of one or more alerts, and what will be changed: a document that several people write. */

export const POST_MORTEM_STATES = ['draft', 'in_review', 'completed'] as const;
export type PostMortemState = (typeof POST_MORTEM_STATES)[number];

/** In the order of the document. */
export const SECTIONS = [
  'customer_says',
  'root_cause',
  'worked',
  'did_not',
  'differently',
  'elsewhere',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface PostMortem {
  /** Shown to people as PM-7. */
  readonly number: number;
  /** Grows by one with each change that its card shows. */
  readonly revision: number;
  readonly state: PostMortemState;
  readonly theme: string;
  readonly team: string;
  /** The alert that it was opened for. */
  readonly leadAlert: number;
  readonly openedAt: Date;
  readonly reviewerId?: string;
  readonly completedAt?: Date;
  readonly lesson?: string;
}

/** PM-7. */
export function postMortemName(number: number): string {
  return `PM-${number}`;
}

/** The number in `PM-7`, `pm7`; undefined where there is none. */
export function postMortemNumber(text: string): number | undefined {
  const found = /^pm[-\s]?(\d{1,9})$/iu.exec(text.trim());
  return found ? Number(found[1]) : undefined;
}

/** How long the text of a section may be, in UTF-16 units: some four pages. */
export const SECTION_LIMIT = 10_000;
