import { existsSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileError } from '../../src/file-error.ts';
import { createFile, describeFile, openToRead, remove, sync, writeThrough } from '../../src/index/files.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('a file', () => {
  // 65,536 bytes are gathered before they are written.
  it.each([0, 1, 65_535, 65_536, 65_537])('of pieces of %i bytes holds all of them, in order', (length) => {
    const path = join(makeFolder(), 'file');
    const pieces = [1, 2, 3].map((value) => new Uint8Array(length).fill(value));
    const file = createFile(path);
    for (const piece of pieces) file.write(piece);
    expect(file.finish()).toEqual(describeFile(path));
    expect(readFileSync(path).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('is read in parts, and stays the same when another takes its name', () => {
    const path = join(makeFolder({ file: 'harbour', other: 'quay' }), 'file');
    const file = openToRead(path);
    writeFileSync(`${path}.new`, 'railway');
    renameSync(`${path}.new`, path);
    expect(Buffer.from(file.read(2, 6)).toString()).toBe('rbou');
    expect(file.bytes).toBe(7);
  });

  it('that is shorter than it was is named, with what was expected', () => {
    const path = join(makeFolder({ file: 'harbour' }), 'file');
    const file = openToRead(path);
    truncateSync(path, 3);
    expect(() => file.read(2, 6)).toThrow(/file cannot be read \(expected 6 bytes, found 3\)/);
  });

  it('that cannot be made, read, removed or synced is named, with the reason', () => {
    const folder = makeFolder({ file: '' });
    const below = join(folder, 'file', 'below');
    for (const work of [writeThrough, describeFile, remove, sync])
      expect(() => work(below)).toThrow(/^\S+\/file\/below cannot be [\w ]+ \(ENOTDIR: /);
    expect(() => writeThrough(folder)).toThrow(FileError);
  });

  it.runIf(existsSync('/dev/full'))('on a full disk is named, with the reason', () => {
    expect(() => writeThrough('/dev/full', Buffer.from('text'))).toThrow(
      /^\/dev\/full cannot be written \(ENOSPC: /,
    );
  });
});
