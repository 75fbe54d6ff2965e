/** What a digest tells beside the figures: the theme that rose, promises, and whom customers thank. */
import type { Story } from '../domain/digest/digest.js';
import { NO_THEME } from '../domain/triage.js';
import type { ReadDigestStore } from '../use-cases/read-digest.js';
import { SELECT_VIEWS, toView, type ViewRow } from './alert-rows.js';
import { readStanding } from './digest-standing.js';
import { ALERT_SCOPE } from './figures.js';
import { type SignalRow, signalColumns, toSignalView } from './signal-rows.js';
import { type Sql, statement } from './sql.js';

const MOST_PRAISE = 60;
const MOST_RECOVERED = 30;
/** As good as praise, of those who were unhappy before. */
const GLAD_FROM = 0.75;

/** $1, $2: since and until, of the period and the one before; $5 theme. */
const STORY = statement(
  'digest_story',
  `with told as (
     select p.place, a.customer_id, a.account_id, a.number, case when a.state = 'resolved' and a.closed_at < p.until then a.root_cause end as root_cause
     from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as p (since, until, place)
     cross join lateral (
       select * from alerts a where a.theme = $5 and a.theme <> '${NO_THEME}' and a.opened_at >= p.since and a.opened_at < p.until
         and ${ALERT_SCOPE} offset 0) a),
   causes as (select lower(root_cause) as cause, min(root_cause) as words, count(*)::int as n from told
     where place = 1 and root_cause is not null group by 1)
   select (select count(distinct coalesce(customer_id::text, number::text))::int from told where place = 1) as customers,
     (select count(distinct coalesce(customer_id::text, number::text))::int from told where place = 2) as customers_before,
     (select json_agg(v order by v.amount desc) from (
        select t.currency, sum(t.annual_value) as amount
        from (select distinct account_id from told where place = 1 and account_id is not null) d
        cross join lateral (select currency, annual_value from accounts where id = d.account_id) t
        where t.annual_value > 0 group by t.currency) v) as amounts,
     (select sum(n)::int from causes) as caused,
     (select json_build_object('words', words, 'n', n) from causes order by n desc, cause limit 1) as cause`,
);

const PRAISE = statement(
  'digest_praise',
  `select ${signalColumns('s')} from signals s
   where s.received_at >= $1 and s.received_at < $2 and s.text is not null and (s.kind = 'praise' or s.score_place = 1)
     and s.alert is null and s.amended_at is null and ($3::text[] is null or s.team = any($3)) and ($4::text is null or s.source = $4)
   order by s.received_at desc limit ${MOST_PRAISE}`,
);

const RECOVERED = statement(
  'digest_recovered',
  `select v.*, g.text as glad
   from (
     select a.number, a.closed_at from alerts a
     where a.closed_at is not null and a.closed_at >= $1 and a.closed_at < $2 and a.state = 'resolved' and a.outcome = 'recovered' and ${ALERT_SCOPE}
     order by a.closed_at desc limit ${MOST_RECOVERED}) r
   cross join lateral (${SELECT_VIEWS} where a.number = r.number) v
   left join lateral (
     select s.text from signals s
     where s.alert = r.number and s.amended_at is null and s.text is not null and (s.kind = 'praise' or s.score_place >= ${GLAD_FROM})
     order by s.received_at desc limit 1) g on true
   order by r.closed_at desc`,
);

export function createDigestReads(sql: Sql): Pick<ReadDigestStore, 'standingAt' | 'storyOf' | 'thanksIn'> {
  return {
    standingAt: (asked, scope) => readStanding(sql, asked, scope),

    async storyOf(theme, { period, before }, { teams, source }): Promise<Story> {
      const [row] = await sql<StoryRow>(STORY, [
        [period.since, before.since],
        [period.until, before.until],
        teams ?? null,
        source ?? null,
        theme,
      ]);
      if (!row) throw new Error('a theme was not counted');
      const { amounts, cause, caused } = row;
      return {
        theme,
        customers: row.customers,
        customersBefore: row.customers_before,
        values: (amounts ?? []).map(({ amount, currency }) => ({
          amount,
          ...(currency !== null && { currency }),
        })),
        ...(cause && caused !== null && { cause: { ...cause, of: caused } }),
      };
    },

    async thanksIn({ since, until }, { teams, source }) {
      const values = [since, until, teams ?? null, source ?? null];
      const [praise, recovered] = await Promise.all([
        sql<SignalRow>(PRAISE, values),
        sql<ViewRow & { readonly glad: string | null }>(RECOVERED, values),
      ]);
      return {
        praise: praise.map((row) => ({
          signal: toSignalView(row),
          ...(row.facts.agent !== undefined && { agent: row.facts.agent }),
          ...(row.facts.account?.name !== undefined && { account: row.facts.account.name }),
        })),
        recovered: recovered.map((row) => ({
          view: toView(row),
          ...(row.glad !== null && { words: row.glad }),
        })),
      };
    },
  };
}

interface StoryRow {
  readonly customers: number;
  readonly customers_before: number;
  readonly amounts: readonly { readonly currency: string | null; readonly amount: number }[] | null;
  readonly caused: number | null;
  readonly cause: { readonly words: string; readonly n: number } | null;
}
