/** Fills a migrated, empty database with so many signals and all that comes of them. */
import pg from 'pg';
import { DRAWS } from './draw.js';
import { MATTERS, PLAN_MATTERS } from './matters.js';
import { peopleOf } from './people.js';
import { TRACES } from './traces.js';
import { DAYS, moment } from './town.js';
import { planVoices, VOICES } from './voices.js';

/** The tables that grow with what is heard. */
const GROWING = ['deliveries', 'signals', 'alerts', 'alert_events', 'messages', 'reminders'] as const;

/** What the server does where nobody says otherwise: https://www.postgresql.org/docs/15/runtime-config-autovacuum.html */
const USUAL_SCALE_FACTOR = 0.2;

/** References are right by construction, so that they need not be looked up a million times each. */
const QUICKLY = [
  'set session_replication_role = replica',
  'set synchronous_commit = off',
  `set work_mem = '256MB'`,
  `set maintenance_work_mem = '512MB'`,
];

export async function fill(url: string, signals: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const text of statements) await client.query(text);
  };
  await run(QUICKLY);
  await run(GROWING.map((table) => `alter table ${table} set (autovacuum_enabled = off)`));
  await run(DRAWS);
  await run([
    planVoices(signals),
    'analyze bench.voices',
    ...peopleOf(signals),
    'analyze customers, accounts',
  ]);
  await run([...VOICES, PLAN_MATTERS, ...MATTERS, ...TRACES]);
  await run(['drop schema bench cascade', 'vacuum (analyze)']);
  await leaveUnvacuumed(client);
  await client.query('checkpoint');
  await client.end();
}

/**
 * The newest rows were not vacuumed yet, as many as autovacuum lets come together: what is read of the last days is
 * read with the table beside the index. Triage has written every signal twice.
 */
async function leaveUnvacuumed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ factor: number | null }>(
    `select (select option_value::float8 from pg_options_to_table(reloptions) where option_name = 'autovacuum_vacuum_insert_scale_factor') as factor
     from pg_class where oid = 'signals'::regclass`,
  );
  const share = rows[0]?.factor ?? USUAL_SCALE_FACTOR;
  const since = `${moment()} - interval '1 day' * ${DAYS * share}`;
  for (const [table, column] of [
    ['signals', 'received_at'],
    ['alerts', 'opened_at'],
    ['alert_events', 'at'],
  ] as const)
    await client.query(`update ${table} set ${column} = ${column} where ${column} >= ${since}`);
  await client.query('analyze signals, alerts, alert_events');
}
