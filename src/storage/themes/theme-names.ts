/** What themes are called, and what follows when that changes. */
import { NO_THEME } from '../../domain/triage.js';
import type { ListedTheme, ThemeStore } from '../../use-cases/themes/theme-store.js';
import { type Sql, statement } from '../sql.js';
import { WANT_CARDS_ANEW } from '../triage-record.js';

/** Of all names together; other words where one of them changes. Few themes are ever renamed. */
export const NAMES_STAMP = `coalesce((select md5(string_agg(theme || '>' || name, '|' order by theme)) from theme_names), '')`;

const READ = statement(
  'read_themes',
  `select ${NAMES_STAMP} as stamp, (select json_agg(json_build_object('name', name, 'words', words) order by found_at, id) from found_themes) as found,
     (select json_agg(json_build_array(theme, name)) from theme_names) as names`,
);

const LOCK = statement(
  'lock_themes',
  `select pg_advisory_xact_lock(hashtextextended('earshot: themes', 0))::text as locked`,
);

const HAS_ALERTS = statement('has_alerts_of_theme', 'select 1 as one from alerts where theme = $1 limit 1');

/** Never a chain: what was called by the old name is called by the new one, and the new one by none. */
const KEEP = statement(
  'keep_theme_name',
  `with earlier as (update theme_names set name = $2, named_at = $3 where name = $1 and theme <> $2),
   gone as (delete from theme_names where theme = $2),
   found as (
     update found_themes set name = $2, named_by = case when $4::uuid is null then 'model' else 'person' end where name = $1)
   insert into theme_names (theme, name, named_at, named_by) values ($1, $2, $3, $4::uuid)
   on conflict (theme) do update set name = excluded.name, named_at = excluded.named_at, named_by = excluded.named_by`,
);

/**
 * A matter that is open under both names stays two alerts, each with all that it has; what comes joins the one that had the name first. A
 * key is written anew only where it was this theme's: a conversation's or an entry's is not, nor that of a theme that was found.
 */
const MOVE = statement(
  'move_alerts_to_theme',
  `with taken as (
     select number, state, group_key, 'customer:' || customer_id || ':' || $4 as key from alerts
     where theme = $1 order by opened_at desc limit $5 for update skip locked),
   moved as (
     update alerts a set theme = $2, revision = a.revision + 1,
       group_key = case
         when t.group_key = 'customer:' || a.customer_id || ':' || $3 and (t.state not in ('open', 'claimed')
           or not exists (select from alerts o where o.group_key = t.key and o.state in ('open', 'claimed'))) then t.key
         else a.group_key end
     from taken t where a.number = t.number
     returning a.number, t.state)
   select number, state from moved`,
);

/** Cards of post-mortems in `changed`, whatever their state: they say what it is about. */
function wantCardsOf(changed: string, at: string): string {
  return `cards as (
     update messages m set wanted_revision = c.revision,
       state = case when c.state = 'posted' then 'wanted' else m.state end,
       attempt = case when c.state = 'posted' then 0 else m.attempt end,
       not_before = case when c.state = 'posted' then ${at} else m.not_before end
     from (
       select o.id, o.state, p.revision from ${changed} p
       cross join lateral (select id, state from messages where post_mortem = p.number and role = 'card' for update) o) c
     where m.id = c.id)`;
}

/** Post-mortems whose alerts are called so now: their titles speak of the first. */
const WANT_POST_MORTEMS_ANEW = statement(
  'want_post_mortems_anew',
  `with touched as (
     update post_mortems p set revision = p.revision + 1
     from (
       select distinct l.post_mortem from unnest($1::bigint[]) as g (alert)
       cross join lateral (select post_mortem from post_mortem_alerts where alert = g.alert offset 0) l) t
     where p.number = t.post_mortem returning p.number, p.revision),
   ${wantCardsOf('touched', '$2')}
   select from touched`,
);

const MOVE_POST_MORTEMS = statement(
  'move_post_mortems_to_theme',
  `with moved as (
     update post_mortems set theme = $2, revision = revision + 1 where theme = $1 returning number, revision),
   ${wantCardsOf('moved', '$3')},
   offers as (delete from post_mortem_offers where theme = $1 returning team, offered_at)
   insert into post_mortem_offers as o (theme, team, offered_at) select $2, team, offered_at from offers
   on conflict (theme, team) do update set offered_at = greatest(o.offered_at, excluded.offered_at)`,
);

const LIST = statement(
  'list_themes',
  `select t.theme, t.alerts, t.before, l.number, l.text from (
     select a.theme, count(*) filter (where p.place = 1)::int as alerts, count(*) filter (where p.place = 2)::int as before
     from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as p (since, until, place)
     cross join lateral (
       select theme from alerts a where a.opened_at >= p.since and a.opened_at < p.until and a.theme <> '${NO_THEME}' offset 0) a
     group by a.theme order by 2 desc, 1 limit $3) t
   left join lateral (
     select a.number, (select s.text from signals s where s.id = a.lead_signal_id) as text
     from alerts a where a.theme = t.theme order by a.opened_at desc limit 1) l on true
   order by t.alerts desc, t.theme`,
);

const UNNAMED = statement(
  'found_themes_unnamed',
  `select name, words from found_themes where named_by = 'words' order by found_at, id limit $1`,
);

export function createThemeNameStore(sql: Sql): ThemeStore {
  return {
    async readThemes() {
      const [row] = await sql<BookRow>(READ);
      return { found: row?.found ?? [], called: new Map(row?.names ?? []), stamp: row?.stamp ?? '' };
    },

    lockThemes() {
      sql.send(LOCK);
    },

    hasAlertsOf: async (theme) => (await sql(HAS_ALERTS, [theme])).length > 0,

    keepThemeName({ from, to, at, by }) {
      sql.send(KEEP, [from, to, at, by ?? null]);
    },

    async moveAlerts({ from, to, fromMatter, toMatter }, limit, at) {
      const moved = await sql<{ number: string; state: string }>(MOVE, [
        from,
        to,
        fromMatter,
        toMatter,
        limit,
      ]);
      const unclosed = moved.filter(({ state }) => state === 'open' || state === 'claimed');
      if (unclosed.length > 0)
        sql.send(WANT_CARDS_ANEW, [unclosed.map(({ number }) => Number(number)), at, []]);
      if (moved.length > 0) sql.send(WANT_POST_MORTEMS_ANEW, [moved.map(({ number }) => Number(number)), at]);
      return moved.length;
    },

    movePostMortems({ from, to }, at) {
      sql.send(MOVE_POST_MORTEMS, [from, to, at]);
    },

    async listThemes({ period, before }, limit) {
      const rows = await sql<ListRow>(LIST, [
        [period.since, before.since],
        [period.until, before.until],
        limit,
      ]);
      return rows.map(({ theme, alerts, before: earlier, number, text }): ListedTheme => ({
        theme,
        alerts,
        before: earlier,
        ...(number !== null && text !== null && { latest: { alert: Number(number), text } }),
      }));
    },

    foundUnnamed: (limit) => sql(UNNAMED, [limit]),
  };
}

interface BookRow {
  readonly stamp: string;
  readonly found: readonly { readonly name: string; readonly words: readonly string[] }[] | null;
  readonly names: readonly (readonly [string, string])[] | null;
}

interface ListRow {
  readonly theme: string;
  readonly alerts: number;
  readonly before: number;
  readonly number: string | null;
  readonly text: string | null;
}
