/** Somebody leads, and hears of each day: what stories of digests are configured with. */
import { LOBBY, SUPPORT } from './story.js';

/** So that 11:00 of the day after the voices is over, and of no later day, whenever the story is told. */
export const A_DAY_LATER_MS = 35 * 3_600_000;

/** `people`: to whom of them it is written besides. */
export function leadershipYaml(people: readonly string[] = []): string {
  const also = people.length > 0 ? `, people: [${people.join(', ')}]` : '';
  return `
sources:
  - { name: voice, type: standard, secrets: ['env:VOICE_SECRET'] }
teams:
  - { name: support, channels: { slack: ${SUPPORT}, desk: support } }
  - { name: money, channels: { slack: '#money' } }
routes:
  - { when: { theme: refunds }, team: money }
default_team: support
desk: { operator: { name: Lee, email: lee@example.com } }
digests:
  - audience: leadership
    kind: leadership
    time: '11:00'
    time_zone: UTC
    weekdays: [mon, tue, wed, thu, fri, sat, sun]
    to: { channels_of: [money], slack: ${LOBBY}, desk: board${also} }
`;
}
