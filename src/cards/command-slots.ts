/** What may follow a command, read from its usage: whoever completes a line offers exactly what the help says. */
import type { Command } from './commands.js';

export type Slot =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'alert' | 'post_mortem' | 'team' | 'source' | 'customer' };

const PLACE = /\[[^\]]*\]|<[^>]*>|\S+/gu;
/** A span such as `from..to` and words of one's own are written, not chosen. */
const WRITTEN = /\.\.|\s/u;

/** `[today|7d] [team]` is a choice of words and then a team; what nobody can choose from is left out. */
export function commandSlots({ usage }: Pick<Command, 'usage'>): readonly Slot[] {
  return (usage.match(PLACE) ?? []).flatMap((place) => slotAt(place) ?? []);
}

function slotAt(place: string): Slot | undefined {
  if (place.startsWith('<')) return place.includes('name') ? { kind: 'customer' } : undefined;
  const inside = place.replace(/^\[|\]$/gu, '');
  if (/^CX-\d+$/u.test(inside)) return { kind: 'alert' };
  if (/^PM-\d+$/u.test(inside)) return { kind: 'post_mortem' };
  if (inside === 'team' || inside === 'source') return { kind: inside };
  const words = inside.split('|').filter((word) => !WRITTEN.test(word));
  return words.length === 0 ? undefined : { kind: 'words', words };
}
