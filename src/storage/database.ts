/** An embedded SQL database in one file, brought up to date when it is opened. The door to libsql. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';

export type Database = Libsql.Database;

/**
 * Opens the database, which is made where there is none, and applies the migrations that it has not seen.
 *
 * `PRAGMA user_version` counts those that were applied; each runs in a transaction of its own with its count, so a
 * crash leaves either all of it or nothing. Throws with what to do where the file cannot be used.
 */
export function openDatabase(path: string, migrations: readonly string[]): Database {
  return withFile(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    const database = new Libsql(path);
    try {
      // A power cut may lose the last counts, never the file; what is deleted is overwritten.
      database.exec(
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; ${PATIENCE}`,
      );
      migrate(database, path, migrations);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Reads all of a database that is there and writes to it, in a transaction that is rolled back. Throws as {@link openDatabase} does. */
export function tryDatabase(path: string, migrations: readonly string[]): void {
  withFile(path, () => {
    const database = new Libsql(path);
    try {
      database.exec(PATIENCE);
      versionOf(database, path, migrations);
      const found = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
      if (found.quick_check !== 'ok') throw new DatabaseError(path, 'a whole database', found.quick_check);
      database.exec('BEGIN IMMEDIATE; CREATE TABLE trial (number INTEGER)');
      database.exec('ROLLBACK');
    } finally {
      database.close();
    }
  });
}

/** The doctor beside the bot: each waits for the other's transaction. */
const PATIENCE = 'PRAGMA busy_timeout = 2000;';

function withFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(path, 'a database that can be read and written', String(error), error);
  }
}

/** Brings what was written from the log beside the database into its file, and empties the log. */
export const flush = (database: Database): void => {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
};

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

/** How many of the migrations were applied. Throws {@link DatabaseError} where there were more. */
function versionOf(database: Database, path: string, migrations: readonly string[]): number {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version <= migrations.length) return version;
  const found = `version ${version} of a later release`;
  throw new DatabaseError(path, `version ${migrations.length} or earlier`, found);
}

function migrate(database: Database, path: string, migrations: readonly string[]): void {
  const version = versionOf(database, path, migrations);
  for (const [place, migration] of migrations.entries()) {
    if (place < version) continue;
    database.transaction(() => database.exec(`${migration}; PRAGMA user_version = ${place + 1};`))();
  }
}
