import type { NextHours } from '../cards/form-kind.js';
import type { AlertView } from '../domain/alert-view.js';
import { nextWorkingHours, USUAL_HOURS } from '../domain/working-hours.js';
import type { ConversationDeps } from './conversation-deps.js';

/** When the team of an alert begins to work next. */
export function nextHours(
  { policy, timeZone: usual, clock }: Pick<ConversationDeps, 'clock' | 'policy' | 'timeZone'>,
  { alert }: Pick<AlertView, 'alert'>,
): NextHours {
  const hours = policy.teams.find(({ name }) => name === alert.team)?.workingHours ?? USUAL_HOURS;
  const timeZone = hours.timeZone ?? usual;
  return { at: nextWorkingHours(hours, { now: clock(), timeZone }), timeZone };
}
