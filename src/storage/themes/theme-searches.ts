/** What looking for themes reads and writes. */
import { NO_THEME } from '../../domain/triage.js';
import type { FindThemesStore } from '../../use-cases/themes/theme-store.js';
import { NAMES_IN_VOICE } from '../names-in-voice.js';
import { type Sql, statement } from '../sql.js';

const TAKE = statement(
  'take_theme_search',
  `insert into theme_searches as t (next_run_at) values ($2)
   on conflict (one) do update set next_run_at = excluded.next_run_at where t.next_run_at <= $1 returning 1 as taken`,
);

/** One for each matter: the voice that its card quotes. */
const TEXTS = statement(
  'theme_texts',
  `select a.number, a.theme, s.text, coalesce(a.customer_id::text, a.number::text) as who,
     ${NAMES_IN_VOICE} as names
   from (select * from alerts where opened_at >= $1 order by opened_at desc limit $2) a
   cross join lateral (select text, facts from signals where id = a.lead_signal_id) s
   left join customers c on c.id = a.customer_id left join accounts t on t.id = a.account_id left join staff o on o.id = a.owner_id
   where s.text is not null`,
);

const KEEP = statement(
  'keep_found_themes',
  `insert into found_themes (id, name, words, found_at)
   select g.id, g.name, array(select json_array_elements_text(g.words)), $2
   from json_to_recordset($1::json) as g (id uuid, name text, words json)`,
);

const GIVE = statement(
  'give_themes',
  `update alerts a set theme = g.theme
   from json_to_recordset($1::json) as g (alert bigint, theme text) where a.number = g.alert and a.theme = '${NO_THEME}'`,
);

const FORGET = statement(
  'forget_found_themes',
  `delete from found_themes f where f.named_by <> 'person' and f.found_at < $1
     and not exists (select from alerts a where a.theme = f.name and a.opened_at >= $1)`,
);

export function createThemeSearchStore(sql: Sql): Omit<FindThemesStore, 'readThemes' | 'lockThemes'> {
  return {
    takeThemeSearch: async (now, next) => (await sql(TAKE, [now, next])).length === 1,

    async topicTexts(since, limit) {
      const rows = await sql<TextRow>(TEXTS, [since, limit]);
      return rows.map(({ number, ...row }) => ({ alert: Number(number), ...row }));
    },

    keepFoundThemes(themes, at) {
      sql.send(KEEP, [JSON.stringify(themes), at]);
    },

    giveThemes(given) {
      if (given.length > 0) sql.send(GIVE, [JSON.stringify(given)]);
    },

    forgetThemes(before) {
      sql.send(FORGET, [before]);
    },
  };
}

interface TextRow {
  readonly number: string;
  readonly theme: string;
  readonly text: string;
  readonly who: string;
  readonly names: readonly string[];
}
