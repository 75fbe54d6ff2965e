import type { PlatformName } from '../domain/policy.js';
import type { Gathered, WaitingCard, WaitingRollUp } from './backlog-store.js';

/** Puts cards that wait into roll-ups of their channel: first where there is room, then in new ones. */
export function fillRollUps({
  cards,
  rollUps,
  most,
  newId,
}: {
  readonly cards: readonly WaitingCard[];
  readonly rollUps: readonly WaitingRollUp[];
  /** How many alerts one roll-up of a platform names. */
  readonly most: (platform: PlatformName) => number;
  readonly newId: () => string;
}): Gathered {
  const roomy = new Map(
    rollUps
      .filter(({ platform, alerts }) => alerts < most(platform))
      .map(({ id, alerts, ...place }) => [keyOf(place), { id, alerts }]),
  );
  const begun: { -readonly [Field in keyof WaitingCard]: WaitingCard[Field] }[] = [];
  const placed: { card: string; rollUp: string }[] = [];
  for (const { id, platform, channel, priority } of cards) {
    const key = keyOf({ platform, channel });
    let open = roomy.get(key);
    if (!open || open.alerts >= most(platform)) {
      open = { id: newId(), alerts: 0 };
      begun.push({ id: open.id, platform, channel, priority });
    }
    placed.push({ card: id, rollUp: open.id });
    roomy.set(key, { ...open, alerts: open.alerts + 1 });
    const mine = begun.find((each) => each.id === open.id);
    if (mine) mine.priority = Math.min(mine.priority, priority);
  }
  return { begun, placed };
}

function keyOf({ platform, channel }: { readonly platform: PlatformName; readonly channel: string }): string {
  return `${platform} ${channel}`;
}
