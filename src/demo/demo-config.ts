/** How the demo's company is set up: who hears what, and what it watches for beyond the built-in rules. */
import type { Policy, Route, Rule, Team } from '../domain/policy.js';
import type { PlatformUser } from '../domain/staff.js';

const PEOPLE = {
  amara: person('amara.osei', 'Amara Osei', 'Europe/London'),
  jonas: person('jonas.lindqvist', 'Jonas Lindqvist', 'Europe/Stockholm'),
  rafael: person('rafael.moreno', 'Rafael Moreno', 'Europe/Madrid'),
  hana: person('hana.kobayashi', 'Hana Kobayashi', 'Asia/Tokyo'),
  dilan: person('dilan.yildiz', 'Dilan Yıldız', 'Europe/Berlin'),
  siobhan: person('siobhan.keane', 'Siobhán Keane', 'Europe/Dublin'),
} as const;

/** As the demo's stories call them. */
export type DemoName = keyof typeof PEOPLE;

type Person = PlatformUser & { readonly email: string };

/** Who may act in the demo. */
export const DEMO_STAFF: readonly Person[] = Object.values(PEOPLE);

export function demoUserId(name: DemoName): string {
  return PEOPLE[name].userId;
}

const TEAMS: readonly Team[] = [
  team('support', PEOPLE.amara, PEOPLE.jonas),
  team('billing', PEOPLE.rafael, PEOPLE.hana),
  team('delivery', PEOPLE.dilan, PEOPLE.siobhan),
];

/** The first that fits decides: who was hurt, threatened or exposed is never handed to a depot or to accounts. */
const ROUTES: readonly Route[] = [
  { when: { theme: ['safety', 'privacy', 'legal', 'reputation'] }, team: 'support' },
  { when: { theme: ['refunds', 'billing'] }, team: 'billing' },
  { when: { theme: ['delivery'] }, team: 'delivery' },
  { when: { kind: ['incident'] }, team: 'delivery' },
  { when: { tags: ['courier'] }, team: 'delivery' },
];

const RULES: readonly Rule[] = [
  {
    name: 'our largest accounts escalate',
    when: { kind: ['escalation'], tier: ['platinum'] },
    severity: 'critical',
    reason: 'escalated by a {tier} account',
  },
  {
    name: 'asked to be called',
    when: { tags: ['please-call'] },
    severity: 'low',
    reason: 'ticked “please call me”',
  },
  {
    name: 'a wish',
    when: {
      says: ['it would be great if', 'it would be nice if', 'i wish you', 'please add', 'one suggestion'],
      evenWhenHappy: true,
    },
    severity: 'low',
    theme: 'wishes',
    reason: 'says {said}, so there is a wish to answer',
  },
  { name: 'about a courier', when: { tags: ['courier'] }, theme: 'delivery', reason: 'tagged courier' },
];

/** The demo's policy on top of what holds where nothing is configured. Its rules come last, so that the built-in ones name the theme. */
export function demoPolicy(base: Policy): Policy {
  return {
    ...base,
    rules: [...base.rules, ...RULES],
    routes: ROUTES,
    teams: TEAMS,
    defaultTeam: 'support',
    fallbackTeam: 'support',
  };
}

function person(userId: string, name: string, timeZone: string): Person {
  return {
    platform: 'desk',
    userId,
    name,
    email: `${userId}@pelliworth.example`,
    timeZone,
    standing: 'member',
  };
}

/** The first of its members leads it. */
function team(name: string, lead: Person, ...others: readonly Person[]): Team {
  return {
    name,
    channels: { desk: name },
    members: [lead, ...others].map(({ email }) => email),
    lead: lead.email,
  };
}
