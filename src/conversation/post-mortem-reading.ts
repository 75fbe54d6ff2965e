import type { PostMortemReading } from '../cards/post-mortem-forms/post-mortem-form.js';
import { USUAL_PARTNERS } from '../domain/post-mortem/action-item.js';
import type { Staff } from '../domain/staff.js';
import type { ConversationDeps } from './conversation-deps.js';
import { zoneOf } from './zone-of.js';

/** What a form of a post-mortem is asked and read with, for this person now. */
export function postMortemReading(
  deps: Pick<ConversationDeps, 'clock' | 'policy' | 'timeZone'>,
  actor: Staff,
): PostMortemReading {
  const { clock, policy } = deps;
  const partners = policy.postMortems?.partners ?? USUAL_PARTNERS;
  return { now: clock(), timeZone: zoneOf(actor, deps), partners };
}
