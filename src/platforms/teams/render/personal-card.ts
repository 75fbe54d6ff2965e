import type { ActionId } from '../../../cards/actions.js';
import type { Card } from '../../../cards/card.js';
import type { Line } from '../../../cards/text.js';

/** What only the owner can do, and what only somebody else can. */
const OWNERS: readonly ActionId[] = [
  'resolve',
  'release',
  'dismiss',
  'snooze',
  'wake',
  'log_contact',
  'promise',
];

/** The card as one person sees it: "Claimed by you", and of a claimed alert only what they can do with it. */
export function personalCard(card: Card, viewerId: string): Card {
  const facts = card.facts.map((fact) => ({ ...fact, value: toYou(fact.value, viewerId) }));
  if (card.state !== 'claimed') return { ...card, facts };
  const owns = card.facts.some(
    ({ label, value }) =>
      label === 'Owner' && value.some((part) => part.kind === 'person' && part.staff.id === viewerId),
  );
  if (owns)
    return {
      ...card,
      facts,
      label: 'Claimed by you',
      more: card.more.filter((action) => action !== 'take_over'),
    };
  const able = [...card.buttons, ...card.more].filter(
    (action) => !OWNERS.includes(action) && action !== 'take_over',
  );
  return { ...card, facts, buttons: ['take_over', ...able.slice(0, 1)], more: able.slice(1) };
}

function toYou(line: Line, viewerId: string): Line {
  return line.map((part, index) =>
    part.kind === 'person' && part.staff.id === viewerId
      ? { ...part, staff: { id: viewerId, name: index === 0 ? 'You' : 'you' }, mention: false }
      : part,
  );
}
