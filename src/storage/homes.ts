import type { HomeStore } from '../use-cases/keep-homes.js';
import { type Sql, statement } from './sql.js';

const OPEN = statement(
  'open_home',
  `insert into homes as h (platform, user_id, staff_id, opened_at, mark, not_before) values ($1, $2, $3, $4, $5, $4)
   on conflict (platform, user_id) do update set staff_id = excluded.staff_id, opened_at = excluded.opened_at, shown = null,
     mark = coalesce(excluded.mark, h.mark), not_before = excluded.not_before`,
);

/** Who is no member any more is shown nothing. */
const TAKE_STALE = statement(
  'take_stale_homes',
  `with stale as (
     select h.platform, h.user_id, m.shows from homes h
     join staff_identities i on i.platform = h.platform and i.user_id = h.user_id and i.standing = 'member'
     cross join lateral (
       select coalesce(md5(string_agg(a.number || ':' || a.revision, ' ' order by a.number)), 'nothing') as shows
       from alerts a where a.state = 'claimed' and a.owner_id = h.staff_id) m
     where h.platform = $1 and h.opened_at >= $2 and h.not_before <= $3 and h.shown is distinct from m.shows
     order by h.opened_at desc limit $5
     for update of h skip locked)
   update homes h set not_before = $4 from stale s where h.platform = s.platform and h.user_id = s.user_id
   returning h.user_id, h.staff_id, h.mark, s.shows, h.opened_at`,
);

const SHOWN = statement(
  'home_shown',
  `update homes set shown = $3, mark = $4, not_before = $6
   where platform = $1 and user_id = $2 and mark is not distinct from $5`,
);

const UNSURE = statement(
  'home_unsure',
  'update homes set shown = null, mark = null, not_before = $3 where platform = $1 and user_id = $2',
);

export function createHomeStore(sql: Sql): HomeStore {
  return {
    async openHome({ platform, userId, staffId, mark, at }) {
      await sql(OPEN, [platform, userId, staffId, at, mark ?? null]);
    },
    async takeStaleHomes({ platform, openedSince, now, until, limit }) {
      const rows = await sql<HomeRow>(TAKE_STALE, [platform, openedSince, now, until, limit]);
      return rows
        .toSorted((a, b) => b.opened_at.getTime() - a.opened_at.getTime())
        .map(({ user_id: userId, staff_id: staffId, mark, shows }) => ({
          userId,
          staffId,
          shows,
          ...(mark !== null && { mark }),
        }));
    },
    async homeShown({ platform, userId, shows, mark, newMark, again }) {
      await sql(SHOWN, [platform, userId, shows, newMark ?? null, mark ?? null, again]);
    },
    async homeUnsure({ platform, userId, again }) {
      await sql(UNSURE, [platform, userId, again]);
    },
  };
}

interface HomeRow {
  readonly user_id: string;
  readonly staff_id: string;
  readonly mark: string | null;
  readonly shows: string;
  readonly opened_at: Date;
}
