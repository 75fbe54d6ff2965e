import type { ToldReport } from '../domain/told-report.js';
import { digestReport } from './digest/digest-report.js';
import type { Report } from './report.js';
import { summaryReport } from './summary-report.js';
import { toldVoiceReport } from './tellings/told-voice-report.js';

export function reportOf(told: ToldReport): Report {
  switch (told.kind) {
    case 'summary':
      return summaryReport(told);
    case 'digest':
      return digestReport(told.digest, told.narrative);
    case 'voice':
      return toldVoiceReport(told.told);
  }
}
