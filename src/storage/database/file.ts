/** A database in one file, brought up to date when it is opened. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client/sqlite3';
import { DatabaseError, migrate, tryWriting, versionOf } from './migrate.ts';
import { type Sql, sqlOf } from './sql.ts';

export interface Database extends Sql {
  readonly close: () => Promise<void>;
}

/**
 * Opens the database, which is made where there is none, and applies the migrations that it has not seen. Rejects with what
 * to do where the file cannot be used.
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
      await migrate(client, placeOf(path), migrations);
    } catch (error) {
      client.close();
      throw error;
    }
    /** Brings what was written from the log beside the database into its file, and empties the log. */
    const flush = () => client.executeMultiple('PRAGMA wal_checkpoint(TRUNCATE)');
    return {
      ...sqlOf(client),
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
      await versionOf(client, placeOf(path), migrations);
      const [found] = (await client.execute('PRAGMA quick_check(1)')).rows;
      if (found?.quick_check !== 'ok')
        throw new DatabaseError(placeOf(path), 'a whole database', String(found?.quick_check));
      await tryWriting(client);
    } finally {
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

const placeOf = (path: string) => ({ setting: 'DATABASE', name: path });

async function withFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(placeOf(path), 'a database that can be read and written', String(error), error);
  }
}
