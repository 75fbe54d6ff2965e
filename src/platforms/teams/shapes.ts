/** The forms that ids of Teams have, as far as it says. Whatever has not got them is not looked up, stored or sent back. */

/** Conversations, people, bots, activities: opaque text; a | or a space would not fit into our references. */
const TEAMS_ID = /^[\x21-\x7b\x7d\x7e]{1,512}$/u;
/** Of people and apps in the directory. */
const DIRECTORY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export function isTeamsId(value: unknown): value is string {
  return typeof value === 'string' && TEAMS_ID.test(value);
}

export function isDirectoryId(value: unknown): value is string {
  return typeof value === 'string' && DIRECTORY_ID.test(value);
}
