/** What the parts of the state say to a database, in a file or on a server. */
import type { Client } from '@libsql/client/http';

/** One statement with its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

type Value = string | number | null;

/** Each call may reject, as where the server of the state does not answer. */
export interface Sql {
  readonly all: <Row>(sql: string, ...values: Value[]) => Promise<Row[]>;
  /** Resolves to the number of rows that were changed. */
  readonly run: (sql: string, ...values: Value[]) => Promise<number>;
  /** All of them or none, in one go; resolves to the rows of each. */
  readonly together: (...statements: Statement[]) => Promise<Rows[]>;
  /** Leaves no trace of what was deleted beside the file. */
  readonly flush: () => Promise<void>;
}

/** What the columns are is known to whoever wrote the statement. */
// biome-ignore lint/suspicious/noExplicitAny: as the rows of any database
export type Rows = readonly any[];

export const statement = (sql: string, ...values: Value[]): Statement => ({ sql, values });

export const sqlOf = (client: Client): Omit<Sql, 'flush'> => ({
  all: async <Row>(sql: string, ...args: Value[]) => {
    const { rows } = await client.execute({ sql, args });
    return rows.map((row) => ({ ...row })) as Row[];
  },
  run: async (sql, ...args) => (await client.execute({ sql, args })).rowsAffected,
  together: async (...statements) => {
    if (statements.length === 0) return [];
    const given = statements.map(({ sql, values }) => ({ sql, args: [...values] }));
    const isReading = statements.every(({ sql }) => sql.startsWith('SELECT'));
    return (await client.batch(given, isReading ? 'read' : 'write')).map(({ rows }) => rows);
  },
});
