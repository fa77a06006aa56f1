/** One request of a stream of Hrana 2, as its protocol describes it. */
import { setTimeout as wait } from 'node:timers/promises';
import type Libsql from 'libsql';

export interface Stream {
  readonly database: Libsql.Database;
  /** Statements that were stored under a number. */
  readonly texts: Map<number, string>;
}

interface Statement {
  readonly sql?: string;
  readonly sql_id?: number;
  readonly args?: readonly Value[];
}

type Value = { readonly type: string; readonly value?: string | number };

type Condition =
  | { readonly type: 'ok' | 'error'; readonly step: number }
  | { readonly type: 'not'; readonly cond: Condition }
  | { readonly type: 'and'; readonly conds: readonly Condition[] };

export type Request =
  | { readonly type: 'execute'; readonly stmt: Statement }
  | {
      readonly type: 'batch';
      readonly batch: { readonly steps: readonly { stmt: Statement; condition?: Condition }[] };
    }
  | { readonly type: 'sequence'; readonly sql?: string; readonly sql_id?: number }
  | { readonly type: 'store_sql'; readonly sql_id: number; readonly sql: string }
  | { readonly type: 'close_sql' | 'close' };

export async function runRequest(request: Request, stream: Stream): Promise<unknown> {
  try {
    return { type: 'ok', response: { type: request.type, ...(await respond(request, stream)) } };
  } catch (error) {
    return { type: 'error', error: told(error) };
  }
}

async function respond(request: Request, stream: Stream): Promise<object> {
  if (request.type === 'execute') return { result: await execute(request.stmt, stream) };
  if (request.type === 'batch') return { result: await runBatch(request.batch.steps, stream) };
  if (request.type === 'sequence') await unlessBusy(() => stream.database.exec(textOf(request, stream)));
  if (request.type === 'store_sql') stream.texts.set(request.sql_id, request.sql);
  return {};
}

async function runBatch(
  steps: readonly { readonly stmt: Statement; readonly condition?: Condition }[],
  stream: Stream,
): Promise<object> {
  const results: (object | null)[] = [];
  const errors: (object | null)[] = [];
  const holds = (condition: Condition): boolean => {
    if (condition.type === 'not') return !holds(condition.cond);
    if (condition.type === 'and') return condition.conds.every(holds);
    return (condition.type === 'ok' ? results : errors)[condition.step] != null;
  };
  for (const { stmt, condition } of steps) {
    const done = results.length;
    results.push(null);
    errors.push(null);
    if (condition !== undefined && !holds(condition)) continue;
    try {
      results[done] = await execute(stmt, stream);
    } catch (error) {
      errors[done] = told(error);
    }
  }
  return { step_results: results, step_errors: errors };
}

const execute = (statement: Statement, stream: Stream): Promise<object> =>
  unlessBusy(() => {
    const sql = textOf(statement, stream);
    // A prepared one that found a lock would stay under way.
    if (/^(?:BEGIN|COMMIT|ROLLBACK)/.test(sql)) {
      stream.database.exec(sql);
      return { ...NOTHING };
    }
    const prepared = stream.database.prepare(sql);
    const values = (statement.args ?? []).map(({ type, value }) =>
      type === 'null' ? null : type === 'integer' ? Number(value) : value,
    );
    const columns = prepared.reader ? prepared.columns().map(({ name }) => name) : [];
    const rows = prepared.reader ? (prepared.raw(true).all(...values) as unknown[][]) : [];
    const changed = prepared.reader ? 0 : prepared.run(...values).changes;
    return {
      cols: columns.map((name) => ({ name })),
      rows: rows.map((row) => row.map(asValue)),
      affected_row_count: changed,
      last_insert_rowid: null,
    };
  });

const NOTHING = { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null };

const textOf = ({ sql, sql_id }: Pick<Statement, 'sql' | 'sql_id'>, { texts }: Stream): string =>
  sql ?? texts.get(sql_id ?? -1) ?? '';

function asValue(value: unknown): Value {
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { type: 'text', value };
  return Number.isInteger(value)
    ? { type: 'integer', value: String(value) }
    : { type: 'float', value: Number(value) };
}

async function unlessBusy<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!/busy|locked/i.test(String(error))) throw error;
      await wait(2);
    }
  }
}

const told = (error: unknown): object => ({
  message: String((error as Error).message),
  code: (error as { code?: string }).code ?? 'SQLITE_ERROR',
});
