import type { Policy, Team } from '../domain/policy.js';
import type { Staff } from '../domain/staff.js';

export type FoundTeam =
  | { readonly kind: 'team'; readonly team: string }
  /** `teams`: the names to choose from. */
  | { readonly kind: 'none' | 'several' | 'unknown'; readonly teams: readonly string[] };

/** Whose alerts somebody means by "team": the one they named, else the channel's, else the one they belong to. */
export function findTeam(asked: {
  readonly policy: Policy;
  readonly actor: Staff;
  readonly name?: string | undefined;
  /** The team of the channel it was typed in. */
  readonly channelTeam?: string | undefined;
}): FoundTeam {
  const { policy, actor, name, channelTeam } = asked;
  const names = policy.teams.map((team) => team.name);
  if (name !== undefined) {
    const wanted = names.find((each) => each.toLowerCase() === name.toLowerCase());
    return wanted === undefined ? { kind: 'unknown', teams: names } : { kind: 'team', team: wanted };
  }
  if (channelTeam !== undefined && names.includes(channelTeam)) return { kind: 'team', team: channelTeam };
  const own = policy.teams.filter((team) => belongs(actor, team)).map((team) => team.name);
  const [only] = own;
  if (only === undefined) return { kind: 'none', teams: names };
  return own.length === 1 ? { kind: 'team', team: only } : { kind: 'several', teams: own };
}

/** The line that was meant by a line that ends with the name of a team: `/cx-alerts billing`. */
export function meantByTeam(typed: string, { teams }: Policy): string | undefined {
  const meant = teams.find(({ name }) => typed.toLowerCase().endsWith(` ${name.toLowerCase()}`));
  return meant && `/cx-alerts team ${meant.name}`;
}

function belongs({ email }: Staff, team: Team): boolean {
  if (email === undefined) return false;
  const address = email.toLowerCase();
  return [...team.members, team.lead].some((member) => member?.toLowerCase() === address);
}
