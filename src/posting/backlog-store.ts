/** What the posting loop asks of the database about channels for which more cards wait than they take soon. */
import type { AlertView } from '../domain/alert-view.js';
import type { PlatformName } from '../domain/policy.js';

export interface BacklogStore {
  /** Whether this transaction is the only one that gathers: two would begin a roll-up each. */
  gatherAlone(): Promise<boolean>;
  /**
   * Cards that were never posted, of channels for which more than `over` wait or a roll-up does, locked, the oldest first. Those that
   * somebody did something about keep a card of their own, and so do critical ones, unless they alone are more than `over`.
   */
  crowdedCards(
    platforms: readonly PlatformName[],
    over: number,
    limit: number,
  ): Promise<readonly WaitingCard[]>;
  /** Roll-ups that were not posted either, locked, with how many alerts each names. */
  waitingRollUps(platforms: readonly PlatformName[]): Promise<readonly WaitingRollUp[]>;
  recordGathered(gathered: Gathered, now: Date): void;
  /** What each roll-up names, in the order in which it was wanted. */
  rolledAlerts(rollUps: readonly string[]): Promise<ReadonlyMap<string, readonly RolledAlert[]>>;
}

export interface WaitingCard {
  readonly id: string;
  readonly platform: PlatformName;
  readonly channel: string;
  readonly priority: number;
}

export interface WaitingRollUp extends Omit<WaitingCard, 'priority'> {
  readonly alerts: number;
}

export interface Gathered {
  readonly begun: readonly WaitingCard[];
  readonly placed: readonly { readonly card: string; readonly rollUp: string }[];
}

export interface RolledAlert {
  readonly view: AlertView;
  /** Whether it has no card of its own, nor is one on its way. */
  readonly waits: boolean;
  /** The provider's reference of its own card. */
  readonly card?: string;
}
