import type { PlatformName } from '../domain/policy.js';

/** A channel as people know it, within a sentence: Teams gives channels ids that say nothing to anybody. `teams` are those that work in it. */
export function channelName(platform: PlatformName, channel: string, teams: readonly string[]): string {
  if (platform !== 'teams') return `${platform} channel ${channel}`;
  return teams.length > 0 ? `the Teams channel of ${teams.join(', ')}` : `the Teams channel ${channel}`;
}
