import type pg from 'pg';

/** Runs one statement on the connection of a transaction; `name` lets a server keep its plan. */
export type Sql = <Row extends object>(statement: Statement, values?: readonly unknown[]) => Promise<Row[]>;

export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A statement whose plan a server may keep under `name`; the name is unique in storage/. */
export function statement(name: string, text: string): Statement {
  return { name, text };
}

/** The embedded database keeps no named plans: its sessions may be replaced under the pool. */
export function sqlOn(client: pg.ClientBase, keepPlans: boolean): Sql {
  return async <Row extends object>({ name, text }: Statement, values: readonly unknown[] = []) => {
    const query = keepPlans ? { name, text, values: [...values] } : { text, values: [...values] };
    return (await client.query<Row>(query)).rows;
  };
}
