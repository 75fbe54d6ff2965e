import type pg from 'pg';

/** Runs one statement on the connection of a transaction; its plan is kept under its name. */
export interface Sql {
  <Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Sends a statement whose answer nobody needs. Where it fails, nothing of the transaction is committed, and the transaction throws. */
  readonly send: (statement: Statement, values?: readonly unknown[]) => void;
}

export interface Statement {
  readonly name: string;
  readonly text: string;
}

const statements = new Map<string, Statement>();

/** A statement whose plan is kept under `name`. Throws where the name is taken. */
export function statement(name: string, text: string): Statement {
  if (statements.has(name)) throw new Error(`two statements are called ${name}`);
  const made = { name, text };
  statements.set(name, made);
  return made;
}

/** Every statement of the modules that are loaded. */
export function allStatements(): readonly Statement[] {
  return [...statements.values()];
}

/** Statements on one connection, sent in their order without waiting for each other; `sent` is called with the answer to come of each. */
export function sqlOn(client: pg.ClientBase, sent: (answer: Promise<unknown>) => void): Sql {
  const run = async <Row extends object>(
    { name, text }: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row[]> => {
    const query = client.query<Row>({ name, text, values: [...values] });
    sent(query);
    return (await query).rows;
  };
  return Object.assign(run, {
    send(statement: Statement, values: readonly unknown[] = []) {
      run(statement, values).catch(() => undefined);
    },
  });
}
