/**
 * The names of people and companies in a voice `s`, with its customer `c` and account `t` and the owner `o` of its alert where those are
 * known: what a language model is not told.
 */
export const NAMES_IN_VOICE = `array_remove(array[c.name, t.name, t.owner, o.name, s.facts->'customer'->>'name', s.facts->'author'->>'name',
       s.facts->'author'->>'handle', s.facts->>'agent', s.facts->'account'->>'owner', s.facts->'reported'->>'name'], null)`;
