import type { ToldReport } from '../domain/told-report.js';
import { digestReport } from './digest/digest-report.js';
import type { Report } from './report.js';
import { summaryReport } from './summary-report.js';

export function reportOf(told: ToldReport): Report {
  switch (told.kind) {
    case 'summary':
      return summaryReport(told);
    case 'digest':
      return digestReport(told.digest, told.narrative);
  }
}
