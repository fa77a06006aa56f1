/** One statement with its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

export type Value = string | number | null;

/** What the parts of the state say to the database. Each call may reject, as where a server of it does not answer. */
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
