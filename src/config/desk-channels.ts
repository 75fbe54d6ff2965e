import type { Settings } from './settings.js';

/** The channels of the desk that teams and digests name, each once. */
export function deskChannels({ policy, digests }: Pick<Settings, 'policy' | 'digests'>): readonly string[] {
  const named = [...policy.teams, ...digests.map(({ to }) => to)];
  return [...new Set(named.flatMap(({ channels }) => channels.desk ?? []))];
}
