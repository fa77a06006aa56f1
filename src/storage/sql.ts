import { type Database, flush } from './database.ts';

/** What the parts of the state say to the database. */
export interface Sql {
  readonly all: <Row>(sql: string, ...values: unknown[]) => Row[];
  readonly run: (sql: string, ...values: unknown[]) => void;
  readonly inTransaction: (work: () => void) => void;
  /** Leaves no trace of what was deleted beside the file. */
  readonly flush: () => void;
}

export const sqlOf = (database: Database): Sql => ({
  all: <Row>(sql: string, ...values: unknown[]) => database.prepare(sql).all(...values) as Row[],
  run: (sql, ...values) => {
    database.prepare(sql).run(...values);
  },
  inTransaction: (work) => database.transaction(work)(),
  flush: () => flush(database),
});
