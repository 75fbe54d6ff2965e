import type { Audience, ZonedAudience } from './audience.js';

/** Those without a zone of their own hear by the clocks of `timeZone`. */
export function zonedAudiences(audiences: readonly Audience[], timeZone: string): readonly ZonedAudience[] {
  return audiences.map((each) => ({ timeZone, ...each }));
}
