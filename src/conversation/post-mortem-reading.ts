import type { PostMortemReading } from '../cards/post-mortem-forms/post-mortem-form.js';
import { USUAL_PARTNERS } from '../domain/post-mortem/action-item.js';
import type { Staff } from '../domain/staff.js';
import { isTimeZone } from '../domain/zoned-time.js';
import type { ConversationDeps } from './conversation-deps.js';

/** What a form of a post-mortem is asked and read with, for this person now. */
export function postMortemReading(
  { clock, policy, timeZone }: Pick<ConversationDeps, 'clock' | 'policy' | 'timeZone'>,
  actor: Staff,
): PostMortemReading {
  const own = actor.timeZone !== undefined && isTimeZone(actor.timeZone) ? actor.timeZone : timeZone;
  return { now: clock(), timeZone: own, partners: policy.postMortems?.partners ?? USUAL_PARTNERS };
}
