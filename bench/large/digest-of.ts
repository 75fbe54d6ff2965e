import type { ZonedAudience } from '../../src/domain/digest/audience.js';
import { digestQuestion } from '../../src/domain/digest/digest-question.js';
import { dayAt } from '../../src/domain/zoned-time.js';
import { readDigest, type ReadDigestStore } from '../../src/use-cases/read-digest.js';
import { POLICY } from './hot-path.js';
import { NOW, TEAMS, TIME_ZONE } from './town.js';

export const AUDIENCES = 50;

/** Every tenth audience is the leadership's, of all teams; the others are of one team each. */
export function digestOf(store: ReadDigestStore, place: number): Promise<unknown> {
  const isLeadership = place % 10 === 0;
  const audience: ZonedAudience = {
    name: `audience ${place}`,
    kind: isLeadership ? 'leadership' : 'team',
    minutes: 8 * 60,
    timeZone: TIME_ZONE,
    weekdays: [0, 1, 2, 3, 4],
    teams: isLeadership ? [] : [TEAMS[place % TEAMS.length] ?? ''],
    to: { channelsOf: [], channels: {}, people: [] },
    quiet: 'line',
  };
  return readDigest(store, digestQuestion(audience, dayAt(NOW, TIME_ZONE)), POLICY);
}
