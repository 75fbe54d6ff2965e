import type { PastMoment } from '../demo/past.js';

const DAY_MS = 86_400_000;

/** One transaction for each day costs half of what one for each step would. */
export function byDay(moments: readonly PastMoment[]): readonly (readonly PastMoment[])[] {
  const days = new Map<number, PastMoment[]>();
  for (const moment of moments) {
    const day = Math.floor(moment.at.getTime() / DAY_MS);
    const known = days.get(day);
    if (known) known.push(moment);
    else days.set(day, [moment]);
  }
  return [...days.values()];
}
