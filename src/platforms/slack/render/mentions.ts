/** Who is called by a message, and by which Slack id. */
import type { Line } from '../../../cards/text.js';
import type { Content } from '../../../posting/platform.js';

/** The Slack user id of a member of staff who is to be called; undefined where they have none: their name is shown instead. */
export type Mentions = (staffId: string) => string | undefined;

export const NO_MENTIONS: Mentions = () => undefined;

/** The staff whom `content` calls. */
export function mentionedStaff(content: Content): readonly string[] {
  const lines = linesOf(content);
  const called = lines.flatMap((line) =>
    line.flatMap((part) => (part.kind === 'person' && part.mention ? [part.staff.id] : [])),
  );
  return [...new Set(called)];
}

function linesOf(content: Content): readonly Line[] {
  switch (content.kind) {
    case 'card':
      return cardLines(content.card);
    case 'line':
      return [content.line, ...cardLines(content.card)];
    case 'note':
    case 'report':
    case 'parts':
      return [];
  }
}

function cardLines(card: Extract<Content, { kind: 'card' }>['card'] | undefined): readonly Line[] {
  return card ? [...card.facts.map((fact) => fact.value), ...card.notes] : [];
}
