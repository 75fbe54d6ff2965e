/** What a report that is posted tells: a summary that somebody shared, the digest of a day, or what became of a voice that somebody reported. */
import type { Digest } from './digest/digest.js';
import type { Summary } from './figures/summary.js';
import type { Narrative } from './narrative/narrative.js';
import type { Staff } from './staff.js';
import type { ToldVoice } from './told-voice.js';

export type ToldReport =
  | ToldPeriod
  /** To whoever reported a voice. */
  | { readonly kind: 'voice'; readonly told: ToldVoice };

/** Figures of a span of time, with what a model wrote about it. */
export type ToldPeriod =
  /** `by`: who shared it. */
  | {
      readonly kind: 'summary';
      readonly summary: Summary;
      readonly by: Staff;
      readonly narrative?: Narrative;
    }
  | { readonly kind: 'digest'; readonly digest: Digest; readonly narrative?: Narrative };
