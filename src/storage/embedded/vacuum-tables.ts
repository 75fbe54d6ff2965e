import type { Log } from '../../use-cases/log.js';
import type { Engine } from './engine.js';

/** Far beyond any table of ours; only against a PGlite that does not come back. */
const TABLE_LIMIT_MS = 10 * 60_000;

/** The system's tables as well: queues make them grow too. */
const TABLES = `
  select format('%I.%I', nspname, relname) as name
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'm') and relpersistence = 'p'
  order by 1`;

/** Table by table, giving way to waiting statements after each. A table that cannot be cleaned is logged and passed over. */
export async function vacuumTables({
  engine,
  log,
}: {
  readonly engine: Engine;
  readonly log: Log;
}): Promise<void> {
  for (const { name } of await run(engine, TABLES)) {
    try {
      await run(engine, `vacuum (analyze) ${String(name)}`);
    } catch (error) {
      log.warn(
        { table: name, reason: String(error) },
        'a table of the embedded database could not be vacuumed',
      );
    }
  }
}

async function run(engine: Engine, text: string) {
  const loan = await engine.borrow();
  try {
    const { rows } = await loan.thread.ask({ kind: 'sql', text }, { limitMs: TABLE_LIMIT_MS });
    return rows ?? [];
  } finally {
    loan.giveBack();
  }
}
