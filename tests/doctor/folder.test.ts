import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWritable } from '../../src/doctor/folder.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('the check of a folder', () => {
  it('passes one that can be written, and one that can be made there', () => {
    const folder = makeFolder();
    expect(checkWritable(folder, 'EMBEDDINGS')).toBe(`${folder} can be written`);
    expect(checkWritable(join(folder, 'new', 'index'), 'EMBEDDINGS')).toContain('can be written');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('fails where a file is in its place or in its way', () => {
    const file = join(makeFolder({ taken: '' }), 'taken');
    for (const folder of [file, join(file, 'below')])
      expect(() => checkWritable(folder, 'EMBEDDINGS')).toThrow(
        `${folder} cannot be written (${file} is not a folder). Change its permissions, or set EMBEDDINGS.`,
      );
  });

  // Nobody can make a file there, whoever runs the tests.
  it.runIf(existsSync('/proc/self'))('fails where a file cannot be made, and says why', () => {
    expect(() => checkWritable('/proc/self', 'EMBEDDINGS')).toThrow(
      /^\/proc\/self cannot be written \(E[A-Z]+: .+\)\. Change its permissions, or set EMBEDDINGS\.$/,
    );
  });
});
