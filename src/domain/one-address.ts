/** One person with several e-mail addresses, all in lower case; as an admin linked them. */
export interface PersonLink {
  /** The one that they are known by. */
  readonly email: string;
  readonly also: readonly string[];
}

/** The address that somebody is known by, by each of their others. */
export function oneAddressOf(people: readonly PersonLink[]): ReadonlyMap<string, string> {
  return new Map(people.flatMap(({ email, also }) => also.map((each) => [each, email] as const)));
}
