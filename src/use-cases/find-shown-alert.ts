import type { PlatformName } from '../domain/policy.js';

export interface FindShownAlertStore {
  /** The alert that the platform's message of this reference shows; undefined where it is none of ours. */
  findShownAlert(platform: PlatformName, reference: string): Promise<ShownAlert | undefined>;
}

export interface ShownAlert {
  /** Absent: it names several. */
  readonly alert?: number;
}
