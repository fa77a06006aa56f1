/** Bringing a database up to date. */
import type { Client } from '@libsql/client/http';

/** A database, as whoever has set it knows it. */
export interface DatabaseName {
  /** The variable that names it. */
  readonly setting: string;
  readonly name: string;
}

/** The database cannot be used; the message says which, why and what to do. */
export class DatabaseError extends Error {
  constructor({ setting, name }: DatabaseName, expected: string, found: string, cause?: unknown) {
    const instead =
      setting === 'DATABASE'
        ? 'Set DATABASE to another file, or move this one away: the bot then starts with an empty one.'
        : `Set ${setting} to another one.`;
    super(`${setting}: expected ${expected} at ${name}, found: ${found}. ${instead}`, { cause });
  }
}

/** How many of the migrations were applied. Rejects with {@link DatabaseError} where there were more. */
export async function versionOf(
  client: Pick<Client, 'execute'>,
  place: DatabaseName,
  migrations: readonly string[],
): Promise<number> {
  const version = Number((await client.execute('PRAGMA user_version')).rows[0]?.user_version);
  if (version <= migrations.length) return version;
  const found = `version ${version} of a later release`;
  throw new DatabaseError(place, `version ${migrations.length} or earlier`, found);
}

/**
 * `PRAGMA user_version` counts the migrations that were applied; each runs in a transaction of its own with its count, so
 * a crash leaves either all of it or nothing. Two programs may open a database at once: which are left is asked there.
 */
export async function migrate(
  client: Client,
  place: DatabaseName,
  migrations: readonly string[],
): Promise<void> {
  while ((await versionOf(client, place, migrations)) < migrations.length) {
    const transaction = await client.transaction('write');
    try {
      const version = await versionOf(transaction, place, migrations);
      const next = migrations[version];
      if (next !== undefined)
        await transaction.executeMultiple(`${next}; PRAGMA user_version = ${version + 1};`);
      await transaction.commit();
    } finally {
      transaction.close();
    }
  }
}

/** Rejects where nothing can be written; leaves nothing. */
export async function tryWriting(client: Client): Promise<void> {
  const transaction = await client.transaction('write');
  try {
    await transaction.execute('CREATE TABLE trial (number INTEGER)');
    await transaction.rollback();
  } finally {
    transaction.close();
  }
}
