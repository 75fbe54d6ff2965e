import { spawnCounterpart, type Spawned } from '../frame/spawn-counterpart.js';
import type { SlackCommands } from './slack-commands.js';
import type { SlackCounterpart, SlackCounterpartOptions } from './slack-counterpart.js';

export type SpawnedSlackCounterpart = Spawned<SlackCommands, Pick<SlackCounterpart, 'apiUrl'>>;

export function spawnSlackCounterpart(
  given: Omit<SlackCounterpartOptions, 'clock'> = {},
): Promise<SpawnedSlackCounterpart> {
  return spawnCounterpart({ folder: 'slack', given });
}
