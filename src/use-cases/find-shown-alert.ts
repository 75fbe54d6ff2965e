import type { AlertState } from '../domain/alert.js';
import type { PlatformName } from '../domain/policy.js';

export interface FindShownAlertStore {
  /** The alert whose card is the platform's message of this reference; undefined where it is none of ours. */
  findShownAlert(platform: PlatformName, reference: string): Promise<ShownAlert | undefined>;
}

export interface ShownAlert {
  readonly alert: number;
  readonly state: AlertState;
  readonly ownerId?: string;
}
