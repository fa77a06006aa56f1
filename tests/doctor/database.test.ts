import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../src/doctor/database.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('the check of the database', () => {
  it('passes one that is still to be made, and makes none', () => {
    const folder = makeFolder();
    expect(checkDatabase(join(folder, 'new.db'))).toContain('is made when the bot starts');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('passes one that is there, and leaves it as it is, also beside the bot', () => {
    const path = join(makeFolder(), 'state.db');
    const state = openServerState(path);
    state.countGap('1', '谁？', '2026-11-03');
    expect(checkDatabase(path)).toBe(`${path} can be read and written`);
    expect(state.gaps('1', 5)).toHaveLength(1);
    state.close();
    const before = readFileSync(path);
    expect(checkDatabase(path)).toBe(`${path} can be read and written`);
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
      (path: string) => new Libsql(path).exec('PRAGMA user_version = 99'),
      'version 99 of a later',
    ],
  ])('fails %s, and says what to do', (_, make, found) => {
    const path = join(makeFolder(), 'state.db');
    make(path);
    expect(() => checkDatabase(path)).toThrow(found);
    expect(() => checkDatabase(path)).toThrow(`at ${path}, found:`);
    expect(() => checkDatabase(path)).toThrow('Set DATABASE to another file');
  });

  it('fails a database with a damaged page', () => {
    const path = join(makeFolder(), 'state.db');
    const state = openServerState(path);
    for (let i = 0; i < 200; i++) state.countGap('1', `第${i}个问题？`, '2026-11-03');
    state.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length - 4096);
    writeFileSync(path, bytes);
    expect(() => checkDatabase(path)).toThrow('Set DATABASE to another file');
  });
});
