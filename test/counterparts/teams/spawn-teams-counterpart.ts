import { spawnCounterpart, type Spawned } from '../frame/spawn-counterpart.js';
import type { TeamsCommands } from './teams-commands.js';
import type { TeamsAddresses, TeamsCounterpartOptions } from './teams-counterpart.js';

export type SpawnedTeamsCounterpart = Spawned<TeamsCommands, TeamsAddresses>;

export function spawnTeamsCounterpart(
  given: Omit<TeamsCounterpartOptions, 'clock'> = {},
): Promise<SpawnedTeamsCounterpart> {
  return spawnCounterpart({ folder: 'teams', given });
}
