import { z } from 'zod';
import { oneAddressOf, type PersonLink } from '../../domain/one-address.js';
import type { Team } from '../../domain/policy.js';
import { keyed } from '../shape/keyed.js';
import { emailAddress } from './forms.js';

export const peopleYaml = keyed(
  {
    email: emailAddress.describe('The address that the person is known by.'),
    also: z
      .array(emailAddress, { error: 'a list of e-mail addresses' })
      .min(1, { error: 'a list of e-mail addresses' })
      .describe('Other addresses of the same person, on whatever platform.'),
  },
  'a person: { email: kim@acme.example, also: [kim.larsen@acme.example] }',
);

type PeopleYaml = z.infer<typeof peopleYaml>;

export function readPeople(people: readonly PeopleYaml[] = []): readonly PersonLink[] {
  return people.map(({ email, also }) => ({
    email: email.toLowerCase(),
    also: [...new Set(also.map((each) => each.toLowerCase()))],
  }));
}

/** Teams whose members and lead are named by whichever of their addresses, each by the one that they are known by. */
export function linkEmails(teams: readonly Team[], people: readonly PersonLink[]): readonly Team[] {
  const known = oneAddressOf(people);
  const linked = (email: string): string => known.get(email) ?? email;
  return teams.map((team) => ({
    ...team,
    members: [...new Set(team.members.map(linked))],
    ...(team.lead !== undefined && { lead: linked(team.lead) }),
  }));
}
