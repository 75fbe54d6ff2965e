/** SQL functions that draw: the same row always gets the same fate, in whatever order rows are made. */
import { DAYS, moment, SEED, SOURCES, TEAMS, THEMES } from './town.js';

/** `salt` tells draws of one row apart. Spread evenly over 0 up to but not 1. */
const DRAW = `
  create function bench.draw(i bigint, salt int) returns float8 language sql immutable parallel safe as
  $$ select ((hashint8extended(i, ${SEED}::bigint * 1000 + salt) >> 11) & 9007199254740991)::float8 / 9007199254740992 $$`;

/** One of the list, the first ones more often. */
const PICK = `
  create function bench.pick(list text[], drawn float8) returns text language sql immutable parallel safe as
  $$ select list[1 + floor(cardinality(list) * drawn ^ 1.6)::int] $$`;

/** Sorts by time, as ids of the program do (UUID version 7). */
const ID = `
  create function bench.id(at timestamptz, kind text, i bigint) returns uuid language sql stable parallel safe as
  $$ select overlay(overlay(md5(kind || i) placing lpad(to_hex(floor(extract(epoch from at) * 1000)::bigint), 12, '0') || '7' from 1 for 13)
       placing '8' from 17 for 1)::uuid $$`;

/** When the ith of \`of\` voices is heard: more by day than by night. */
const HEARD = `
  create function bench.heard(i bigint, of_all bigint) returns timestamptz language sql stable parallel safe as
  $$ select ${moment()} - interval '${DAYS} days'
       + (floor(x) + (x - floor(x)) - 0.7 * sin(2 * pi() * (x - floor(x))) / (2 * pi())) * interval '1 day'
     from (select ${DAYS} * (i - 0.5) / of_all as x) p $$`;

const CUSTOMER = `
  create function bench.customer(n bigint) returns uuid language sql immutable parallel safe as
  $$ select overlay(md5('customer' || n) placing '8' from 13 for 1)::uuid $$`;
const ACCOUNT = `
  create function bench.account(n bigint) returns uuid language sql immutable parallel safe as
  $$ select overlay(md5('account' || n) placing '8' from 13 for 1)::uuid $$`;
const STAFF_MEMBER = `
  create function bench.staff(n bigint) returns uuid language sql immutable parallel safe as
  $$ select overlay(md5('staff' || n) placing '8' from 13 for 1)::uuid $$`;

const list = (values: readonly string[]): string => `array[${values.map((each) => `'${each}'`).join(', ')}]`;

/** Of the ith voice. */
const SOURCE = `
  create function bench.source(i bigint) returns text language sql immutable parallel safe as
  $$ select bench.pick(${list(SOURCES)}, bench.draw(i, 1)) $$`;
const THEME = `
  create function bench.theme(i bigint) returns text language sql immutable parallel safe as
  $$ select bench.pick(${list(THEMES)}, bench.draw(i, 2)) $$`;
const TEAM = `
  create function bench.team(i bigint) returns text language sql immutable parallel safe as
  $$ select bench.pick(${list(TEAMS)}, bench.draw(i, 3)) $$`;

export const DRAWS = [
  'create schema bench',
  DRAW,
  PICK,
  ID,
  HEARD,
  CUSTOMER,
  ACCOUNT,
  STAFF_MEMBER,
  SOURCE,
  THEME,
  TEAM,
];
