export const TENANT_ID = '7e0a0000-0000-4000-8000-00000000c0de';
export const OTHER_TENANT_ID = '0b5c0000-0000-4000-8000-00000000beef';

export const KIM = '29:1Kim-Larsen';
export const SAM = '29:1Sam-Okafor';
/** A guest of the tenant. */
export const GUS = '29:1Gus-Guest';
/** Somebody of another tenant. */
export const EVE = '29:1Eve-Elsewhere';

/** A person as the bot knows them: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
export interface TeamsPerson {
  /** Known to this bot alone: `29:…` */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email?: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly userRole: 'user' | 'guest' | 'anonymous';
  /** Has left: known nowhere any more. */
  readonly gone: boolean;
}

export type PersonSpec = Pick<TeamsPerson, 'id'> & Partial<TeamsPerson>;

export interface People {
  readonly all: () => readonly TeamsPerson[];
  /** By any id that Teams takes: `29:…`, AAD object id, user principal name; and by e-mail for tests. */
  readonly find: (named: string) => TeamsPerson | undefined;
  /** The same, of a person that a test takes to be there. */
  readonly get: (named: string) => TeamsPerson;
  readonly set: (spec: PersonSpec) => TeamsPerson;
}

export const USUAL_PEOPLE: readonly PersonSpec[] = [
  {
    id: KIM,
    aadObjectId: 'a1a1a1a1-0000-4000-8000-000000000001',
    name: 'Kim Larsen',
    email: 'kim@example.com',
  },
  {
    id: SAM,
    aadObjectId: 'a1a1a1a1-0000-4000-8000-000000000002',
    name: 'Sam Okafor',
    email: 'sam@example.com',
  },
  {
    id: GUS,
    aadObjectId: 'a1a1a1a1-0000-4000-8000-000000000003',
    name: 'Gus Guest',
    email: 'gus@partner.example',
    userPrincipalName: 'gus_partner.example#EXT#@example.onmicrosoft.com',
    userRole: 'guest',
  },
  {
    id: EVE,
    aadObjectId: 'b2b2b2b2-0000-4000-8000-000000000004',
    name: 'Eve Elsewhere',
    email: 'eve@elsewhere.example',
    tenantId: OTHER_TENANT_ID,
  },
];

export function createPeople(options: {
  readonly specs: readonly PersonSpec[];
  readonly tenantId: string;
  readonly newGuid: () => string;
}): People {
  const people = new Map<string, TeamsPerson>();
  const find = (named: string): TeamsPerson | undefined => {
    const byId = people.get(named);
    if (byId) return byId;
    const asked = named.toLowerCase();
    return [...people.values()].find((person) =>
      [person.aadObjectId, person.userPrincipalName, person.email].some(
        (each) => each?.toLowerCase() === asked,
      ),
    );
  };
  const set = (spec: PersonSpec): TeamsPerson => {
    const known = people.get(spec.id);
    const email = spec.email ?? known?.email;
    const next: TeamsPerson = {
      aadObjectId: options.newGuid(),
      name: spec.id,
      userPrincipalName: email ?? `${spec.id.replace(/\W+/gu, '-')}@example.com`,
      tenantId: options.tenantId,
      userRole: 'user',
      gone: false,
      ...known,
      ...spec,
    };
    people.set(next.id, next);
    return next;
  };
  for (const spec of options.specs) set(spec);
  return {
    all: () => [...people.values()],
    find,
    get: (named) => {
      const person = find(named);
      if (!person) throw new Error(`There is nobody called ${named}`);
      return person;
    },
    set,
  };
}

/** As the connector lists a member. */
export function memberObject(person: TeamsPerson): Record<string, unknown> {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: person.id,
    name: person.name,
    objectId: person.aadObjectId,
    aadObjectId: person.aadObjectId,
    givenName,
    surname: rest.join(' '),
    ...(person.email !== undefined && { email: person.email }),
    userPrincipalName: person.userPrincipalName,
    tenantId: person.tenantId,
    userRole: person.userRole,
  };
}
