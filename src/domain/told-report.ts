/** What a report that is posted tells: a summary that somebody shared, or the digest of a day. */
import type { Digest } from './digest/digest.js';
import type { Summary } from './figures/summary.js';
import type { Narrative } from './narrative/narrative.js';
import type { Staff } from './staff.js';

export type ToldReport =
  /** `by`: who shared it. */
  | {
      readonly kind: 'summary';
      readonly summary: Summary;
      readonly by: Staff;
      readonly narrative?: Narrative;
    }
  | { readonly kind: 'digest'; readonly digest: Digest; readonly narrative?: Narrative };
