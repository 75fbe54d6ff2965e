/** What the plan of a statement reads without being told where to begin. */
import type pg from 'pg';
import type { Statement } from '../../src/storage/sql.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

/** Indexes that hold only what waits, so that reading them whole is reading what waits. */
const OF_WHAT_WAITS = new Set([
  'signals_waiting',
  'messages_wanted',
  'messages_sending',
  'messages_unknown',
  'messages_resent',
  'messages_dead',
  'deliveries_bodies',
  'alerts_matter',
  'reminders_waiting',
  'post_mortems_unfinished',
]);
/** Statements that read an index from one end and stop by themselves. */
const READ_ON_PURPOSE = new Set([
  'heard',
  'source_activity',
  'latest_teams_conversation',
  'recent_customers',
]);
const STAY_SMALL =
  /^(?:staff|notices|buckets|teams_bindings|digest_audiences|found_themes|theme_names|theme_searches)/u;

/** "heard: signals" for each statement that reads a table or an index from end to end which grows with what was heard. */
export async function readWhole(
  client: pg.ClientBase,
  statements: readonly Statement[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const statement of statements) {
    const whole = wholeOf(await planOf(client, statement)).filter(
      (each) => !OF_WHAT_WAITS.has(each) && !STAY_SMALL.test(each),
    );
    if (whole.length > 0 && !READ_ON_PURPOSE.has(statement.name))
      faults.push(`${statement.name}: ${whole.join(', ')}`);
  }
  return faults;
}

async function planOf(client: pg.ClientBase, { name, text }: Statement): Promise<Plan> {
  // Its own name is taken where the connection has run it.
  const prepared = `planned_${name}`;
  await client.query(`prepare ${prepared} as ${text}`);
  const { rows } = await client.query<{ count: number }>(
    'select cardinality(parameter_types) as count from pg_prepared_statements where name = $1',
    [prepared],
  );
  const nulls = Array.from({ length: rows[0]?.count ?? 0 }, () => 'null').join(', ');
  const explained = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (format json) execute ${prepared}${nulls && `(${nulls})`}`,
  );
  const plan = explained.rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error(`no plan of ${name}`);
  return plan;
}

/** The names of tables, and of indexes. */
function wholeOf(plan: Plan): string[] {
  const below = (plan.Plans ?? []).flatMap(wholeOf);
  const type = plan['Node Type'];
  if (type === 'Seq Scan') return [...below, plan['Relation Name'] ?? type];
  const scansIndex = ['Index Scan', 'Index Only Scan', 'Bitmap Index Scan'].includes(type);
  return scansIndex && plan['Index Cond'] === undefined ? [...below, plan['Index Name'] ?? type] : below;
}
