import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client/sqlite3';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../src/doctor/database.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('the check of the database', () => {
  it('passes one that is still to be made, and makes none', async () => {
    const folder = makeFolder();
    expect(await checkDatabase(join(folder, 'new.db'))).toContain('is made when the bot starts');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('passes one that is there, and leaves it as it is, also beside the bot', async () => {
    const path = join(makeFolder(), 'state.db');
    const state = await openServerState(path);
    await state.countGap('1', '谁？', '2026-11-03');
    expect(await checkDatabase(path)).toBe(`${path} can be read and written`);
    expect(await state.gaps('1', 5)).toHaveLength(1);
    await state.close();
    const before = readFileSync(path);
    expect(await checkDatabase(path)).toBe(`${path} can be read and written`);
    expect(readFileSync(path)).toEqual(before);
  });

  it.each([
    [
      'a file that is none',
      (path: string) => writeFileSync(path, Buffer.alloc(5_000, 0xa7)),
      'not a database',
    ],
    ['a folder', (path: string) => mkdirSync(path), 'Unable to open'],
    [
      'of a later release',
      (path: string) => createClient({ url: `file:${path}` }).execute('PRAGMA user_version = 99'),
      'version 99 of a later',
    ],
  ])('fails %s, and says what to do', async (_, make, found) => {
    const path = join(makeFolder(), 'state.db');
    await make(path);
    await expect(checkDatabase(path)).rejects.toThrow(found);
    await expect(checkDatabase(path)).rejects.toThrow(`at ${path}, found:`);
    await expect(checkDatabase(path)).rejects.toThrow('Set DATABASE to another file');
  });

  it('fails a database with a damaged page', async () => {
    const path = join(makeFolder(), 'state.db');
    const state = await openServerState(path);
    for (let i = 0; i < 200; i++) await state.countGap('1', `第${i}个问题？`, '2026-11-03');
    await state.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length - 4096);
    writeFileSync(path, bytes);
    await expect(checkDatabase(path)).rejects.toThrow('Set DATABASE to another file');
  });
});
