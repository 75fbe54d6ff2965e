/** Whom a message calls, and who sees a card of their own in it: those who stand on it, and the one it is written to. */
import type { Card } from '../../cards/card.js';
import type { Line } from '../../cards/text.js';
import type { Call } from '../../posting/platform.js';
import { mentionedStaff, type Mentions } from './render/mentions.js';

export interface Audience {
  readonly mentions: Mentions;
  /** Ids on Teams. */
  readonly involved: readonly string[];
}

/** Throws DatabaseAway. */
export async function audienceOf(
  { content, direct, channel }: Call,
  userIdOf: (staffId: string) => Promise<string | undefined>,
): Promise<Audience> {
  const card = content.kind === 'card' || content.kind === 'line' ? content.card : undefined;
  const named = namedIn(card);
  const staffIds = new Set([...mentionedStaff(content).map(({ id }) => id), ...named]);
  if (direct && card) staffIds.add(channel);
  const userIds = new Map<string, string>();
  for (const staffId of staffIds) {
    const userId = await userIdOf(staffId);
    if (userId !== undefined) userIds.set(staffId, userId);
  }
  return { mentions: (staffId) => userIds.get(staffId), involved: card ? [...userIds.values()] : [] };
}

function namedIn(card: Card | undefined): readonly string[] {
  const lines: readonly Line[] = card ? [...card.facts.map(({ value }) => value), ...card.notes] : [];
  return lines.flatMap((line) => line.flatMap((part) => (part.kind === 'person' ? [part.staff.id] : [])));
}
