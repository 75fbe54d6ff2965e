import type { Staff } from '../domain/staff.js';
import { isTimeZone } from '../domain/zoned-time.js';
import type { ConversationDeps } from './conversation-deps.js';

/** In which times are typed by somebody, and whose days they mean: their own zone, where it is one that this machine knows. */
export function zoneOf(
  staff: Pick<Staff, 'timeZone'> | undefined,
  { timeZone: usual }: Pick<ConversationDeps, 'timeZone'>,
): string {
  const own = staff?.timeZone;
  return own !== undefined && isTimeZone(own) ? own : usual;
}
