/**
 * Whether Slack draws our charts. Workspaces came to know the block one after the other, and what is whispered may lag behind what is
 * posted: who was refused writes tables for a while, so that not every message is sent twice.
 */
import type { HowCharts } from './render/chart-block.js';

/** Posted to a channel, or shown to one person alone. */
export type ChartPlace = 'posted' | 'whispered';

export interface ChartHabit {
  readonly how: (place: ChartPlace) => HowCharts;
  /** Slack took a message only without its chart. */
  readonly refused: (place: ChartPlace) => void;
}

const AGAIN_MS = 6 * 3_600_000;

export function createChartHabit(clock: () => Date): ChartHabit {
  const writtenUntilMs = new Map<ChartPlace, number>();
  return {
    how: (place) => (clock().getTime() < (writtenUntilMs.get(place) ?? 0) ? 'written' : 'drawn'),
    refused: (place) => void writtenUntilMs.set(place, clock().getTime() + AGAIN_MS),
  };
}
