import type { PlatformUser, Standing } from '../domain/staff.js';
import type { KnowStaffStore } from '../use-cases/know-staff.js';
import { type StaffRow, toStaff } from './alert-rows.js';
import { type Sql, statement } from './sql.js';

/** Two processes that meet the same people at the same moment would give each of them two ids. */
const ALONE = statement(
  'remember_users_alone',
  `select pg_advisory_xact_lock(hashtextextended('earshot: remember users', 0))`,
);

/** The staff of users met before: whoever has the e-mail address, on whatever platform, else the identity's. */
const KNOWN = statement(
  'known_staff',
  `select g.user_id, coalesce(s.id, i.staff_id) as staff_id
   from json_to_recordset($1::json) as g (platform text, user_id text, email text)
   left join staff_identities i on i.platform = g.platform and i.user_id = g.user_id
   left join staff s on s.email = g.email
   where i.staff_id is not null or s.id is not null`,
);

const KEEP_STAFF = statement(
  'keep_staff',
  `insert into staff as s (id, name, email, time_zone, seen_at)
   select id, name, email, time_zone, $2 from json_to_recordset($1::json) as g (id uuid, name text, email text, time_zone text)
   order by id
   on conflict (id) do update set name = excluded.name, time_zone = coalesce(excluded.time_zone, s.time_zone),
     email = coalesce(excluded.email, s.email), seen_at = excluded.seen_at`,
);

const KEEP_IDENTITIES = statement(
  'keep_staff_identities',
  `insert into staff_identities (platform, user_id, staff_id, standing, seen_at)
   select platform, user_id, staff_id, standing, $2
   from json_to_recordset($1::json) as g (platform text, user_id text, staff_id uuid, standing text) order by platform, user_id
   on conflict (platform, user_id) do update set staff_id = excluded.staff_id, standing = excluded.standing, seen_at = excluded.seen_at`,
);

const FIND_USER = statement(
  'find_user',
  `select s.id, s.name, s.email, s.time_zone, i.standing from staff_identities i join staff s on s.id = i.staff_id
   where i.platform = $1 and i.user_id = $2`,
);

const FIND_STAFF = statement('find_staff', 'select id, name, email, time_zone from staff where id = $1');

const LIST_STAFF = statement(
  'list_staff',
  `select id, name, email, time_zone from staff s
   where exists (select from staff_identities i where i.staff_id = s.id and i.standing = 'member') order by name, id`,
);

const NAMES = statement(
  'staff_names',
  `select distinct name from staff s
   where exists (select from staff_identities i where i.staff_id = s.id and i.standing <> 'bot')`,
);

const USER_ID = statement(
  'user_id_of_staff',
  `select user_id from staff_identities where staff_id = $1 and platform = $2 and standing = 'member' order by seen_at desc limit 1`,
);

export function createStaffStore(sql: Sql): KnowStaffStore {
  return {
    async rememberUsers(users, at, newId) {
      if (users.length === 0) return;
      await sql(ALONE);
      const given = users.map(tidy);
      const known = new Map(
        (await sql<{ user_id: string; staff_id: string }>(KNOWN, [JSON.stringify(given)])).map((row) => [
          row.user_id,
          row.staff_id,
        ]),
      );
      const byEmail = new Map<string, string>();
      const rows = given.map((user) => {
        const staffId =
          known.get(user.user_id) ??
          (user.email === undefined ? undefined : byEmail.get(user.email)) ??
          newId();
        if (user.email !== undefined) byEmail.set(user.email, staffId);
        return { ...user, id: staffId, staff_id: staffId };
      });
      const staff = new Map(rows.map((row) => [row.id, row]));
      await sql(KEEP_STAFF, [JSON.stringify([...staff.values()]), at]);
      await sql(KEEP_IDENTITIES, [JSON.stringify(rows), at]);
    },

    async findUser(platform, userId) {
      const [row] = await sql<StaffRow & { standing: Standing }>(FIND_USER, [platform, userId]);
      return row && { staff: toStaff(row), standing: row.standing };
    },

    async findStaff(staffId) {
      const [row] = await sql<StaffRow>(FIND_STAFF, [staffId]);
      return row && toStaff(row);
    },

    async listStaff() {
      return (await sql<StaffRow>(LIST_STAFF)).map(toStaff);
    },

    async staffNames() {
      return (await sql<{ name: string }>(NAMES)).map(({ name }) => name);
    },

    async userIdOf(staffId, platform) {
      const [row] = await sql<{ user_id: string }>(USER_ID, [staffId, platform]);
      return row?.user_id;
    },
  };
}

interface GivenUser {
  readonly platform: string;
  readonly user_id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly time_zone: string | undefined;
  readonly standing: Standing;
}

/** An address vouches for a person only where the organisation gave it: a stranger's could be anybody's. */
function tidy(user: PlatformUser): GivenUser {
  const vouched = user.standing === 'member' || user.standing === 'gone';
  return {
    platform: user.platform,
    user_id: user.userId,
    name: user.name,
    email: vouched ? user.email?.trim().toLowerCase() : undefined,
    time_zone: user.timeZone,
    standing: user.standing,
  };
}
