/** An embedded SQL database in one file, brought up to date when it is opened. The door to libsql. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client/sqlite3';
import type { Sql, Statement } from './sql.ts';

export interface Database extends Sql {
  readonly close: () => Promise<void>;
}

/**
 * Opens the database, which is made where there is none, and applies the migrations that it has not seen.
 *
 * `PRAGMA user_version` counts those that were applied; each runs in a transaction of its own with its count, so a
 * crash leaves either all of it or nothing. Rejects with what to do where the file cannot be used.
 */
export function openDatabase(path: string, migrations: readonly string[]): Promise<Database> {
  return withFile(path, async () => {
    mkdirSync(dirname(path), { recursive: true });
    const client = clientOf(path);
    try {
      // A power cut may lose the last counts, never the file; what is deleted is overwritten.
      await client.executeMultiple(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON',
      );
      await migrate(client, path, migrations);
    } catch (error) {
      client.close();
      throw error;
    }
    const flush = () => client.executeMultiple('PRAGMA wal_checkpoint(TRUNCATE)');
    return {
      ...sqlOf(client),
      /** Brings what was written from the log beside the database into its file, and empties the log. */
      flush,
      close: async () => {
        await flush();
        client.close();
      },
    };
  });
}

/** Reads all of a database that is there and writes to it, in a transaction that is rolled back. Rejects as {@link openDatabase} does. */
export function tryDatabase(path: string, migrations: readonly string[]): Promise<void> {
  return withFile(path, async () => {
    const client = clientOf(path);
    try {
      await versionOf(client, path, migrations);
      const [found] = (await client.execute('PRAGMA quick_check(1)')).rows;
      if (found?.quick_check !== 'ok')
        throw new DatabaseError(path, 'a whole database', String(found?.quick_check));
      await client.executeMultiple('BEGIN IMMEDIATE; CREATE TABLE trial (number INTEGER)');
    } finally {
      // What is left open is rolled back.
      client.close();
    }
  });
}

/** The doctor beside the bot: each waits for the other's transaction. */
const PATIENCE_MS = 2000;

/** One connection, as what is set by PRAGMA is set for a connection. */
const clientOf = (path: string): Client =>
  createClient({
    url: path === ':memory:' ? path : pathToFileURL(path).href,
    concurrency: 1,
    timeout: PATIENCE_MS,
  });

export const sqlOf = (client: Client): Omit<Sql, 'flush'> => ({
  all: async <Row>(sql: string, ...args: Statement['values']) => {
    const { rows } = await client.execute({ sql, args: [...args] });
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

async function withFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(path, 'a database that can be read and written', String(error), error);
  }
}

/** The database file cannot be used; the message says which, why and what to do. */
class DatabaseError extends Error {
  constructor(path: string, expected: string, found: string, cause?: unknown) {
    super(
      `DATABASE: expected ${expected} at ${path}, found: ${found}. ` +
        'Set DATABASE to another file, or move this one away: the bot then starts with an empty one.',
      { cause },
    );
  }
}

/** How many of the migrations were applied. Rejects with {@link DatabaseError} where there were more. */
async function versionOf(
  client: Pick<Client, 'execute'>,
  path: string,
  migrations: readonly string[],
): Promise<number> {
  const version = Number((await client.execute('PRAGMA user_version')).rows[0]?.user_version);
  if (version <= migrations.length) return version;
  const found = `version ${version} of a later release`;
  throw new DatabaseError(path, `version ${migrations.length} or earlier`, found);
}

/** Two programs may open a database at once: which migrations are left is asked in the transaction that applies one. */
async function migrate(client: Client, path: string, migrations: readonly string[]): Promise<void> {
  while ((await versionOf(client, path, migrations)) < migrations.length) {
    const transaction = await client.transaction('write');
    try {
      const version = await versionOf(transaction, path, migrations);
      const next = migrations[version];
      if (next !== undefined)
        await transaction.executeMultiple(`${next}; PRAGMA user_version = ${version + 1};`);
      await transaction.commit();
    } finally {
      transaction.close();
    }
  }
}
