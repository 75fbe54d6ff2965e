import type { ToldPeriod } from '../told-report.js';

/** The themes of a report, in the order in which their figures are named. */
export function themesTold(told: ToldPeriod): readonly string[] {
  return (told.kind === 'digest' ? told.digest : told.summary).themes.map(({ theme }) => theme);
}
