import type { ToldReport } from '../told-report.js';

/** The themes of a report, in the order in which their figures are named. */
export function themesTold(told: ToldReport): readonly string[] {
  return (told.kind === 'digest' ? told.digest : told.summary).themes.map(({ theme }) => theme);
}
