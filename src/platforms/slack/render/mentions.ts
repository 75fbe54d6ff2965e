/** Who is called by a message, and by which Slack id. */
import { calledStaff } from '../../../cards/called-staff.js';
import type { Content } from '../../../posting/platform.js';

/** The Slack user id of a member of staff who is to be called; undefined where they have none: their name is shown instead. */
export type Mentions = (staffId: string) => string | undefined;

export const NO_MENTIONS: Mentions = () => undefined;

/** The ids of the staff whom `content` calls. */
export function mentionedStaff(content: Content): readonly string[] {
  if (content.kind !== 'card' && content.kind !== 'line') return [];
  return calledStaff(content).map(({ id }) => id);
}
