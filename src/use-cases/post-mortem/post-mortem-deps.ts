import type { PlatformName, Policy } from '../../domain/policy.js';
import type { Narrator } from '../narrative/narrate.js';
import type { Clock, NewId, Transaction } from '../transaction.js';
import type { PostMortemStore } from './post-mortem-store.js';

export interface PostMortemDeps {
  readonly transaction: Transaction<PostMortemStore>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly policy: Pick<Policy, 'teams' | 'postMortems' | 'fallbackTeam'>;
  /** Where the cards of a team stand. */
  readonly channelsOf: (team: string) => Readonly<Partial<Record<PlatformName, string>>>;
  /** Absent: there is no model. */
  readonly narrator?: Pick<Narrator, 'postMortem'>;
  /** Called after the commit: there are cards to post. */
  readonly wanted: () => void;
}
