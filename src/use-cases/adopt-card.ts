import type { PlatformName } from '../domain/policy.js';
import type { Clock, Transaction } from './transaction.js';

/** A card that somebody has before them, although its platform never said that it was posted. */
export interface SeenCard {
  readonly platform: PlatformName;
  readonly channel: string;
  readonly alert: number;
  /** As posting keeps it. */
  readonly reference: string;
}

export interface AdoptCardStore {
  /** Makes the unconfirmed card of that alert and channel the one that is seen, with the lines that waited for it; false where none is unconfirmed. */
  adoptCard(card: SeenCard, now: Date): Promise<boolean>;
}

export interface AdoptCardDeps {
  readonly transaction: Transaction<AdoptCardStore>;
  readonly clock: Clock;
  /** There is a card to be edited. */
  readonly wake: () => void;
}

/** True where it was unconfirmed until now. Throws DatabaseAway. */
export async function adoptCard(
  { transaction, clock, wake }: AdoptCardDeps,
  card: SeenCard,
): Promise<boolean> {
  const adopted = await transaction((store) => store.adoptCard(card, clock()));
  if (adopted) wake();
  return adopted;
}
